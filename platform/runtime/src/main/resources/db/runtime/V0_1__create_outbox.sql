-- Events that were decided together with a change of this database and are still to be published, in the order of id.
create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    organisation_id text not null,
    record_key text not null,
    payload bytea,
    headers jsonb not null
);
