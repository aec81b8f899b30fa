-- The days of every series: derived from the streams, can be thrown away and made anew.
create table planned_infusion (
  course_id  uuid        not null,
  patient_id uuid        not null,
  number     integer     not null,
  phase      text        not null,
  starts_at  timestamptz not null,
  minutes    integer     not null,
  chair      text        not null,
  primary key (course_id, number)
);
create index planned_infusion_starts_at on planned_infusion (starts_at);

grant select, insert, update, delete on planned_infusion to ${app_role};
