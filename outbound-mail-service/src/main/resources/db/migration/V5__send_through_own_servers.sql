-- The organisations' own SMTP servers; secret is sealed with the master key for this organisation.
create table smtp_server (
    organisation_id text not null,
    smtp_server_id text not null,
    name text not null,
    host text not null,
    port integer not null,
    encryption text not null check (encryption in ('NONE', 'STARTTLS', 'TLS')),
    authentication text not null check (authentication in ('NONE', 'PASSWORD', 'OAUTH2')),
    user_name text,
    token_endpoint text,
    client_id text,
    scope text,
    secret bytea,
    connection_limit integer not null,
    version bigint not null,
    changed_at timestamptz not null,
    primary key (organisation_id, smtp_server_id)
);
create unique index on smtp_server (organisation_id, lower(name));

-- A delivery leaves through such a server, or not; held ones wait for something other than their time.
alter table delivery
    add column smtp_server_id text,
    add column held boolean not null default false;
create index on delivery (organisation_id) where state in ('QUEUED', 'DEFERRED');
create index on delivery (organisation_id, smtp_server_id) where state in ('ATTEMPTING', 'HANDING_OVER');
