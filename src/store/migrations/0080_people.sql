-- Where one person occurs, among the rows of all servers: an erasure, and whoever asks what is stored about them, find
-- it without reading a whole table, or asking for each server.
create index servers_by_organiser on servers (set_up_by);
create index thanks_of_manager on thanks (manager);
create index managers_by_member on managers (member);
create index managers_by_boss on managers (boss);
create index answers_by_manager on answers (manager);
create index digests_by_manager on digests (manager);
create index copies_by_manager on copies (manager);
create index consents_by_giver on consents (giver);
create index judgements_by_giver on judgements (giver);
create index nominations_by_member on nominations (member);
create index saves_of_author on saves (author);
create index saves_of_asker on saves (asker);

-- What a campaign's end removes of them.
create index judgements_by_server on judgements (guild, judged_at);

-- Whom a send is about, who stands in its task: nothing for nobody, 0 where it has not been read from the task yet.
alter table sends add column about bigint default 0;
create index sends_about on sends (about);
