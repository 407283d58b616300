-- An organisation's life: it may be suspended, and its settings have versions.
alter table organisation add column version bigint not null default 1;
alter table organisation add column suspended_reason text;
alter table organisation add column suspended_by text;
alter table organisation add column suspended_at timestamptz;

-- Identifiers of organisations that were removed; none is ever given again, since the log still tells of it.
create table removed_organisation (
    id text primary key,
    removed_at timestamptz not null
);

-- Account names that were given up; each stays away from others for a while, since mail to its system domain goes on.
create table retired_account_name (
    account_name text primary key,
    organisation_id text not null,
    retired_at timestamptz not null
);

-- What other services have said of domains, interactions and SMTP servers, each from its events.
create table proven_domain (
    domain_id text not null,
    direction text not null,
    organisation_id text not null,
    domain_name text not null,
    primary key (domain_id, direction)
);
create index proven_domain_by_name on proven_domain (domain_name);

create table known_interaction (
    organisation_id text not null,
    interaction_id text not null,
    address_id text not null,
    closed_at timestamptz,
    primary key (organisation_id, interaction_id)
);
create index known_interaction_open on known_interaction (organisation_id, address_id) where closed_at is null;
create index known_interaction_closed on known_interaction (organisation_id, closed_at) where closed_at is not null;

create table known_smtp_server (
    organisation_id text not null,
    smtp_server_id text not null,
    name text not null,
    primary key (organisation_id, smtp_server_id)
);

-- What was configured before domains had settings and addresses had more of them gets the defaults.
update directory_entry set value = value || '{"type": "CUSTOM", "settings": {"receivingWay": "MX",
    "sendingWay": "PLATFORM", "smtpServer": null, "whenUnverified": "HOLD", "mailFromLabel": {"value": "bounce"}}}'
where kind = 'domain';

update directory_entry set value = jsonb_set(jsonb_set(jsonb_set(value,
    '{route}', value -> 'route' || '{"flow": null, "spam": {"action": "DISCONNECT", "flow": null}}'),
    '{answering}', value -> 'answering' || '{"signaturePlacement": "UNSEEN", "signatureOn": "EVERY_MAIL"}'),
    '{reception}', '{"catchAll": false, "plusAddressing": false}')
where kind = 'address';
