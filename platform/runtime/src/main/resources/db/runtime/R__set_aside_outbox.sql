-- Repeatable, so that it also runs in databases whose versions are past those of the runtime: only additions that may be made twice.
alter table outbox add column if not exists added_at timestamptz not null default now();

-- Events that can never be published as they are, and those of the same key behind them, in the order of id.
create table if not exists outbox_set_aside (
    id bigint primary key,
    topic text not null,
    organisation_id text not null,
    record_key text not null,
    payload bytea,
    headers jsonb not null,
    added_at timestamptz not null,
    reason text not null,
    set_aside_at timestamptz not null default now()
);

create index if not exists outbox_set_aside_by_key on outbox_set_aside (topic, record_key);

-- Gives all events of one key back to the outbox, in their order and before all that came later; returns how many.
create or replace function outbox_give_back(of_topic text, of_key text) returns bigint language sql as $$
    with given as (
        delete from outbox_set_aside where topic = of_topic and record_key = of_key returning *
    ), back as (
        insert into outbox (id, topic, organisation_id, record_key, payload, headers)
        overriding system value
        select id, topic, organisation_id, record_key, payload, headers from given
        returning 1
    )
    select count(*) from back
$$;
