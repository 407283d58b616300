-- Whether a claimed name is the organisation's. Several may claim one; the index lets one have it.
alter table mail_domain add column ownership_state text not null default 'UNPROVEN'
    check (ownership_state in ('UNPROVEN', 'WAITING', 'OWNED', 'IN_DOUBT'));
alter table mail_domain alter column ownership_state drop default;
alter table mail_domain add column ownership_since timestamptz;
alter table mail_domain add column ownership_grace_ends_at timestamptz;
-- The name that another organisation has and this claim waits for: its own or one above it.
alter table mail_domain add column ownership_held text;

-- Until now a name was claimed once at most, so that whoever has proven it, has it.
with proof as (
    select domain_id, domain_name, use ->> 'sending' = 'PLATFORM' as by_sending, use ->> 'receiving' = 'MX' as by_mx,
        exists (select 1 from jsonb_array_elements(findings -> 'results') result
            where result #>> '{expected,purpose}' = 'OWNERSHIP' and result ->> 'status' = 'OK') as found
    from mail_domain where use ->> 'type' = 'CUSTOM'
), state as (
    select p.domain_id, p.domain_name,
        case
            when p.found then 'OWNED'
            when p.by_sending and d.sending_state = 'VERIFIED' then 'OWNED'
            when p.by_mx and d.receiving_state = 'VERIFIED' then 'OWNED'
            when p.by_sending and d.sending_state = 'DEGRADED' then 'IN_DOUBT'
            when p.by_mx and d.receiving_state = 'DEGRADED' then 'IN_DOUBT'
        end as state,
        case when p.by_sending then d.sending_since else d.receiving_since end as since,
        case when p.by_sending then d.sending_grace_ends_at else d.receiving_grace_ends_at end as grace_ends_at
    from proof p join mail_domain d using (domain_id)
), first as (
    select distinct on (domain_name) * from state where state is not null order by domain_name, since, domain_id
)
update mail_domain set
    ownership_state = first.state,
    ownership_since = coalesce(first.since, now()),
    ownership_grace_ends_at = case when first.state = 'IN_DOUBT' then coalesce(first.grace_ends_at, now()) end
from first where mail_domain.domain_id = first.domain_id;

create unique index mail_domain_owner on mail_domain (domain_name) where ownership_state in ('OWNED', 'IN_DOUBT');
create index mail_domain_waiting on mail_domain (ownership_held) where ownership_state = 'WAITING';
