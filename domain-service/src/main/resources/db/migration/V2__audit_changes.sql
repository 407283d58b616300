-- Every change of what an organisation has configured, counted from 1 within the organisation.
create table audit_entry (
    organisation_id text not null references organisation on delete cascade,
    sequence bigint not null,
    changed_at timestamptz not null,
    changed_by text not null,
    kind text not null,
    entry_id text not null,
    label text not null,
    action text not null,
    version bigint not null,
    changes jsonb not null,
    primary key (organisation_id, sequence)
);

create index audit_entry_by_entry on audit_entry (organisation_id, kind, entry_id, sequence);

-- Lists are read in parts, in the order of their labels.
create index directory_entry_by_label on directory_entry (organisation_id, kind, lower(label), id);
