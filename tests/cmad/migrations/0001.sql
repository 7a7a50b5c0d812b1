-- What the version with the schema 0001 left behind: the campaign of a small server until the day after, and the program
-- was killed in the middle of a send. Written by the program itself.

insert into servers (guild, name, channel, channel_name, timezone, schedule, manager_role, admin_channel, theme, language, hashtag_on, set_up_by, paused_at, left_at) values
    (1451891884032000002, 'Northwind', 1584163454976000004, 'community', 'Europe/Berlin', '{"hour":null}', null, null, null, 'en', 1, 1319620313088000003, null, null);

insert into campaigns (guild, year, timezone, opens_at, closes_at, closed_at) values
    (1451891884032000002, 2027, 'Europe/Berlin', 1799658000000, 1801522740000, null);

insert into managers (guild, member, profile_enc, timezone, language, breathe, place, invited, boss) values
    (1451891884032000002, 1319620313088000006, '1.WSRRNRalmTQ17EokBhAwSsp9Ss8fLeXOU6F2dBHyOOiC07xdPuJ9xvouh3CPFDsfTx0/h9C4lLgW07WCNfriR49/NWvLxOF+GOPwE87mALIgNt9PqlZUbq+sgw', null, null, 1, 'accepted', 1, 1319620313088000011),
    (1451891884032000002, 1319620313088000007, '1.Xe5N1g/40LqZAP6R6Q4Nz2XwVw1CxDH3b57zC8KE0NM+IXQaeWxkfKQqPTMWxi3msUzB53qS+J6DF7OzSgiHw5fTCLFH9d43uGX0YQfC4DQ1hwg35ZKzBvUcJw', null, null, 1, 'invited', 1, null);

insert into no_more_copies (guild, manager, boss) values
    (1451891884032000002, 1319620313088000006, 1319620313088000011);

delete from counters;
insert into counters (name, value) values
    ('thanks', 5);

insert into thanks (id, guild, year, giver, manager, door, source, said_enc, relation, what_for, consent, said_at, channel, message, posted_channel, posted_message, post_revision, member_since, state) values
    (1, 1451891884032000002, 2027, 1319620313088000008, 1319620313088000006, 'command', 1592498375884800035, '1.6F9EC4ZdcF4wxOUGNf+4iAygOzxU8pTezqC1D4pjcX915pVw5jpj5bcUm+D0c0/fPmuQHW1ETsfUZLcVfxocluEvnWLpdNCJW+XxBfWfbpblpaFilJ5o/GRZQ3njRwg7y08', null, null, 'public', 1799751600000, null, null, 1584163454976000004, 1592498375884800037, 0, '2020-03-01', 'counted'),
    (2, 1451891884032000002, 2027, 1319620313088000009, 1319620313088000006, 'hashtag', 1592498375884800038, '1.Vh9ie0ITJY3IhjSYu5sHyQTDxlp4waNrio53D2VCau8fPU5K8gkTrlGP8uJklKVEZEHZweAJ1cjO93iBceZDxaGfYhUbw/qSyTTTVhIKepVxJUX9Ao29rP6wOQA6O7YR3JUXx4M5OOmiiYIbqC6jloakPqVzxA+7LLY', null, null, 'not-asked', 1799751600000, 1584163454976000005, 1592498375884800038, null, null, 0, '2020-03-01', 'counted'),
    (3, 1451891884032000002, 2027, 1319620313088000010, 1319620313088000006, 'command', 1592498375884800040, '1.U5tMTEGhPx8EUvWjWmdDxCEpRvfzLe0oRbazrXwMyNrWDXY47ICJxlw8ZhTvohtXrNB3MmHUiPf1cYD3ZoRG3jhHRr+aoOmFdTkjbq15nxzvztY', null, null, 'private', 1799751600000, null, null, null, null, 0, '2020-03-01', 'counted'),
    (4, 1451891884032000002, 2027, 1319620313088000010, 1319620313088000007, 'command', 1592498375884800042, '1.cH1W8fKCruI0V35lC+ouexi7YTGkmVgrl9xnieYOV71Pq7r/GHBpzxkv/cJaxeFqdS8lIRdIJoVFKYpXRp3zhrYvHGaIZDave+RLN5ZnwSjjWDnh+2t2', null, 'kept-us-safe', 'unnamed', 1799751600000, null, null, null, null, 0, '2020-03-01', 'counted'),
    (5, 1451891884032000002, 2027, 1319620313088000008, 1319620313088000007, 'command', 1597541607014400069, '1.aNHXn4pPTTCNZBXABEvvZO4tPVPM3PRJJITFPlqHsDwmm/u5oqYsLZ210hIzd4bWP/1Wi4D5+lsfwLfgMmLr3pF6+oJhGPgUSHY7DLOgYVlewP8Lsp6arCTY0AJs', null, null, 'public', 1800954000000, null, null, null, null, 0, '2020-03-01', 'counted');

