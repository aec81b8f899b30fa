-- Who wrote a version of the knowledge in the browser and submitted it as a draft. Nothing here is ever changed.

create table knowledge_draft (
  position          bigint generated always as identity primary key,
  content_hash      text        not null references knowledge_version,
  submitted_by_id   text        not null,
  submitted_by_name text        not null,
  submitted_by_role text        not null,
  submitted_at      timestamptz not null,
  command_key       text        not null unique
);
create index knowledge_draft_version on knowledge_draft (content_hash);

create trigger knowledge_draft_append_only before update or delete on knowledge_draft
  for each row execute function refuse_change();
create trigger knowledge_draft_no_truncate before truncate on knowledge_draft
  execute function refuse_change();

grant select, insert on knowledge_draft to ${app_role};
