-- How each organisation stands, as it was last published; where it was not yet, that is mended at the next start.
alter table organisation add column standing text;
alter table removed_organisation add column standing_written boolean not null default false;

-- Has a row once the standings of all organisations from before there were any have been published.
create table standings_complete (
    written_at timestamptz not null
);
