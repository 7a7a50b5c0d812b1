-- Who of several processes on one database does what only one may do, and which processes there are. `beats` counts
-- renewals: whoever waits sees by its own clock whether it still grows, so no clock is compared with another's.
create table leases (
    name text primary key not null,
    holder text not null,
    beats bigint not null
);

-- Interactions that somebody has taken up, so that one that two connections tell is answered once. A number of
-- Discord's and an instant; neither who nor what.
create table interactions (
    interaction bigint primary key not null,
    taken_at bigint not null
);
