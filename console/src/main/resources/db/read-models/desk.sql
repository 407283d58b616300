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
    wrap_up_code text,
    wrap_up_started_at timestamptz,
    wrap_up_ends_at timestamptz,
    after_call_work_micros bigint,
    parked_until timestamptz,
    trouble text,
    changed_at timestamptz,
    primary key (organisation_id, interaction_id)
);

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
    -- What was found out about whom it is from, and the domain that this is about; null where that was not looked at.
    sender_proof text,
    sender_domain text,
    -- Whether a virus was found in it, whatever became of it then.
    infected boolean,
    -- By which rule it was given its conversation, and which other one it named without belonging to it.
    threading_rule text,
    claimed_conversation_id text,
    -- Where an agent moved it from, the last time.
    moved_from_conversation_id text,
    discarded text,
    kept_aside text,
    kept_aside_at timestamptz,
    primary key (organisation_id, email_id)
);

-- Conversations that an agent merged into others.
create table conversation_merge (
    organisation_id text not null,
    conversation_id text not null,
    into_conversation_id text not null,
    primary key (organisation_id, conversation_id)
);

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
    bounced text,
    primary key (organisation_id, reply_id)
);

-- What agents wrote for their colleagues.
create table note (
    organisation_id text not null,
    note_id text not null,
    interaction_id text,
    agent_id text,
    content_key text,
    noted_at timestamptz,
    primary key (organisation_id, note_id)
);

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
