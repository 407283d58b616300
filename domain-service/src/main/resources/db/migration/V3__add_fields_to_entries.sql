-- Entries from before have the values that the new fields have by default.
update directory_entry set value = value || '{"roles": []}' where kind = 'agent';

update directory_entry set value = value || '{
  "evaluation": "ALL_SKILLS", "wrapUpCodes": [], "serviceLevel": {"percent": 80, "target": "PT24H"},
  "afterCallWork": {"mode": "OPTIONAL", "seconds": 0}, "defaultSignature": null
}' where kind = 'queue';

update directory_entry set value = jsonb_build_object('name', value -> 'name', 'library', null, 'content',
    jsonb_build_object('html', value -> 'html', 'text', value -> 'text', 'substitutions', '[]'::jsonb))
    where kind = 'signature';

-- Every definition that a flow ever had.
create table flow_definition (
    organisation_id text not null,
    kind text not null check (kind = 'flow'),
    flow_id text not null,
    definition_version bigint not null,
    definition text not null,
    saved_by text not null,
    saved_at timestamptz not null,
    primary key (organisation_id, flow_id, definition_version),
    foreign key (organisation_id, kind, flow_id) references directory_entry on delete cascade
);
