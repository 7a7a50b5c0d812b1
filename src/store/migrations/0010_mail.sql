-- Where a manager's boss gets mail, and where answers go: addresses, sealed.
alter table managers add column boss_mail_enc text;

-- Since when a send may have left by mail: it cannot be looked for, so it is never repeated by itself; and a server's
-- mails of a day are counted by it.
alter table sends add column mailed_at bigint;
create index sends_mailed on sends (guild, mailed_at);
