-- The copies that went out within a day: which, from which server, and to whom, the copy and the recipient as keyed
-- numbers. By it no one gets more of them than the settings allow, whoever sends them.
create table copy_places (copy bigint not null primary key, guild bigint not null, recipient bigint not null, left_at bigint not null);
create index copy_places_left on copy_places (left_at);
-- Mails of the last day count, too; who got them is not known.
insert into copy_places (copy, guild, recipient, left_at)
    select row_number() over (order by key), guild, 0, mailed_at from sends where mailed_at is not null;
