-- Which agent handles which interaction (from interaction-events).
create table interaction (
    organisation_id text not null,
    interaction_id text not null,
    conversation_id text not null,
    address_id text not null,
    customer_address text not null,
    customer_name text,
    subject text not null,
    email_id text not null,
    agent_id text,
    handled_since timestamptz,
    reply_under_way text,
    primary key (organisation_id, interaction_id)
);

-- The mails of conversations, received and sent. A row may know its conversation before its content, or the other way round.
create table conversation_mail (
    organisation_id text not null,
    mail_id text not null,
    conversation_id text,
    from_customer boolean not null default true,
    message_id text,
    in_reply_to text[] not null default '{}',
    reference_ids text[] not null default '{}',
    author_address text,
    author_name text,
    at timestamptz,
    raw_key text,
    primary key (organisation_id, mail_id)
);
create index on conversation_mail (organisation_id, conversation_id, at);

-- The replies that agents asked for, each with its newest news.
create table reply (
    organisation_id text not null,
    reply_id text not null,
    interaction_id text not null,
    agent_id text not null,
    address_id text not null,
    recipients jsonb not null,
    subject text not null,
    content_key text not null,
    content_size bigint not null,
    content_sha256 text not null,
    include_history boolean,
    requested_at timestamptz not null,
    idempotency_key text,
    state text not null,
    changed_at timestamptz not null,
    reason text,
    attempts integer not null default 0,
    next_attempt_at timestamptz,
    message_id text,
    primary key (organisation_id, reply_id),
    unique (organisation_id, agent_id, idempotency_key)
);
create index on reply (organisation_id, interaction_id, requested_at);

-- The replies that were composed, so that none is composed twice.
create table composed_reply (
    organisation_id text not null,
    reply_id text not null,
    primary key (organisation_id, reply_id)
);

-- The organisations' domains, and whether they may send (from domain-events).
create table sending_domain (
    organisation_id text not null,
    domain_id text not null,
    domain_name text not null,
    verified boolean not null default false,
    removed boolean not null default false,
    primary key (organisation_id, domain_id)
);
create unique index on sending_domain (organisation_id, domain_name) where not removed;

-- DKIM keys; private_key is sealed with the master key for this organisation.
create table dkim_key (
    organisation_id text not null,
    domain_id text not null,
    selector text not null,
    public_key text not null,
    private_key bytea not null,
    created_at timestamptz not null,
    primary key (organisation_id, domain_id, selector)
);

-- The ledger: replies on their way, their groups of recipients with the same domain, their recipients.
create table outgoing_reply (
    organisation_id text not null,
    reply_id text not null,
    interaction_id text not null,
    message_id text not null,
    envelope_sender text not null,
    mail_key text not null,
    dkim_selectors text[] not null,
    queued_at timestamptz not null,
    ended text not null check (ended in ('OPEN', 'SENT', 'FAILED', 'UNCERTAIN')),
    primary key (organisation_id, reply_id)
);
create table delivery (
    organisation_id text not null,
    reply_id text not null,
    route text not null,
    state text not null check (
        state in ('QUEUED', 'ATTEMPTING', 'HANDING_OVER', 'DEFERRED', 'SENT', 'FAILED', 'UNCERTAIN')),
    attempts integer not null,
    due_at timestamptz not null,
    sender text,
    reason text,
    primary key (organisation_id, reply_id, route),
    foreign key (organisation_id, reply_id) references outgoing_reply
);
create index on delivery (due_at) where state in ('QUEUED', 'DEFERRED');
create index on delivery (state) where state in ('ATTEMPTING', 'HANDING_OVER');
create table delivery_recipient (
    organisation_id text not null,
    reply_id text not null,
    position integer not null,
    route text not null,
    address text not null,
    visible boolean not null,
    outcome text check (outcome in ('DELIVERED', 'DEFERRED', 'REFUSED', 'UNKNOWN')),
    server text,
    answer text,
    enhanced_status text,
    primary key (organisation_id, reply_id, position),
    foreign key (organisation_id, reply_id) references outgoing_reply
);

-- When each sender last gave a sign of life.
create table sender (
    sender text primary key,
    seen_at timestamptz not null
);
