-- What was not heard: since when a server's campaign is not listened to, and what has not been looked for yet. A row
-- stands for as long as a campaign is listened to at all. Until when everything was heard stands in `remembered`.
create table hearing (
    guild bigint not null,
    year bigint not null,
    -- Since when nothing is heard of it; nothing while it is heard.
    deaf_since bigint,
    -- The gap that has to be looked through; nothing when there is none. Two gaps become one.
    from_at bigint,
    until_at bigint,
    -- How far that has come, as JSON: ids and numbers, no words.
    progress text,
    primary key (guild, year)
);
