-- The mailboxes that mail is fetched from; secret is sealed with the master key for its organisation.
create table mailbox (
    organisation_id text not null,
    mailbox_id text not null,
    address_id text not null,
    host text not null,
    port integer not null,
    encryption text not null check (encryption in ('NONE', 'STARTTLS', 'TLS')),
    authentication text not null check (authentication in ('PASSWORD', 'OAUTH2')),
    user_name text not null,
    token_endpoint text,
    client_id text,
    scope text,
    secret bytea not null,
    folder text not null,
    afterwards text not null check (afterwards in ('NOTHING', 'MARK_READ', 'DELETE')),
    fetch_old boolean not null,
    version bigint not null,
    changed_at timestamptz not null,
    -- The place: every mail up to last_uid is on the log. Null where the mailbox was never opened.
    uid_validity bigint,
    last_uid bigint,
    arrived_until timestamptz,
    remade_below bigint,
    remade_since timestamptz,
    -- How fetching goes.
    failing_since timestamptz,
    problem text,
    refusals integer not null default 0,
    failures integer not null default 0,
    next_attempt timestamptz not null,
    fetched_at timestamptz,
    -- Who fetches, and until when nobody else may.
    leased_by text,
    leased_until timestamptz not null default '-infinity',
    primary key (organisation_id, mailbox_id)
);
create unique index on mailbox (organisation_id, host, user_name, folder);
create index on mailbox (leased_until);

-- Mails that were refused for good; they stay in their mailbox.
create table mailbox_not_taken (
    organisation_id text not null,
    mailbox_id text not null,
    uid_validity bigint not null,
    uid bigint not null,
    reason text not null,
    noted_at timestamptz not null,
    primary key (organisation_id, mailbox_id, uid_validity, uid),
    foreign key (organisation_id, mailbox_id) references mailbox on delete cascade
);
