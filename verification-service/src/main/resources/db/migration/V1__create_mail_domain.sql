-- The mail domains of all organisations, with what was issued and found, and when each is checked next.
create table mail_domain (
    domain_id text primary key,
    organisation_id text not null,
    domain_name text not null,
    records jsonb not null,
    receiving_state text not null,
    receiving_since timestamptz,
    receiving_grace_ends_at timestamptz,
    sending_state text not null,
    sending_since timestamptz,
    sending_grace_ends_at timestamptz,
    eager_since timestamptz not null,
    last_results jsonb not null,
    last_checked_at timestamptz,
    next_check_at timestamptz not null,
    check_requested boolean not null default false,
    last_requested_at timestamptz,
    -- Counts how often the domain was taken for a check, so that a check that took too long is not completed.
    claim bigint not null default 0
);

create index mail_domain_due on mail_domain (next_check_at);

-- Domains that were removed: an event about one of them that is delivered once more must not bring it back.
create table removed_mail_domain (
    domain_id text primary key
);
