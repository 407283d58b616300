-- Repeatable, so that it also runs in databases whose versions are past those of the runtime: only additions that may be made twice.

-- Records that a listener could not process, and those that wait behind them.
create table if not exists listener_set_aside (
    id bigint generated always as identity primary key,
    -- The listener's consumer group.
    listener text not null,
    -- What the record is about: organisation, or organisation/kind/id.
    entity text not null,
    topic text not null,
    topic_partition integer not null,
    topic_offset bigint not null,
    record_key text,
    payload bytea,
    -- Each header's value in Base64, by its name.
    headers jsonb not null,
    written_at timestamptz not null,
    event_type text not null,
    reason text not null,
    trace text not null,
    set_aside_at timestamptz not null default now(),
    -- When it failed last; null of a record that only waits behind another one.
    failed_at timestamptz,
    attempts integer not null default 0,
    -- Since when the service is asked to process it.
    retry_wanted_at timestamptz,
    -- Discarded records are kept for 30 days, and hold nothing back.
    discarded_at timestamptz,
    discarded_because text,
    unique (listener, topic, topic_partition, topic_offset)
);

create index if not exists listener_set_aside_by_entity on listener_set_aside (listener, entity);
create index if not exists listener_set_aside_wanted on listener_set_aside (id) where retry_wanted_at is not null;
create index if not exists listener_set_aside_discarded on listener_set_aside (discarded_at) where discarded_at is not null;

-- Whether the order of two records matters: of the same thing, or of a whole and its part.
create or replace function listener_related(one text, other text) returns boolean language sql immutable as $$
    select one = other or starts_with(one, other || '/') or starts_with(other, one || '/')
$$;

-- For the length of a transaction, nobody else sets aside, gives back or discards for this listener and organisation.
create or replace function listener_lock(of_listener text, of_entity text) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended(of_listener || ' ' || split_part(of_entity, '/', 1), 0))
$$;

-- Lets what only waits behind a record that is gone be processed.
create or replace function listener_release(of_listener text, of_entity text) returns void language sql as $$
    update listener_set_aside set retry_wanted_at = now()
    where listener = of_listener and discarded_at is null and failed_at is null and retry_wanted_at is null
      and listener_related(entity, of_entity)
$$;

-- Asks the service to process a record and what waits behind it; returns how many records that concerns.
create or replace function listener_retry(of_id bigint) returns bigint language plpgsql as $$
declare
    wanted listener_set_aside;
    concerned bigint;
begin
    select * into wanted from listener_set_aside where id = of_id and discarded_at is null;
    if not found then
        return 0;
    end if;
    perform listener_lock(wanted.listener, wanted.entity);
    update listener_set_aside set retry_wanted_at = now() where id = of_id and discarded_at is null;
    select count(*) into concerned from listener_set_aside
        where listener = wanted.listener and discarded_at is null and listener_related(entity, wanted.entity);
    return concerned;
end
$$;

-- Gives a record up for good, with a reason, and lets what waits behind it be processed; returns whether there was one.
create or replace function listener_discard(of_id bigint, because text) returns boolean language plpgsql as $$
declare
    unwanted listener_set_aside;
begin
    select * into unwanted from listener_set_aside where id = of_id and discarded_at is null;
    if not found then
        return false;
    end if;
    perform listener_lock(unwanted.listener, unwanted.entity);
    update listener_set_aside set discarded_at = now(), discarded_because = because, retry_wanted_at = null
        where id = of_id and discarded_at is null;
    if not found then
        return false;
    end if;
    perform listener_release(unwanted.listener, unwanted.entity);
    return true;
end
$$;
