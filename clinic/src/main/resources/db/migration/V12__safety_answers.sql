-- Answers that nobody passes over and nobody has settled: derived from the streams of courses.
create table safety_answer (
  course_id   uuid        not null,
  entry       bigint      not null,
  patient_id  uuid        not null,
  asks        text        not null,
  since       timestamptz not null,
  primary key (course_id, entry)
);

grant select, insert, delete on safety_answer to ${app_role};
