-- The channel that a send's task names, by which open questions are counted and claims are shared: nothing for one that
-- names none, 0 where it has not been read from the task yet.
alter table sends add column channel bigint default 0;
create index sends_in_channel on sends (channel, kind);

-- Whether the message was deleted again, or is being deleted: a question that is gone is not open.
alter table sends add column taken_away bigint not null default 0;
update sends set taken_away = 1 where kind in ('ask-consent', 'ask-whom', 'ask-to-save') and sent_message is not null
    and exists (select 1 from sends u
        where u.key = sends.guild || '/' || sends.year || '/unpost/' || sends.sent_message || '/0');
