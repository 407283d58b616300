-- Stored mails are read again from their originals, since readings become better. What a reading finds otherwise than the reception
-- did is listed here; what the reception found stays as it is.
create table reparse (
    id integer generated always as identity primary key,
    asked_at timestamptz not null default now(),
    finished_at timestamptz,
    -- The place in postroom.email-events from which on mails are still to be read.
    next_partition integer not null default 0,
    next_offset bigint not null default 0,
    -- How many mails there were when it began.
    mails bigint,
    mails_read bigint not null default 0,
    mails_different bigint not null default 0,
    mails_unreadable bigint not null default 0
);
create unique index reparse_one_runs on reparse ((true)) where finished_at is null;

create table reparse_difference (
    reparse integer not null references reparse on delete cascade,
    organisation_id text not null,
    email_id text not null,
    fact text not null,
    before text not null,
    after text not null,
    primary key (reparse, organisation_id, email_id, fact)
);

-- Asks the console to read all stored mails again; returns the number of this run. One that is running goes on; what a former one
-- has found is forgotten.
create function reparse_begin() returns integer language plpgsql as $$
declare
    run integer;
begin
    delete from reparse where finished_at is not null;
    insert into reparse default values on conflict do nothing returning id into run;
    if run is null then
        select id into run from reparse where finished_at is null;
    end if;
    return run;
end
$$;