insert into consents (guild, giver, consent) values
    (1451891884032000002, 1319620313088000010, 'unnamed');

insert into judgements (message, guild, channel, giver, verdict, judged_at) values
    (1592498375884800038, 1451891884032000002, 1584163454976000005, 1319620313088000009, '{"is":"judged","thanked":[1319620313088000006],"refused":[]}', 1799751600000);

insert into sends (key, guild, year, kind, task, planned, due_at, until_at, retry_at, state, claim_token, claim_until, taken_at, uncertain, attempts, settled_at, sent_channel, sent_message, code) values
    ('1451891884032000002/2027/announce/channel/0', 1451891884032000002, 2027, 'announce', '{"do":"post","step":"announce"}', 1, 1799658000000, 1800262800000, 1799658000000, 'sent', null, null, 1799658000000, 0, 1, 1799658000000, 1584163454976000004, 1592105789030400032, null),
    ('1451891884032000002/2027/announce/event/0', 1451891884032000002, 2027, 'announce', '{"do":"event"}', 1, 1799658000000, 1800831600000, 1799658000000, 'sent', null, null, 1799658000000, 0, 1, 1799658000000, null, null, null),
    ('1451891884032000002/2027/ask-consent/1319620313088000009/0', 1451891884032000002, 2027, 'ask-consent', '{"do":"ask-consent","giver":1319620313088000009,"channel":1584163454976000005,"message":1592498375884800038}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1584163454976000005, 1592498375884800039, null),
    ('1451891884032000002/2027/breathe/1319620313088000006/0', 1451891884032000002, 2027, 'breathe', '{"do":"breathe","manager":1319620313088000006}', 1, 1800896400000, 1800939600000, 1800896400000, 'sent', null, null, 1800896400000, 0, 1, 1800896400000, 1584163454976000025, 1597300015104000048, null),
    ('1451891884032000002/2027/close/server/0', 1451891884032000002, 2027, 'close', '{"do":"close"}', 1, 1801522740000, null, 1801522740000, 'planned', null, null, null, 0, 0, null, null, null, null),
    ('1451891884032000002/2027/copy/1319620313088000006/0', 1451891884032000002, 2027, 'copy', '{"do":"copy","manager":1319620313088000006,"revision":0}', 0, 1800954000000, null, 1800954000000, 'sent', null, null, 1800954000000, 0, 1, 1800954000000, 1597541607014400063, 1597541607014400064, null),
    ('1451891884032000002/2027/countdown/channel/0', 1451891884032000002, 2027, 'countdown', '{"do":"post","step":"countdown"}', 1, 1800262800000, 1800349200000, 1800262800000, 'sent', null, null, 1800262800000, 0, 1, 1800262800000, 1584163454976000004, 1594642504089600044, null),
    ('1451891884032000002/2027/day/channel/0', 1451891884032000002, 2027, 'day', '{"do":"post","step":"day"}', 1, 1800864000000, 1800918000000, 1800864000000, 'sent', null, null, 1800864000000, 0, 1, 1800864000000, 1584163454976000004, 1597164119654400046, null),
    ('1451891884032000002/2027/digest/1319620313088000006/0', 1451891884032000002, 2027, 'digest', '{"do":"digest","manager":1319620313088000006,"revision":0}', 1, 1800950400000, null, 1800950400000, 'sent', null, null, 1800950400000, 0, 1, 1800950400000, 1584163454976000025, 1597526507520000049, null),
    ('1451891884032000002/2027/digest/1319620313088000007/0', 1451891884032000002, 2027, 'digest', '{"do":"digest","manager":1319620313088000007,"revision":0}', 1, 1800950400000, null, 1800950400000, 'sent', null, null, 1800950400000, 0, 1, 1800950400000, 1584163454976000027, 1597526507520000052, null),
    ('1451891884032000002/2027/eve/channel/0', 1451891884032000002, 2027, 'eve', '{"do":"post","step":"eve"}', 1, 1800781200000, 1800831600000, 1800781200000, 'sent', null, null, 1800781200000, 0, 1, 1800781200000, 1584163454976000004, 1596816831283200045, null),
    ('1451891884032000002/2027/invite/1319620313088000006/0', 1451891884032000002, 2027, 'invite', '{"do":"invite","manager":1319620313088000006,"revision":0}', 0, 1797764400000, null, 1797764400000, 'sent', null, null, 1797764400000, 0, 1, 1797764400000, 1584163454976000025, 1584163454976000026, null),
    ('1451891884032000002/2027/invite/1319620313088000007/0', 1451891884032000002, 2027, 'invite', '{"do":"invite","manager":1319620313088000007,"revision":0}', 0, 1797764400000, null, 1797764400000, 'sent', null, null, 1797764400000, 0, 1, 1797764400000, 1584163454976000027, 1584163454976000028, null),
    ('1451891884032000002/2027/last-call/channel/0', 1451891884032000002, 2027, 'last-call', '{"do":"post","step":"last-call"}', 1, 1800892800000, 1800918000000, 1800892800000, 'sent', null, null, 1800892800000, 0, 1, 1800892800000, 1584163454976000004, 1597284915609600047, null),
    ('1451891884032000002/2027/react/1592498375884800038/0', 1451891884032000002, 2027, 'react', '{"do":"react","channel":1584163454976000005,"message":1592498375884800038}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, null, null, null),
    ('1451891884032000002/2027/recap/channel/0', 1451891884032000002, 2027, 'recap', '{"do":"post","step":"recap"}', 1, 1800950400000, 1801522740000, 1800950400000, 'sent', null, null, 1800950400000, 0, 1, 1800950400000, 1584163454976000004, 1597526507520000055, null),
    ('1451891884032000002/2027/roster-check/admins/0', 1451891884032000002, 2027, 'roster-check', '{"do":"roster-check"}', 1, 1798448400000, 1799658000000, 1798448400000, 'sent', null, null, 1798448400000, 0, 1, 1798448400000, 1587032358912000030, 1587032358912000031, null),
    ('1451891884032000002/2027/thanks/1/0', 1451891884032000002, 2027, 'thanks', '{"do":"post-thanks","thanks":1,"revision":0}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1584163454976000004, 1592498375884800037, null),
    ('1451891884032000002/2027/thanks/5/0', 1451891884032000002, 2027, 'thanks', '{"do":"post-thanks","thanks":5,"revision":0}', 0, 1800954000000, null, 1800954000000, 'claimed', 'ruvEteDEDNNV_vantC2Ong', 1800954120000, 1800954000000, 0, 1, null, 1584163454976000004, null, null);

insert into digests (guild, year, manager, choices, fingerprint, kept_at, copied_at, copies) values
    (1451891884032000002, 2027, 1319620313088000006, '{"pinned":[],"hidden":[],"shortened":{}}', '3ad2391aa526ca521fe10b3c289a2e2536e5723387c8165aaecdb9bad6c15de0', null, 1800954000000, 1),
    (1451891884032000002, 2027, 1319620313088000007, '{"pinned":[],"hidden":[],"shortened":{}}', 'd1e7f12287b533f79ae83efcda04954855a57fe2c01f321e0e57db77aba28514', null, null, 0);

insert into remembered (name, value) values
    ('commands', '1439208308736000001:2f53c5321e9c4b4059848a4f3eedf176172b43516e2c979073e81ee84ce8db2b'),
    ('key-check', '1.zSZiFU5tdrKyuS5wwMrDzPU0+bdOtbiY74V+n6b2R17Yx0wgY0rbr6QFVNQ');
