-- What stays when words go: counts, and a keyed number for each giver and each source, never the ids themselves.
-- Such a number is negative, as no id of Discord's is before 2084; store/codec.rs makes it.

alter table thanks add column giver_hash bigint not null default 0;
create index thanks_by_hash on thanks (guild, giver_hash);
