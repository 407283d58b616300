-- How each domain stands, as it was last published; nothing where it was not yet, which is mended at the next start.
alter table mail_domain add column standing jsonb;
create index mail_domain_without_standing on mail_domain (domain_id) where standing is null;

-- Has a row once the standings of all domains from before there were any have been published.
create table standings_complete (
    written_at timestamptz not null
);
