-- Which infusions there are: derived from their streams, can be thrown away and made anew.
create table infusion_projection (
  infusion_id uuid primary key,
  patient_id  uuid        not null,
  course_id   uuid        not null,
  number      integer     not null,
  opened_at   timestamptz not null,
  started_at  timestamptz,
  stopped_at  timestamptz,
  closed_at   timestamptz
);
create index infusion_projection_open on infusion_projection (opened_at) where closed_at is null;
create index infusion_projection_course on infusion_projection (course_id);
create index infusion_projection_patient on infusion_projection (patient_id);

grant select, insert, update, delete on infusion_projection to ${app_role};

-- The last moment at which the clinic is known to have run; one row.
create table clinic_heartbeat (
  only_row boolean     primary key default true check (only_row),
  beat_at  timestamptz not null
);

grant select, insert, update on clinic_heartbeat to ${app_role};
