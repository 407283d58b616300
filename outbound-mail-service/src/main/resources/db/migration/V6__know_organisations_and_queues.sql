-- The organisations' names (from domain-events); of a removed one only the identifier stays.
create table organisation (
    organisation_id text primary key,
    name text not null,
    removed boolean not null default false
);

-- The queue an interaction waited in last, whose signature counts where its address has none.
alter table interaction add column queue_id text;
