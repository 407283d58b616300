-- How each domain is used, and what was found out about it (from domain-events).
alter table sending_domain
    add column system boolean not null default false,
    add column standing text not null default 'UNDECIDED' check (standing in ('UNDECIDED', 'VERIFIED', 'FAILED')),
    add column proven_before boolean not null default false,
    add column sending_way text not null default 'PLATFORM' check (sending_way in ('PLATFORM', 'CUSTOM_SMTP')),
    add column smtp_server_id text,
    add column when_unverified text not null default 'HOLD' check (when_unverified in ('HOLD', 'SYSTEM_DOMAIN', 'REFUSE')),
    add column mail_from_label text not null default 'bounce',
    add column mail_from_mx boolean not null default false,
    add column mail_from_spf boolean not null default false;
update sending_domain set standing = 'VERIFIED', proven_before = true where verified;
alter table sending_domain drop column verified;

-- What the stage that sends knows of organisations that are not simply at work.
create table sending_organisation (
    organisation_id text primary key,
    suspended_because text,
    removed boolean not null default false
);

-- The domain in whose name a mail leaves, so that it stops when the domain may not send any more.
alter table outgoing_reply add column domain_id text;
