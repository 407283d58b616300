-- A name may be claimed by several organisations; who has it is decided by verification-service. System domains keep
-- their names for themselves.
update directory_entry set unique_within = organisation_id where kind = 'domain' and value ->> 'type' = 'CUSTOM';

-- What another organisation has proven is no reason any more to refuse a name when it is added.
drop table proven_domain;
