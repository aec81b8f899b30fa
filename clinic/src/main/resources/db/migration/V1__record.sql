-- The record: append-only event streams, each with a hash chain of its own.

create table record_stream (
  stream      text primary key,
  patient_id  uuid not null,
  opened_at   timestamptz not null
);
create index record_stream_patient on record_stream (patient_id);

create table record_event (
  position        bigint generated always as identity unique,
  stream          text        not null references record_stream,
  version         bigint      not null check (version > 0),
  event_type      text        not null,
  payload_version integer     not null check (payload_version > 0),
  payload         text        not null,
  happened_at     timestamptz not null,
  recorded_at     timestamptz not null,
  actor_id        text        not null,
  actor_name      text        not null,
  actor_role      text        not null,
  device          text        not null,
  command_key     text        not null,
  previous_hash   text        not null,
  hash            text        not null,
  primary key (stream, version)
);

create table record_command (
  command_key text primary key,
  stream      text        not null,
  version     bigint      not null,
  recorded_at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is append-only', tg_table_name;
end $$;

create trigger record_stream_append_only before update or delete on record_stream
  for each row execute function refuse_change();
create trigger record_event_append_only before update or delete on record_event
  for each row execute function refuse_change();
create trigger record_command_append_only before update or delete on record_command
  for each row execute function refuse_change();
create trigger record_stream_no_truncate before truncate on record_stream
  execute function refuse_change();
create trigger record_event_no_truncate before truncate on record_event
  execute function refuse_change();
create trigger record_command_no_truncate before truncate on record_command
  execute function refuse_change();

grant select, insert on record_stream, record_event, record_command to ${app_role};
