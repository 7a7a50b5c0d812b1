-- What the version with the schema 0004 left behind: the campaign of a small server until the day after, and the program
-- was killed in the middle of a send. Written by the program itself.

insert into servers (guild, name, channel, channel_name, timezone, schedule, manager_role, admin_channel, theme, language, hashtag_on, set_up_by, paused_at, left_at) values
    (1451891884032000002, 'Northwind', 1584163454976000004, 'community', 'Europe/Berlin', '{"hour":null}', null, null, null, 'en', 1, 1319620313088000003, null, null);

insert into campaigns (guild, year, timezone, opens_at, closes_at, closed_at) values
    (1451891884032000002, 2027, 'Europe/Berlin', 1799658000000, 1801522740000, null);

insert into managers (guild, member, profile_enc, timezone, language, breathe, place, invited, boss, copy_choice) values
    (1451891884032000002, 1319620313088000006, '1.WSRRNRalmTQ17EokBhAwSsp9Ss8fLeXOU6F2dBHyOOiC07xdPuJ9xvouh3CPFDsfTx0/h9C4lLgW07WCNfriR49/NWvLxOF+GOPwE87mALIgNt9PqlZUbq+sgw', null, null, 1, 'accepted', 1, 1319620313088000011, 'ask'),
    (1451891884032000002, 1319620313088000007, '1.Xe5N1g/40LqZAP6R6Q4Nz2XwVw1CxDH3b57zC8KE0NM+IXQaeWxkfKQqPTMWxi3msUzB53qS+J6DF7OzSgiHw5fTCLFH9d43uGX0YQfC4DQ1hwg35ZKzBvUcJw', null, null, 1, 'invited', 1, null, 'ask');

insert into no_more_copies (guild, manager, boss) values
    (1451891884032000002, 0, -1154306421930132709);

delete from counters;
insert into counters (name, value) values
    ('nominations', 1),
    ('thanks', 7);

