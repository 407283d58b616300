-- Conversations that an agent merged into others (from interaction-events): their mails are one history.
create table conversation_merge (
    organisation_id text not null,
    conversation_id text not null,
    into_conversation_id text not null,
    primary key (organisation_id, conversation_id)
);
create index on conversation_merge (organisation_id, into_conversation_id);
