-- The pages' read models. Every row is made from events alone, so that all of this can be emptied and filled again from
-- the log: stop the console, run truncate_read_models(), start it.

-- How far the log has been read: changed in the same transaction as the rows, so that no event is applied twice.
create table projection_position (
    topic text not null,
    partition int not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

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
create index timeline_by_interaction on timeline (organisation_id, interaction_id);
create index timeline_by_email on timeline (organisation_id, email_id);

create table organisation (
    organisation_id text primary key,
    name text,
    account_name text,
    time_zone text
);

create table domain (
    organisation_id text not null,
    domain_id text not null,
    name text,
    added_at timestamptz,
    receiving text,
    receiving_reason text,
    sending text,
    sending_reason text,
    issued jsonb,
    checks jsonb,
    checked_at timestamptz,
    primary key (organisation_id, domain_id)
);

create table address (
    organisation_id text not null,
    address_id text not null,
    domain_id text,
    address text,
    from_name text,
    from_address text,
    queue_id text,
    history text,
    multiple_actions boolean,
    primary key (organisation_id, address_id)
);

create table queue (
    organisation_id text not null,
    queue_id text not null,
    name text,
    member_agent_ids jsonb,
    primary key (organisation_id, queue_id)
);

create table skill (
    organisation_id text not null,
    skill_id text not null,
    name text,
    primary key (organisation_id, skill_id)
);

create table signature (
    organisation_id text not null,
    signature_id text not null,
    name text,
    primary key (organisation_id, signature_id)
);

create table agent (
    organisation_id text not null,
    agent_id text not null,
    name text,
    email_capacity int,
    primary key (organisation_id, agent_id)
);

create table agent_status (
    organisation_id text not null,
    agent_id text not null,
    status text,
    reason text,
    since timestamptz,
    primary key (organisation_id, agent_id)
);

create table interaction (
    organisation_id text not null,
    interaction_id text not null,
    conversation_id text,
    state text,
    address_id text,
    queue_id text,
    agent_id text,
    customer_address text,
    customer_name text,
    subject text,
    language text,
    priority int,
    waiting_since timestamptz,
    offered_at timestamptz,
    offer_expires_at timestamptz,
    accepted_at timestamptz,
    closed_at timestamptz,
    close_reason text,
    handle_time_micros bigint,
    trouble text,
    changed_at timestamptz,
    primary key (organisation_id, interaction_id)
);
create index interaction_by_conversation on interaction (organisation_id, conversation_id);
create index interaction_by_agent on interaction (organisation_id, agent_id, state);
create index interaction_waiting on interaction (organisation_id, queue_id, waiting_since)
    where state in ('QUEUED', 'OFFERED', 'HANDLING');

create table email (
    organisation_id text not null,
    email_id text not null,
    conversation_id text,
    interaction_id text,
    from_address text,
    from_name text,
    subject text,
    received_at timestamptz,
    message_key text,
    attachments int,
    automation text,
    discarded text,
    primary key (organisation_id, email_id)
);
create index email_by_conversation on email (organisation_id, conversation_id);
create index email_by_interaction on email (organisation_id, interaction_id);

create table reply (
    organisation_id text not null,
    reply_id text not null,
    interaction_id text,
    agent_id text,
    state text,
    subject text,
    recipients text,
    content_key text,
    message_key text,
    requested_at timestamptz,
    changed_at timestamptz,
    answer text,
    attempts int,
    next_attempt_at timestamptz,
    primary key (organisation_id, reply_id)
);
create index reply_by_interaction on reply (organisation_id, interaction_id);

create table refused_command (
    organisation_id text not null,
    command_id text not null,
    command text,
    agent_id text,
    interaction_id text,
    reason text,
    refused_at timestamptz,
    primary key (organisation_id, command_id)
);
create index refused_command_by_agent on refused_command (organisation_id, agent_id, refused_at);

create procedure truncate_read_models()
language sql
as $$
    truncate projection_position, timeline, organisation, domain, address, queue, skill, signature, agent,
        agent_status, interaction, email, reply, refused_command;
$$;
