-- A message is looked for among the posts of the bot, and a person's servers among what they gave, for everything that
-- is said. Without these, each such question reads the whole table.
create index thanks_by_post on thanks (posted_message);
create index thanks_of_giver on thanks (giver);
