-- The post that asks the holders of the manager role: for which role one was made last, how often one was made in this
-- campaign, how many people it asked, and how many of them have a place on the roster since.
alter table campaigns add column holders_role bigint;
alter table campaigns add column holders_post bigint not null default 0;
alter table campaigns add column holders_asked bigint not null default 0;
alter table campaigns add column holders_joined bigint not null default 0;