insert into thanks (id, guild, year, giver, manager, door, source, said_enc, relation, what_for, consent, said_at, channel, message, posted_channel, posted_message, post_revision, member_since, state, giver_hash) values
    (1, 1451891884032000002, 2027, 1319620313088000008, 1319620313088000006, 'command', 1592498375884800037, '1.6F9EC4ZdcF4wxOUGNf+4iAygOzxU8pTezqC1D4pjcX915pVw5jpj5bcUm+D0c0/fPmuQHW1ETsfUZLcVfxocluEvnWLpdNCJW+XxBfWfbpblpaFilJ5o/GRZQ3njRwg7y08', null, null, 'public', 1799751600000, null, null, 1584163454976000004, 1592498375884800039, 0, '2020-03-01', 'counted', -7238811095182848460),
    (2, 1451891884032000002, 2027, 1319620313088000009, 1319620313088000006, 'hashtag', 1592498375884800040, '1.Vh9ie0ITJY3IhjSYu5sHyQTDxlp4waNrio53D2VCau8fPU5K8gkTrlGP8uJklKVEZEHZweAJ1cjO93iBceZDxaGfYhUbw/qSyTTTVhIKepVxJUX9Ao29rP6wOQA6O7YR3JUXx4M5OOmiiYIbqC6jloakPqVzxA+7LLY', null, null, 'not-asked', 1799751600000, 1584163454976000005, 1592498375884800040, null, null, 0, '2020-03-01', 'counted', -8734665339675164390),
    (3, 1451891884032000002, 2027, 1319620313088000010, 1319620313088000006, 'command', 1592498375884800042, '1.U5tMTEGhPx8EUvWjWmdDxCEpRvfzLe0oRbazrXwMyNrWDXY47ICJxlw8ZhTvohtXrNB3MmHUiPf1cYD3ZoRG3jhHRr+aoOmFdTkjbq15nxzvztY', null, null, 'private', 1799751600000, null, null, null, null, 0, '2020-03-01', 'counted', -1681347794919702806),
    (4, 1451891884032000002, 2027, 1319620313088000010, 1319620313088000007, 'command', 1592498375884800044, '1.cH1W8fKCruI0V35lC+ouexi7YTGkmVgrl9xnieYOV71Pq7r/GHBpzxkv/cJaxeFqdS8lIRdIJoVFKYpXRp3zhrYvHGaIZDave+RLN5ZnwSjjWDnh+2t2', null, 'kept-us-safe', 'unnamed', 1799751600000, null, null, null, null, 0, '2020-03-01', 'counted', -1681347794919702806),
    (5, 1451891884032000002, 2027, 1319620313088000009, 1319620313088000007, 'saved', 1592498375884800051, '1.qiycnXvrxLFmVkeqr2sCh0K6j6v81WNmQCkMsyz8ofvoDNkTxrBou3SabuoiROXvP3OaBnPRLtVh/r1IjGHR59CSBCc3ecPUl4hi6EVGZd/3mkQGIgVRq/2794kvav3iKqESKoT6t2dftfS8Rw', null, null, 'public', 1799751600000, 1584163454976000005, 1592498375884800051, null, null, 0, '2020-03-01', 'counted', -8734665339675164390),
    (6, 1451891884032000002, 2027, 1319620313088000008, 1319620313088000006, 'command', 1592498375884800054, '1.MJqUgeRZ6OoBx6CKw/40usRDgYnNcBBGWU5HrUnYb/Ivo3U/LU06XcYbXOtkVCdWtGZNBv4q12k1EnB4VQDEmyC8xuzqtlYPNJviYHOX90yAITgUAA', 'colleague', null, 'named', 1799751600000, null, null, null, null, 0, '2020-03-01', 'counted', -7238811095182848460),
    (7, 1451891884032000002, 2027, 1319620313088000008, 1319620313088000007, 'command', 1597541607014400089, '1.wxhc6Yn4HP8TI5LZcVj1VxhoiLRvkrGJXPcmxwDAXgKHZiYpsFxHuFOcxBICDkwKlBbUIF/uUCcVFKqYA79UhGIu5ZlcxI3tv8nSFfSh/PABm72MrYAhz8gZg4I4', null, null, 'public', 1800954000000, null, null, null, null, 0, '2020-03-01', 'counted', -7238811095182848460);

insert into consents (guild, giver, consent) values
    (1451891884032000002, 1319620313088000008, 'public'),
    (1451891884032000002, 1319620313088000010, 'unnamed');

insert into judgements (message, guild, channel, giver, verdict, judged_at) values
    (1592498375884800040, 1451891884032000002, 1584163454976000005, 1319620313088000009, '{"is":"judged","thanked":[1319620313088000006],"refused":[]}', 1799751600000);

