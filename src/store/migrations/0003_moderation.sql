-- Who was nominated for the roster, and what became of it.
create table nominations (
    id bigint primary key not null,
    guild bigint not null,
    nominator bigint not null,
    member bigint not null,
    -- The nominee's name, the reason, and the admins' answer.
    said_enc text not null,
    state text not null,
    nominated_at bigint not null,
    decided_at bigint,
    decided_by bigint
);
create index nominations_by_server on nominations (guild, state);
create index nominations_by_nominator on nominations (nominator);
insert into counters (name, value) values ('nominations', 0);

-- The channels of a server's rule about where the hashtag is heard: only there, or everywhere but there. All rows of a
-- server carry the same rule; a server without rows hears the hashtag everywhere.
create table hashtag_channels (
    guild bigint not null,
    channel bigint not null,
    rule text not null,
    primary key (guild, channel)
);
