-- The keys that seal words here, by their names. None of them stands here itself: a name is a keyed hash of its key.
create table keys (
    key text primary key not null,
    -- `current` seals what is written now; a `former` one may still have sealed something.
    state text not null,
    -- When it became the current one; nothing for the first.
    since bigint,
    -- What keyed numbers are made with, sealed by the current key; nothing with a former one.
    root_enc text not null
);

-- Which keys a process has, by their names: none becomes the current one that somebody lacks.
alter table leases add column keys text;
