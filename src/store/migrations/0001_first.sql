-- Portable between SQLite and PostgreSQL: text and 64-bit integers only, instants as UTC milliseconds, ids of Discord
-- as the same 64 bits signed. Columns that end in _enc hold personal words, encrypted by store/codec.rs.

create table servers (
    guild bigint primary key not null,
    name text not null,
    channel bigint not null,
    channel_name text not null,
    timezone text not null,
    schedule text not null,
    manager_role bigint,
    admin_channel bigint,
    theme text,
    language text not null,
    hashtag_on bigint not null,
    set_up_by bigint not null,
    paused_at bigint,
    left_at bigint
);

create table campaigns (
    guild bigint not null,
    year bigint not null,
    timezone text not null,
    opens_at bigint not null,
    closes_at bigint not null,
    closed_at bigint,
    primary key (guild, year)
);

create table managers (
    guild bigint not null,
    member bigint not null,
    profile_enc text not null,
    timezone text,
    language text,
    breathe bigint not null,
    place text not null,
    invited bigint not null,
    boss bigint,
    primary key (guild, member)
);

-- Bosses who said "no more of these". It lasts, whoever is named as boss in between.
create table no_more_copies (
    guild bigint not null,
    manager bigint not null,
    boss bigint not null,
    primary key (guild, manager, boss)
);

create table counters (
    name text primary key not null,
    value bigint not null
);
insert into counters (name, value) values ('thanks', 0);

create table thanks (
    id bigint primary key not null,
    guild bigint not null,
    year bigint not null,
    giver bigint not null,
    manager bigint not null,
    door text not null,
    -- What it came from: an interaction or a message. With the manager it is unique, so nothing counts twice.
    source bigint not null,
    said_enc text not null,
    relation text,
    what_for text,
    consent text not null,
    said_at bigint not null,
    channel bigint,
    message bigint,
    -- The bot's own message that holds the words, while consent is `public`.
    posted_channel bigint,
    posted_message bigint,
    post_revision bigint not null default 0,
    member_since text,
    state text not null,
    unique (guild, source, manager)
);
create index thanks_by_manager on thanks (guild, year, manager);
create index thanks_by_giver on thanks (guild, giver, said_at);
create index thanks_by_message on thanks (message);

-- The consent that a giver chose last, offered first the next time.
create table consents (
    guild bigint not null,
    giver bigint not null,
    consent text not null,
    primary key (guild, giver)
);

-- What was decided about a message that carried a sign, so that /cmad why can tell. No words.
create table judgements (
    message bigint primary key not null,
    guild bigint not null,
    channel bigint not null,
    giver bigint not null,
    verdict text not null,
    judged_at bigint not null
);

create table sends (
    key text primary key not null,
    guild bigint not null,
    year bigint not null,
    kind text not null,
    task text not null,
    -- Whether the plan made it: then the plan may move it or take it away while nobody has taken it.
    planned bigint not null,
    due_at bigint not null,
    until_at bigint,
    retry_at bigint not null,
    state text not null,
    claim_token text,
    claim_until bigint,
    -- When somebody first set out to send it; a search after a crash begins there.
    taken_at bigint,
    -- Whether an earlier try may have arrived.
    uncertain bigint not null default 0,
    attempts bigint not null default 0,
    settled_at bigint,
    sent_channel bigint,
    sent_message bigint,
    code bigint
);
create index sends_due on sends (state, due_at);
create index sends_by_campaign on sends (guild, year);
create index sends_by_message on sends (sent_message);

create table digests (
    guild bigint not null,
    year bigint not null,
    manager bigint not null,
    -- Pinned, hidden and shortened, by the numbers of the thanks.
    choices text not null,
    -- The fingerprint of what was delivered last; whether and when it arrived stands in its send.
    fingerprint text,
    kept_at bigint,
    copied_at bigint,
    copies bigint not null default 0,
    primary key (guild, year, manager)
);

create table remembered (
    name text primary key not null,
    value text not null
);
