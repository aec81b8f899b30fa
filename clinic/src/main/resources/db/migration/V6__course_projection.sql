-- Where each course stands: derived from the streams, can be thrown away and made anew.
create table course_projection (
  course_id     uuid        primary key,
  patient_id    uuid        not null,
  opened_at     timestamptz not null,
  referred      boolean     not null,
  screening     text        not null,
  consented     boolean     not null,
  plan_open     boolean     not null,
  approved      boolean     not null,
  approved_until timestamptz,
  carried_out   boolean     not null,
  infusion_id   uuid,
  infusion      text        not null,
  scored        boolean     not null,
  decided       boolean     not null,
  decision      text        not null,
  step          text        not null,
  since         timestamptz not null
);
create index course_projection_step on course_projection (step, decided, since);
create index course_projection_patient on course_projection (patient_id);
create index course_projection_infusion on course_projection (infusion_id);

grant select, insert, update, delete on course_projection to ${app_role};
