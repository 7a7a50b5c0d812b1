-- What a manager says to their boss above the copy.
alter table digests add column sentence_enc text;

-- The schedule by which a campaign ran, so that it is drawn as it was. None: from before this was kept.
alter table campaigns add column schedule text;

-- Copies as they left: to whom as a keyed number, and the page without its quotes, which stand beside it, each by the
-- thanks that it is, so that an erased one goes alone.
create table copies (
    guild bigint not null,
    year bigint not null,
    manager bigint not null,
    revision bigint not null,
    sent_to bigint not null,
    -- What it said, as a fingerprint; nothing while it has not left.
    print text,
    page_enc text,
    left_at bigint,
    primary key (guild, year, manager, revision)
);
create table copied_quotes (
    guild bigint not null,
    year bigint not null,
    manager bigint not null,
    revision bigint not null,
    place bigint not null,
    thanks bigint not null,
    -- Its place among the testimonials, from 1 on; 0 for none.
    testimonial bigint not null,
    quote_enc text not null,
    primary key (guild, year, manager, revision, place)
);
create index copied_quotes_by_thanks on copied_quotes (thanks);

-- What a manager answers to everybody who thanked them: one a campaign.
create table answers (
    guild bigint not null,
    year bigint not null,
    manager bigint not null,
    said_enc text not null,
    state text not null,
    -- One more each time that it is posted again.
    revision bigint not null,
    written_at bigint not null,
    primary key (guild, year, manager)
);
