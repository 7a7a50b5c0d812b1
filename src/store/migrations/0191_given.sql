-- How many thank-yous a person had given in the hour before they erased themselves, so that an erasure does not lift the limit.
alter table not_collected add column given bigint not null default 0;
