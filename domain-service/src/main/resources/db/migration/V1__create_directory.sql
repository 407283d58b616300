-- The organisations of the installation. A change of anything that an organisation owns locks its row here first.
create table organisation (
    id text primary key,
    name text not null,
    account_name text not null unique,
    default_language text not null,
    time_zone text not null,
    created_at timestamptz not null
);

-- What an organisation has configured, one row an entry, newest version only; older versions are in the log.
create table directory_entry (
    organisation_id text not null references organisation,
    kind text not null,
    id text not null,
    version bigint not null,
    label text not null,
    unique_name text,
    unique_within text,
    value jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (organisation_id, kind, id),
    unique (kind, unique_within, unique_name)
);

-- Which entry needs which other; the database itself refuses to remove what is needed.
create table directory_reference (
    organisation_id text not null,
    kind text not null,
    id text not null,
    used_kind text not null,
    used_id text not null,
    primary key (organisation_id, kind, id, used_kind, used_id),
    foreign key (organisation_id, kind, id) references directory_entry on delete cascade,
    foreign key (organisation_id, used_kind, used_id) references directory_entry
);

create index directory_reference_by_use on directory_reference (organisation_id, used_kind, used_id);
