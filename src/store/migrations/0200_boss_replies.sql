-- What bosses reply to the copies that they got: one reply for each copy.
create table boss_replies (
    guild bigint not null,
    year bigint not null,
    manager bigint not null,
    copy bigint not null,
    -- Who replied, if they are a member; nothing for a boss who got a mail.
    boss bigint,
    said_enc text not null,
    -- Whether the boss agrees that it is posted under the recap.
    may_be_posted bigint not null,
    state text not null,
    -- One more each time that the boss changed it, and one more each time that it was posted.
    revision bigint not null,
    posts bigint not null,
    written_at bigint not null,
    changed_at bigint not null,
    primary key (guild, year, manager, copy)
);
create index boss_replies_by_manager on boss_replies (manager);
create index boss_replies_by_boss on boss_replies (boss);
