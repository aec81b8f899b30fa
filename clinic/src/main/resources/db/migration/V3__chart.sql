-- The chart: who the patients are and what is known about them, as revisions that are never changed.

create table patient (
  patient_id        uuid primary key,
  identifier_system text not null,
  identifier        text not null check (identifier <> ''),
  registered_at     timestamptz not null,
  unique (identifier_system, identifier)
);

-- Who the patient is, in each version it was stated. The highest revision counts.
create table chart_identity (
  patient_id   uuid        not null references patient,
  revision     integer     not null check (revision > 0),
  content      jsonb       not null,
  content_hash text        not null,
  source_id    text        not null,
  recorded_at  timestamptz not null,
  recorded_by  text        not null,
  primary key (patient_id, revision)
);

-- One fact in each version its source sent it. The highest revision counts.
create table chart_fact (
  patient_id   uuid        not null references patient,
  source       text        not null,
  source_id    text        not null,
  revision     integer     not null check (revision > 0),
  kind         text        not null,
  code         text        not null,
  effective_at timestamptz,
  content      jsonb       not null,
  content_hash text        not null,
  recorded_at  timestamptz not null,
  recorded_by  text        not null,
  primary key (patient_id, source, source_id, revision)
);
create index chart_fact_latest on chart_fact (patient_id, kind, code, effective_at desc);

-- What became of each file that was brought in.
create table chart_import (
  import_id        uuid primary key,
  run_id           uuid        not null,
  place            integer     not null,
  file_name        text        not null,
  patient_id       uuid references patient,
  report           jsonb       not null,
  recorded_at      timestamptz not null,
  recorded_by      text        not null,
  recorded_by_name text        not null,
  unique (run_id, place)
);
create index chart_import_newest on chart_import (recorded_at desc);

create trigger patient_append_only before update or delete on patient
  for each row execute function refuse_change();
create trigger chart_identity_append_only before update or delete on chart_identity
  for each row execute function refuse_change();
create trigger chart_fact_append_only before update or delete on chart_fact
  for each row execute function refuse_change();
create trigger chart_import_append_only before update or delete on chart_import
  for each row execute function refuse_change();
create trigger patient_no_truncate before truncate on patient
  execute function refuse_change();
create trigger chart_identity_no_truncate before truncate on chart_identity
  execute function refuse_change();
create trigger chart_fact_no_truncate before truncate on chart_fact
  execute function refuse_change();
create trigger chart_import_no_truncate before truncate on chart_import
  execute function refuse_change();

grant select, insert on patient, chart_identity, chart_fact, chart_import to ${app_role};

-- For the list of patients and its search. Made from the newest identities and can be made anew.
create table patient_entry (
  patient_id uuid primary key references patient,
  family     text not null,
  given      text not null,
  identifier text not null,
  birth_date date not null,
  deceased   boolean not null,
  sort_name  text not null
);
create index patient_entry_in_order on patient_entry (sort_name, patient_id);

create table patient_word (
  patient_id uuid not null references patient,
  word       text not null,
  primary key (patient_id, word)
);
create index patient_word_prefix on patient_word (word text_pattern_ops);

grant select, insert, update, delete on patient_entry, patient_word to ${app_role};
