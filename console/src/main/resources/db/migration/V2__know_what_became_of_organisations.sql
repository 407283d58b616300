-- ACTIVE, SUSPENDED or REMOVED. Of a removed organisation this row alone is kept, without its name: late events of it
-- would else bring back rows that nobody removes.
alter table organisation
    add column state text not null default 'ACTIVE',
    add column suspended_reason text;
