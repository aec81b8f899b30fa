-- Warnings that may be gone past and what became of each: derived from the streams, can be thrown away and made anew.
create table override_warning (
  stream        text        not null,
  kind          text        not null,
  rule          text        not null,
  subject       text        not null,
  entry         bigint      not null,
  patient_id    uuid        not null,
  warned_at     timestamptz not null,
  overridden_at timestamptz,
  command_key   text        not null,
  said          text        not null,
  reason        text        not null,
  words         text        not null,
  by_name       text        not null,
  by_role       text        not null,
  second_name   text        not null,
  second_at     timestamptz,
  primary key (stream, kind, rule, subject)
);
create index override_warning_warned on override_warning (warned_at);
create index override_warning_patient on override_warning (patient_id);
create index override_warning_command on override_warning (command_key, kind, rule);

-- Alerts that somebody acknowledged, and what was recorded at the pump next: derived as well.
create table override_alert (
  stream     text        not null,
  alert      text        not null,
  rule       text        not null,
  patient_id uuid        not null,
  since      timestamptz not null,
  seen_at    timestamptz not null,
  seen_by    text        not null,
  pump_ran   boolean     not null,
  next_deed  text        not null,
  next_at    timestamptz,
  primary key (stream, alert)
);
create index override_alert_seen on override_alert (seen_at);

-- What each pump does as far as its events say, for the table above. A rate of nothing: it does not run.
create table override_pump (
  stream text    primary key,
  rate   numeric
);

-- When a form first showed a warning to whoever filled it in. It names no patient and no person: only the key of the form,
-- which stands in the record where the form was sent. Not derived, and never changed.
create table warning_shown (
  form_key text        not null,
  kind     text        not null,
  rule     text        not null,
  shown_at timestamptz not null,
  primary key (form_key, kind, rule)
);
create index warning_shown_at on warning_shown (shown_at);

create trigger warning_shown_append_only before update or delete on warning_shown
  for each row execute function refuse_change();
create trigger warning_shown_no_truncate before truncate on warning_shown
  execute function refuse_change();

grant select, insert, update, delete on override_warning, override_alert, override_pump to ${app_role};
grant select, insert on warning_shown to ${app_role};
