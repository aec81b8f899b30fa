-- What this database is for. A demonstration has users whose passwords everybody knows, so a
-- database that ever held one is never served to patients, and the reverse.
create table installation (
  only_one  boolean     primary key default true check (only_one),
  kind      text        not null check (kind in ('demonstration', 'serve')),
  begun_at  timestamptz not null default now()
);

grant select, insert on installation to ${app_role};
