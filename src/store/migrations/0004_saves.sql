-- Messages that somebody wants saved as thanks and whose author is asked first. Ids only: no word is kept until the
-- author says yes.
create table saves (
    message bigint primary key not null,
    guild bigint not null,
    year bigint not null,
    channel bigint not null,
    author bigint not null,
    asker bigint not null,
    asked_at bigint not null,
    -- `yes` or `no`; nothing while the author has not answered. A `no` counts for the whole campaign.
    answer text
);
create index saves_by_author on saves (guild, year, author);
create index saves_by_asker on saves (guild, asker, asked_at);

-- Colleagues who suggest that a manager's boss sees their words. The name and the words stay with the thanks, so they
-- follow its consent and go away with it.
create table suggestions (
    thanks bigint primary key not null references thanks (id) on delete cascade,
    suggested_at bigint not null,
    dismissed_at bigint
);

-- What a manager chose about copies for their boss: ask, always, never.
alter table managers add column copy_choice text not null default 'ask';