insert into sends (key, guild, year, kind, task, planned, due_at, until_at, retry_at, state, claim_token, claim_until, taken_at, uncertain, attempts, settled_at, sent_channel, sent_message, code) values
    ('1451891884032000002/2027/announce/channel/0', 1451891884032000002, 2027, 'announce', '{"do":"post","step":"announce"}', 1, 1799658000000, 1800262800000, 1799658000000, 'sent', null, null, 1799658000000, 0, 1, 1799658000000, 1584163454976000004, 1592105789030400034, null),
    ('1451891884032000002/2027/announce/event/0', 1451891884032000002, 2027, 'announce', '{"do":"event"}', 1, 1799658000000, 1800831600000, 1799658000000, 'sent', null, null, 1799658000000, 0, 1, 1799658000000, null, null, null),
    ('1451891884032000002/2027/ask-consent/1319620313088000009/0', 1451891884032000002, 2027, 'ask-consent', '{"do":"ask-consent","giver":1319620313088000009,"channel":1584163454976000005,"message":1592498375884800040}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1584163454976000005, 1592498375884800041, null),
    ('1451891884032000002/2027/ask-to-save/1592498375884800048/0', 1451891884032000002, 2027, 'ask-to-save', '{"do":"ask-to-save","giver":1319620313088000007,"channel":1584163454976000005,"message":1592498375884800048}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1584163454976000005, 1592498375884800056, null),
    ('1451891884032000002/2027/breathe/1319620313088000006/0', 1451891884032000002, 2027, 'breathe', '{"do":"breathe","manager":1319620313088000006}', 1, 1800896400000, 1800939600000, 1800896400000, 'sent', null, null, 1800896400000, 0, 1, 1800896400000, 1584163454976000027, 1597300015104000065, null),
    ('1451891884032000002/2027/close/server/0', 1451891884032000002, 2027, 'close', '{"do":"close"}', 1, 1801522740000, null, 1801522740000, 'planned', null, null, null, 0, 0, null, null, null, null),
    ('1451891884032000002/2027/copy/1319620313088000006/0', 1451891884032000002, 2027, 'copy', '{"do":"copy","manager":1319620313088000006,"revision":0}', 0, 1800954000000, null, 1800954000000, 'sent', null, null, 1800954000000, 0, 1, 1800954000000, 1597541607014400080, 1597541607014400081, null),
    ('1451891884032000002/2027/countdown/channel/0', 1451891884032000002, 2027, 'countdown', '{"do":"post","step":"countdown"}', 1, 1800262800000, 1800349200000, 1800262800000, 'sent', null, null, 1800262800000, 0, 1, 1800262800000, 1584163454976000004, 1594642504089600061, null),
    ('1451891884032000002/2027/day/channel/0', 1451891884032000002, 2027, 'day', '{"do":"post","step":"day"}', 1, 1800864000000, 1800918000000, 1800864000000, 'sent', null, null, 1800864000000, 0, 1, 1800864000000, 1584163454976000004, 1597164119654400063, null),
    ('1451891884032000002/2027/digest/1319620313088000006/0', 1451891884032000002, 2027, 'digest', '{"do":"digest","manager":1319620313088000006,"revision":0}', 1, 1800950400000, null, 1800950400000, 'sent', null, null, 1800950400000, 0, 1, 1800950400000, 1584163454976000027, 1597526507520000066, null),
    ('1451891884032000002/2027/digest/1319620313088000007/0', 1451891884032000002, 2027, 'digest', '{"do":"digest","manager":1319620313088000007,"revision":0}', 1, 1800950400000, null, 1800950400000, 'sent', null, null, 1800950400000, 0, 1, 1800950400000, 1584163454976000029, 1597526507520000069, null),
    ('1451891884032000002/2027/eve/channel/0', 1451891884032000002, 2027, 'eve', '{"do":"post","step":"eve"}', 1, 1800781200000, 1800831600000, 1800781200000, 'sent', null, null, 1800781200000, 0, 1, 1800781200000, 1584163454976000004, 1596816831283200062, null),
    ('1451891884032000002/2027/invite/1319620313088000006/0', 1451891884032000002, 2027, 'invite', '{"do":"invite","manager":1319620313088000006,"revision":0}', 0, 1797764400000, null, 1797764400000, 'sent', null, null, 1797764400000, 0, 1, 1797764400000, 1584163454976000027, 1584163454976000028, null),
    ('1451891884032000002/2027/invite/1319620313088000007/0', 1451891884032000002, 2027, 'invite', '{"do":"invite","manager":1319620313088000007,"revision":0}', 0, 1797764400000, null, 1797764400000, 'sent', null, null, 1797764400000, 0, 1, 1797764400000, 1584163454976000029, 1584163454976000030, null),
    ('1451891884032000002/2027/last-call/channel/0', 1451891884032000002, 2027, 'last-call', '{"do":"post","step":"last-call"}', 1, 1800892800000, 1800918000000, 1800892800000, 'sent', null, null, 1800892800000, 0, 1, 1800892800000, 1584163454976000004, 1597284915609600064, null),
    ('1451891884032000002/2027/nominated/1/0', 1451891884032000002, 2027, 'nominated', '{"do":"nominated","nomination":1}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1587032358912000032, 1592498375884800057, null),
    ('1451891884032000002/2027/purge/words/0', 1451891884032000002, 2027, 'purge', '{"do":"purge"}', 1, 1809298740000, null, 1809298740000, 'planned', null, null, null, 0, 0, null, null, null, null),
    ('1451891884032000002/2027/react/1592498375884800040/0', 1451891884032000002, 2027, 'react', '{"do":"react","channel":1584163454976000005,"message":1592498375884800040}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, null, null, null),
    ('1451891884032000002/2027/recap/channel/0', 1451891884032000002, 2027, 'recap', '{"do":"post","step":"recap"}', 1, 1800950400000, 1801522740000, 1800950400000, 'sent', null, null, 1800950400000, 0, 1, 1800950400000, 1584163454976000004, 1597526507520000072, null),
    ('1451891884032000002/2027/roster-check/admins/0', 1451891884032000002, 2027, 'roster-check', '{"do":"roster-check"}', 1, 1798448400000, 1799658000000, 1798448400000, 'sent', null, null, 1798448400000, 0, 1, 1798448400000, 1587032358912000032, 1587032358912000033, null),
    ('1451891884032000002/2027/thanks/1/0', 1451891884032000002, 2027, 'thanks', '{"do":"post-thanks","thanks":1,"revision":0}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1584163454976000004, 1592498375884800039, null),
    ('1451891884032000002/2027/thanks/7/0', 1451891884032000002, 2027, 'thanks', '{"do":"post-thanks","thanks":7,"revision":0}', 0, 1800954000000, null, 1800954000000, 'claimed', '2qdftDW6zJ61KMEKzMNCmw', 1800954120000, 1800954000000, 0, 1, null, 1584163454976000004, null, null);

insert into digests (guild, year, manager, choices, fingerprint, kept_at, copied_at, copies) values
    (1451891884032000002, 2027, 1319620313088000006, '{"pinned":[],"hidden":[],"shortened":{}}', '0ca398422b37c38d925b78a4d432639e81fe854b193aa11dbe585332c4547780', null, 1800954000000, 1),
    (1451891884032000002, 2027, 1319620313088000007, '{"pinned":[],"hidden":[],"shortened":{}}', 'dc9fc8ac81e2372c670988f48cd7dad4ef37de287c3888ede3e6669f3329a0d7', null, null, 0);

insert into remembered (name, value) values
    ('commands', '1439208308736000001:155b55f8e894da9d1df392c104d7a1242fb9bb35150a4aace638329616bc5a63'),
    ('key-check', '1.zSZiFU5tdrKyuS5wwMrDzPU0+bdOtbiY74V+n6b2R17Yx0wgY0rbr6QFVNQ');

insert into nominations (id, guild, nominator, member, said_enc, state, nominated_at, decided_at, decided_by) values
    (1, 1451891884032000002, 1319620313088000010, 1319620313088000009, '1.B2THJqcvjh0kXzMqHQIv/9raDEyyoBaIOlBkAy0LxMP0vtoLTFFiN6GGUKFoOnylW9pcJZMnnH0SpmvI6FptPWTLQOTDkQVCBqCZwsTBLW0eDbdETjJ5/sDbrgUulhqvKUcQ4w', 'open', 1799751600000, null, null);

insert into hashtag_channels (guild, channel, rule) values
    (1451891884032000002, 1584163454976000005, 'except');

insert into saves (message, guild, year, channel, author, asker, asked_at, answer) values
    (1592498375884800048, 1451891884032000002, 2027, 1584163454976000005, 1319620313088000007, 1319620313088000008, 1799751600000, null);

insert into suggestions (thanks, suggested_at, dismissed_at) values
    (6, 1799751600000, null);
