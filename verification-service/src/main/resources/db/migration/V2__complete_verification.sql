-- How a domain is used, its secrets and keys, what was issued and found; a domain that needs no checks is never due.
alter table mail_domain add column use jsonb not null
    default '{"type":"CUSTOM","receiving":"MX","sending":"PLATFORM","mailFromLabel":"bounce"}';
alter table mail_domain alter column use drop default;
alter table mail_domain add column tokens jsonb;
alter table mail_domain add column dkim_keys jsonb not null default '[]';
alter table mail_domain alter column dkim_keys drop default;
alter table mail_domain add column issue jsonb;
alter table mail_domain add column findings jsonb not null default '{"results":[]}';
alter table mail_domain alter column findings drop default;
alter table mail_domain add column redirect_proven_at timestamptz;
alter table mail_domain alter column next_check_at drop not null;

update mail_domain set
    tokens = jsonb_build_object(
        'ownership', split_part(records -> 0 ->> 'value', '=', 2),
        'redirect', left(replace(gen_random_uuid()::text, '-', ''), 16)),
    dkim_keys = coalesce(
        (select jsonb_agg(jsonb_build_object(
            'selector', split_part(record ->> 'name', '._domainkey.', 1),
            'keyType', substring(record ->> 'value' from 'k=([a-z0-9]+)'),
            'publicKey', substring(record ->> 'value' from 'p=(.*)$')))
        from jsonb_array_elements(records) record where record ->> 'purpose' = 'DKIM'),
        '[]'),
    issue = jsonb_build_object('records', records),
    next_check_at = now();

alter table mail_domain alter column tokens set not null;
alter table mail_domain alter column issue set not null;
alter table mail_domain drop column records;
alter table mail_domain drop column last_results;
create index mail_domain_organisation on mail_domain (organisation_id, domain_name);

-- When a domain was removed, so that it can be forgotten in the end.
alter table removed_mail_domain add column removed_at timestamptz not null default now();
create index removed_mail_domain_age on removed_mail_domain (removed_at);

-- The latest checks of each domain; what was found is kept where it differed from the check before.
create table past_check (
    sequence bigint generated always as identity primary key,
    organisation_id text not null,
    domain_id text not null references mail_domain on delete cascade,
    checked_at timestamptz not null,
    cause text not null,
    took_micros bigint not null,
    changes jsonb not null,
    results jsonb not null
);

create index past_check_domain on past_check (domain_id, sequence);
