-- Users: an account is a name to sign in with; what is true of it stands in revisions, never changed.

create table user_account (
  user_id       uuid primary key,
  login         text        not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  demonstration boolean     not null,
  created_at    timestamptz not null
);

create table user_revision (
  user_id              uuid        not null references user_account,
  revision             integer     not null check (revision > 0),
  name                 text        not null,
  role                 text        not null check (role in
    ('PHYSICIAN', 'NURSE', 'PHARMACIST', 'FRONT_DESK', 'AUDITOR', 'ADMINISTRATOR')),
  active               boolean     not null,
  password_hash        text        not null,
  password_set_in      integer     not null,
  must_change_password boolean     not null,
  change               text        not null,
  command_key          text        not null unique,
  recorded_at          timestamptz not null,
  recorded_by          text        not null,
  recorded_by_name     text        not null,
  primary key (user_id, revision)
);

create view user_now as
  select distinct on (r.user_id) a.login, a.demonstration, r.*
  from user_revision r join user_account a using (user_id)
  order by r.user_id, r.revision desc;

create table first_administrator_link (
  token_hash text        primary key,
  made_at    timestamptz not null,
  expires_at timestamptz not null
);

create table sign_in_event (
  position    bigint generated always as identity primary key,
  happened_at timestamptz not null,
  user_id     uuid references user_account,
  address     text        not null,
  event       text        not null
);
create index sign_in_event_user on sign_in_event (user_id, position);

create trigger user_account_append_only before update or delete on user_account
  for each row execute function refuse_change();
create trigger user_revision_append_only before update or delete on user_revision
  for each row execute function refuse_change();
create trigger first_administrator_link_append_only before update or delete
  on first_administrator_link for each row execute function refuse_change();
create trigger sign_in_event_append_only before update or delete on sign_in_event
  for each row execute function refuse_change();
create trigger user_account_no_truncate before truncate on user_account
  execute function refuse_change();
create trigger user_revision_no_truncate before truncate on user_revision
  execute function refuse_change();
create trigger first_administrator_link_no_truncate before truncate on first_administrator_link
  execute function refuse_change();
create trigger sign_in_event_no_truncate before truncate on sign_in_event
  execute function refuse_change();

grant select, insert on user_account, user_revision, first_administrator_link, sign_in_event
  to ${app_role};
grant select on user_now to ${app_role};
