-- How often in a row the process ended, or could not store the outcome, while it had claimed a send: what ends it each
-- time must not be tried for ever.
alter table sends add column lost bigint not null default 0;
