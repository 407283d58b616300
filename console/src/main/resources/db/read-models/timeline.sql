-- Every event with its place in the log, for the story of an interaction.
create table timeline (
    topic text not null,
    partition int not null,
    log_offset bigint not null,
    organisation_id text not null,
    event text not null,
    interaction_id text,
    email_id text,
    occurred_at timestamptz not null,
    details jsonb not null,
    primary key (topic, partition, log_offset)
);
