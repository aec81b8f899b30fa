-- The versions of the knowledge, word for word, and who signed what about each. Nothing here is ever changed.

create table knowledge_version (
  content_hash     text primary key check (content_hash ~ '^[0-9a-f]{64}$'),
  version          text        not null,
  files            jsonb       not null,
  software_version text        not null,
  taken_at         timestamptz not null
);

create table knowledge_signature (
  position     bigint generated always as identity primary key,
  content_hash text        not null references knowledge_version,
  meaning      text        not null check (meaning in ('REVIEWED', 'APPROVED', 'WITHDREW')),
  signer_id    text        not null,
  signer_name  text        not null,
  signer_role  text        not null,
  signed_at    timestamptz not null,
  reason       text        not null check (reason <> ''),
  command_key  text        not null unique
);
create index knowledge_signature_version on knowledge_signature (content_hash);

create trigger knowledge_version_append_only before update or delete on knowledge_version
  for each row execute function refuse_change();
create trigger knowledge_signature_append_only before update or delete on knowledge_signature
  for each row execute function refuse_change();
create trigger knowledge_version_no_truncate before truncate on knowledge_version
  execute function refuse_change();
create trigger knowledge_signature_no_truncate before truncate on knowledge_signature
  execute function refuse_change();

grant select, insert on knowledge_version, knowledge_signature to ${app_role};
