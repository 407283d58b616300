-- Addresses that go once the last of their open interactions is closed, and who asked for it.
create table retiring_address (
    organisation_id text not null,
    address_id text not null,
    asked_by text not null,
    primary key (organisation_id, address_id)
);

-- An agent who was configured before agents could be deactivated is active.
update directory_entry set value = value || '{"active": true}' where kind = 'agent';

-- The queue that an interaction waited in last; null for one of before that was known.
alter table known_interaction add column queue_id text;
create index known_interaction_of_queue on known_interaction (organisation_id, queue_id) where closed_at is null;
