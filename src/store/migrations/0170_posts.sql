-- Where the bot posts public words: `here`, where they were given, or in the `campaign_channel`.
alter table servers add column posts text not null default 'here';
-- The channel of a thank-you's post where it is not the campaign's.
alter table thanks add column post_in bigint;
