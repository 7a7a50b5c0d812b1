-- How often the bot's reaction under a message was taken away again.
alter table judgements add column taken_away bigint not null default 0;
-- By which sign the message was noticed: a question about it stands only while that sign counts. None in earlier rows: the
-- hashtag.
alter table judgements add column door text;
