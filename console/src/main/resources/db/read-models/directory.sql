-- ACTIVE, SUSPENDED or REMOVED. Of a removed organisation this row alone is kept, without its name.
create table organisation (
    organisation_id text primary key,
    name text,
    account_name text,
    time_zone text,
    state text not null default 'ACTIVE',
    suspended_reason text
);

-- What was found of a domain is asked of verification-service; here is the name alone.
create table domain (
    organisation_id text not null,
    domain_id text not null,
    name text,
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
    service_level_percent int,
    service_level_seconds int,
    -- NONE, OPTIONAL, MANDATORY or MANDATORY_TIMED.
    after_call_work text,
    wrap_up_code_ids jsonb,
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
