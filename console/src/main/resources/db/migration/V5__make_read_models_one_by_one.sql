-- Each read model is made in generations: a schema of its own for the tables of each, which db/read-models describes, and here
-- what there is of them. Pages read views of the same names.

create sequence read_model_generation_number as integer;

create table read_model_generation (
    model text not null,
    generation integer not null,
    -- Which form of tables and meaning of events it was made for; 0 is what there was before.
    version integer not null,
    state text not null check (state in ('FILLING', 'SERVING', 'RETIRED')),
    -- Whether it has what makes reading quick.
    indexed boolean not null default false,
    changed_at timestamptz not null default now(),
    -- How many records of the log are still to be read, of how many, when somebody last looked.
    behind bigint,
    log_length bigint,
    looked_at timestamptz,
    primary key (model, generation)
);
create unique index read_model_one_serves on read_model_generation (model) where state = 'SERVING';
create unique index read_model_one_is_filled on read_model_generation (model) where state = 'FILLING';

-- How far a generation has read the log: changed in the same transaction as its rows, so that no event is applied twice.
create table read_model_place (
    model text not null,
    generation integer not null,
    topic text not null,
    partition integer not null,
    next_offset bigint not null,
    primary key (model, generation, topic, partition),
    foreign key (model, generation) references read_model_generation on delete cascade
);

-- Organisations of which a generation keeps nothing: late events of them would else bring back rows that nobody removes.
create table read_model_removed_organisation (
    model text not null,
    generation integer not null,
    organisation_id text not null,
    primary key (model, generation, organisation_id),
    foreign key (model, generation) references read_model_generation on delete cascade
);

-- Read models that an operator wants to be made anew.
create table read_model_wish (
    model text primary key,
    wished_at timestamptz not null default now()
);

-- Asks the console to make a read model anew; returns the number of the generation that serves now, null where there is no such
-- read model. One that is being made anew already goes on.
create function read_model_rebuild(of_model text) returns integer language sql as $$
    insert into read_model_wish (model)
        select model from read_model_generation g where model = of_model and state = 'SERVING'
        and not exists (select 1 from read_model_generation f where f.model = g.model and f.state = 'FILLING')
        on conflict do nothing;
    select generation from read_model_generation where model = of_model and state = 'SERVING'
$$;

drop procedure truncate_read_models();

-- What an earlier release made goes on serving, as generation 1 and version 0, until this release's own is full.
do $$
declare
    models constant jsonb := '{
        "directory": ["organisation", "domain", "address", "queue", "skill", "signature", "agent", "entry_name", "canned_response"],
        "desk": ["agent_status", "interaction", "email", "reply", "refused_command"],
        "timeline": ["timeline"]}';
    topics constant jsonb := '{
        "directory": ["postroom.domain-events", "postroom.configuration"],
        "desk": ["postroom.domain-events", "postroom.email-events", "postroom.interaction-events", "postroom.agent-events",
            "postroom.reply-events"],
        "timeline": ["postroom.domain-events", "postroom.configuration", "postroom.email-events", "postroom.interaction-events",
            "postroom.agent-events", "postroom.reply-events"]}';
    was_filled constant boolean := exists (select 1 from projection_position);
    of_model text;
    of_table text;
begin
    for of_model in select jsonb_object_keys(models) loop
        if was_filled then
            insert into read_model_generation (model, generation, version, state, indexed)
                values (of_model, 1, 0, 'SERVING', true);
            insert into read_model_place
                select of_model, 1, topic, partition, next_offset from projection_position
                where topics -> of_model ? topic;
            insert into read_model_removed_organisation
                select of_model, 1, organisation_id from organisation where state = 'REMOVED';
            -- The one listener that there was is now three.
            if to_regclass('listener_set_aside') is not null then
                insert into listener_set_aside (listener, entity, topic, topic_partition, topic_offset, record_key, payload, headers,
                        written_at, event_type, reason, trace, set_aside_at, failed_at, attempts, retry_wanted_at, discarded_at,
                        discarded_because)
                    select 'console.' || of_model || '.1', entity, topic, topic_partition, topic_offset, record_key, payload, headers,
                        written_at, event_type, reason, trace, set_aside_at, failed_at, attempts, retry_wanted_at, discarded_at,
                        discarded_because
                    from listener_set_aside where listener = 'console' and topics -> of_model ? topic order by id;
            end if;
            execute format('create schema %I', of_model || '_1');
        end if;
    end loop;
    for of_model, of_table in select key, jsonb_array_elements_text(value) from jsonb_each(models) loop
        if was_filled then
            execute format('alter table %I set schema %I', of_table, of_model || '_1');
        else
            execute format('drop table %I', of_table);
        end if;
    end loop;
    if was_filled then
        perform setval('read_model_generation_number', 1);
    end if;
    if to_regclass('listener_set_aside') is not null then
        delete from listener_set_aside where listener = 'console';
    end if;
end
$$;

drop table projection_position;
