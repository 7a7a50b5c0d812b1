-- What must not be collected, by keyed numbers alone: who erased themselves, who wants their messages ignored, and
-- messages whose words were erased or deleted. `guild` is 0 for what holds in every server.
create table not_collected (
    number bigint primary key not null,
    guild bigint not null,
    -- The newest id of Discord's that it holds for: what was said until then. Nothing: whatever is said, at any time.
    until_id bigint
);
create index not_collected_by_server on not_collected (guild);

-- Until now the hash of an erased message stood in its thank-you alone.
insert into not_collected (number, guild) select distinct source, guild from thanks where source < 0;

-- The list of erasures beside the database has not been compared with this table yet.
insert into remembered (name, value) values ('erasures-unread', '1');
