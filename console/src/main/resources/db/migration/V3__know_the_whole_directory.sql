-- What forms offer to choose from, of the kinds that pages only need the names of.
create table entry_name (
    organisation_id text not null,
    kind text not null,
    entity_id text not null,
    name text,
    primary key (organisation_id, kind, entity_id)
);

-- Answers that agents put into their replies.
create table canned_response (
    organisation_id text not null,
    canned_response_id text not null,
    name text,
    library_id text,
    html text,
    substitutions jsonb,
    primary key (organisation_id, canned_response_id)
);

create or replace procedure truncate_read_models()
language sql
as $$
    truncate projection_position, timeline, organisation, domain, address, queue, skill, signature, agent,
        agent_status, interaction, email, reply, refused_command, entry_name, canned_response;
$$;
