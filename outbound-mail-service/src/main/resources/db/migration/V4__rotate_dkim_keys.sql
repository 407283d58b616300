-- The life of each key: it is issued, found in DNS, used, and destroyed some time after its successor took over.
alter table dkim_key
    add column key_type text not null default 'rsa' check (key_type in ('rsa', 'ed25519')),
    add column state text not null default 'ACTIVE' check (state in ('STANDBY', 'ACTIVE', 'RETIRING', 'RETIRED')),
    add column record_ok boolean not null default false,
    add column activated_at timestamptz,
    add column retires_at timestamptz,
    alter column private_key drop not null;
update dkim_key set activated_at = created_at;
alter table dkim_key alter column state drop default, alter column key_type drop default;
create unique index on dkim_key (organisation_id, domain_id) where state = 'ACTIVE' and key_type = 'rsa';

-- The key that system domains are signed with; private_key is sealed with the master key.
create table platform_key (
    domain_name text not null,
    selector text not null,
    public_key text not null,
    private_key bytea not null,
    created_at timestamptz not null,
    primary key (domain_name, selector)
);
