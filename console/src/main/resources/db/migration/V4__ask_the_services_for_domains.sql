-- What was found of a domain is asked of verification-service, which keeps more of it than its events' newest state;
-- here stays the name alone.
alter table domain
    drop column added_at,
    drop column receiving,
    drop column receiving_reason,
    drop column sending,
    drop column sending_reason,
    drop column issued,
    drop column checks,
    drop column checked_at;
