-- What held a send back at its last try, so that a send that is skipped is reported with its true cause.
alter table sends add column held_by text;
