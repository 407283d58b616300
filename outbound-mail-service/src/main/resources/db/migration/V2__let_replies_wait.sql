-- Replies that cannot go on yet, each with all that its stage needs to take it further.
create table waiting_reply (
    stage text not null check (stage in ('COMPOSE', 'SEND')),
    organisation_id text not null,
    interaction_id text not null,
    reply_id text not null,
    reply jsonb not null,
    position bigint generated always as identity,
    since timestamptz not null,
    held boolean not null,
    reason text not null,
    due_at timestamptz not null,
    primary key (stage, organisation_id, reply_id)
);
create index on waiting_reply (stage, due_at);
create index on waiting_reply (stage, organisation_id, interaction_id, position);
