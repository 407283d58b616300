-- Which recipients a delivered reply did not reach after all (from delivery reports), once each.
alter table delivery_recipient
    add column bounced_at timestamptz,
    add column bounce_status text,
    add column bounce_reason text,
    add column bounce_email_id text;
create index on outgoing_reply (organisation_id, message_id);
create index on delivery_recipient (organisation_id, lower(address));

-- The same, as it is shown (from reply-events).
alter table reply add column bounced text[] not null default '{}';
