-- What the version with the schema 0050 left behind: the campaign of a small server until the day after, and the program
-- was killed in the middle of a send. Written by the program itself, on SQLite; what only a PostgreSQL holds, of several
-- processes, stands at the end.

insert into servers (guild, name, channel, channel_name, timezone, schedule, manager_role, admin_channel, theme, language, hashtag_on, set_up_by, paused_at, left_at) values
    (1451891884032000002, 'Northwind', 1584163454976000004, 'community', 'Europe/Berlin', '{"hour":null}', null, null, null, 'en', 1, 1319620313088000003, null, null);

insert into campaigns (guild, year, timezone, opens_at, closes_at, closed_at, schedule, plan) values
    (1451891884032000002, 2027, 'Europe/Berlin', 1799658000000, 1801522740000, null, '{"hour":null}', 'tKw9stBZCCV4OwYDKpzZyQ');

insert into managers (guild, member, profile_enc, timezone, language, breathe, place, invited, boss, copy_choice, boss_mail_enc) values
    (1451891884032000002, 1319620313088000006, '1.0nqNmo04x6N8kiRQp6GWHxOKv6JfXaPfRPjJoQ2iaX72H83/yz53lOJqOimJdKG/OPhg9ZvqUSN327sjLM/gWvfNprzJSug9zz+Yai5u4nzMyyZ9njuecmxpfA', null, null, 1, 'accepted', 1, 1319620313088000011, 'ask', null),
    (1451891884032000002, 1319620313088000007, '1.o+uNuJ/FEjzP1JWFBZ8pK8QKHA1VC4YPds46h1Z690t7/9KGuAjdsurkz40dBuXjiO1aOlpq0iglFyBJGvrhoEiOMY1NCnMNIriQTleEl41fpt6eZqminvDS8g', null, null, 1, 'invited', 1, null, 'always', '1.K5d+0hZKYiSwJwFT2UgduljWw9AtyyNJqBYPQRza9B3cjuWTQiVLYpzfZE3KUhftRWa3tU1LBQmSFD0BYhX1oXL5vY41oQ');

insert into no_more_copies (guild, manager, boss) values
    (1451891884032000002, 0, -1154306421930132709);

delete from counters;
insert into counters (name, value) values
    ('nominations', 1),
    ('thanks', 8);

insert into thanks (id, guild, year, giver, manager, door, source, said_enc, relation, what_for, consent, said_at, channel, message, posted_channel, posted_message, post_revision, member_since, state, giver_hash) values
    (1, 1451891884032000002, 2027, 1319620313088000008, 1319620313088000006, 'command', 1592498375884800037, '1.qiycnXvrxLFmVkeqr2sCh0K6j6v81WNmQCkMsyz8ofvoDLw8gqM47DHfO6t2E/W6YmPLQmOMcI8v/qkAjCeW65GAAS15d9nEy89s8BRka9y0k6897N1HgJI3Zd/n4SLKztg', null, null, 'public', 1799751600000, null, null, 1584163454976000004, 1592498375884800039, 0, '2020-03-01', 'counted', -7238811095182848460),
    (2, 1451891884032000002, 2027, 1319620313088000009, 1319620313088000006, 'hashtag', 1592498375884800040, '1./BpHpLliWZuJg50P6+ApGOJcN+L+lsVPU5Ipw4cUOZeScf1waOoqo7StgrIIV4yhIiLhbTTs5YBTmj/iLOQz7QVqwiLt9JDFrTjehqUTNO9M2pvDzSuHmhHfwdSO10ZDsWlrX/L4Cz8+u+DKSF9aa2kMeA8BFYBHjSQ', null, null, 'not-asked', 1799751600000, 1584163454976000005, 1592498375884800040, null, null, 0, '2020-03-01', 'counted', -8734665339675164390),
    (3, 1451891884032000002, 2027, 1319620313088000010, 1319620313088000006, 'command', 1592498375884800042, '1.l00QTCY0r7ein6lucZerMnN9eYrlAHJWiwZ1EIjd3FTaN3JZCDS3GFwF4AB+8cAxwEzwsZm+gzMLgsQ6o4DucCLhkDdPjO+91NV9AigzEJ5M3j0', null, null, 'private', 1799751600000, null, null, null, null, 0, '2020-03-01', 'counted', -1681347794919702806),
    (4, 1451891884032000002, 2027, 1319620313088000010, 1319620313088000007, 'command', 1592498375884800044, '1.cu5KYPLXBbPzmFXGWmkvGP5F9OCFz1A9yKl5fQqFw5Os8aNW0LD/LefRefFgkwuHSuJ52xT5oZEJrrxsI9IkhW3M3DZPDGpIRa25OCelbGwdIn9ELbHw', null, 'kept-us-safe', 'unnamed', 1799751600000, null, null, null, null, 0, '2020-03-01', 'counted', -1681347794919702806),
    (5, 1451891884032000002, 2027, 1319620313088000009, 1319620313088000007, 'saved', 1592498375884800051, '1.o2RH5qUqPrDfDp3i/zbIYXu33xo/ZEYFTZtl9HpMZuf3IxwmSP6c1A4001mgBkcOK8N5aubvHW3Qvp/3luN1yV/M2iruSC/XclZ8x/1ldfG5jCc8dEUUnYDJsV4s2uUOvvraaeggYyxHSDiZPw', null, null, 'public', 1799751600000, 1584163454976000005, 1592498375884800051, null, null, 0, '2020-03-01', 'counted', -8734665339675164390),
    (6, 1451891884032000002, 2027, 1319620313088000008, 1319620313088000006, 'command', 1592498375884800054, '1.ac2rfeO0wn3RlpNXs5woRTXMrLp70sF8MLTXrFXlRqO2gXthEoL9kiLIAOHeq+d715okOjS5cpr13p/M6dTxdEOPzZBmZRg0R3ZwLfOrRwRm3gxyig', 'colleague', null, 'named', 1799751600000, null, null, null, null, 0, '2020-03-01', 'counted', -7238811095182848460),
    (7, 1451891884032000002, 2027, 1319620313088000010, 1319620313088000007, 'hashtag', 1592498375884800061, '1.rN5rfOztRMPu0+YLjV0TS7bq1SxMwnSsUBZFDUsXv9r3hX3qGqtrzU4FuEN1Xx4f8Rp/wz3t6iUxg6ugYfuloDIAhJKHyIzKlarnmkXmkxYRtGjOd0LJrGZ17IHxKCm1q+FgIv7I4Pld8A876r/+Yk+h4uYMptIN', null, null, 'not-asked', 1799751600000, 1584163454976000005, 1592498375884800061, null, null, 0, '2020-03-01', 'hidden', -1681347794919702806),
    (8, 1451891884032000002, 2027, 1319620313088000008, 1319620313088000007, 'command', 1597541607014400113, '1.0rgOu5zmM61Jqcz8xYrHrTOpq0dBUprkJNpNCLuqkCcHScuhlmqdpIpfgKcnJQ2Y3HHqiFZzQMiW9cAIDv2FDswmfxB8r9r2incRaqiRwIGd/hfx/NPahZyaC7bQ', null, null, 'public', 1800954000000, null, null, null, null, 0, '2020-03-01', 'counted', -7238811095182848460);

insert into consents (guild, giver, consent) values
    (1451891884032000002, 1319620313088000008, 'public'),
    (1451891884032000002, 1319620313088000010, 'unnamed');

insert into judgements (message, guild, channel, giver, verdict, judged_at) values
    (1592498375884800040, 1451891884032000002, 1584163454976000005, 1319620313088000009, '{"is":"judged","thanked":[1319620313088000006],"refused":[]}', 1799751600000),
    (1592498375884800061, 1451891884032000002, 1584163454976000005, 1319620313088000010, '{"is":"judged","thanked":[1319620313088000007],"refused":[]}', 1799751600000);

insert into sends (key, guild, year, kind, task, planned, due_at, until_at, retry_at, state, claim_token, claim_until, taken_at, uncertain, attempts, settled_at, sent_channel, sent_message, code, mailed_at) values
    ('1451891884032000002/2027/announce/channel/0', 1451891884032000002, 2027, 'announce', '{"do":"post","step":"announce"}', 1, 1799658000000, 1800262800000, 1799658000000, 'sent', null, null, 1799658000000, 0, 1, 1799658000000, 1584163454976000004, 1592105789030400034, null, null),
    ('1451891884032000002/2027/announce/event/0', 1451891884032000002, 2027, 'announce', '{"do":"event"}', 1, 1799658000000, 1800831600000, 1799658000000, 'sent', null, null, 1799658000000, 0, 1, 1799658000000, null, null, null, null),
    ('1451891884032000002/2027/answer/1319620313088000006/0', 1451891884032000002, 2027, 'answer', '{"do":"post-answer","manager":1319620313088000006,"revision":0}', 0, 1800954000000, null, 1800954000000, 'sent', null, null, 1800954000000, 0, 1, 1800954000000, 1584163454976000004, 1597541607014400107, null, null),
    ('1451891884032000002/2027/ask-consent/1319620313088000009/0', 1451891884032000002, 2027, 'ask-consent', '{"do":"ask-consent","giver":1319620313088000009,"channel":1584163454976000005,"message":1592498375884800040}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1584163454976000005, 1592498375884800041, null, null),
    ('1451891884032000002/2027/ask-consent/1319620313088000010/0', 1451891884032000002, 2027, 'ask-consent', '{"do":"ask-consent","giver":1319620313088000010,"channel":1584163454976000005,"message":1592498375884800061}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1584163454976000005, 1592498375884800062, null, null),
    ('1451891884032000002/2027/ask-to-save/1592498375884800048/0', 1451891884032000002, 2027, 'ask-to-save', '{"do":"ask-to-save","giver":1319620313088000007,"channel":1584163454976000005,"message":1592498375884800048}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1584163454976000005, 1592498375884800056, null, null),
    ('1451891884032000002/2027/breathe/1319620313088000006/0', 1451891884032000002, 2027, 'breathe', '{"do":"breathe","manager":1319620313088000006}', 1, 1800896400000, 1800939600000, 1800896400000, 'sent', null, null, 1800896400000, 0, 1, 1800896400000, 1584163454976000027, 1597300015104000069, null, null),
    ('1451891884032000002/2027/close/server/0', 1451891884032000002, 2027, 'close', '{"do":"close"}', 1, 1801522740000, null, 1801522740000, 'planned', null, null, null, 0, 0, null, null, null, null, null),
    ('1451891884032000002/2027/copy/1319620313088000006/0', 1451891884032000002, 2027, 'copy', '{"do":"copy","manager":1319620313088000006,"revision":0}', 0, 1800954000000, null, 1800954000000, 'sent', null, null, 1800954000000, 0, 1, 1800954000000, 1597541607014400095, 1597541607014400096, null, null),
    ('1451891884032000002/2027/countdown/channel/0', 1451891884032000002, 2027, 'countdown', '{"do":"post","step":"countdown"}', 1, 1800262800000, 1800349200000, 1800262800000, 'sent', null, null, 1800262800000, 0, 1, 1800262800000, 1584163454976000004, 1594642504089600065, null, null),
    ('1451891884032000002/2027/day/channel/0', 1451891884032000002, 2027, 'day', '{"do":"post","step":"day"}', 1, 1800864000000, 1800918000000, 1800864000000, 'sent', null, null, 1800864000000, 0, 1, 1800864000000, 1584163454976000004, 1597164119654400067, null, null),
    ('1451891884032000002/2027/digest/1319620313088000006/0', 1451891884032000002, 2027, 'digest', '{"do":"digest","manager":1319620313088000006,"revision":0}', 1, 1800950400000, null, 1800950400000, 'sent', null, null, 1800950400000, 0, 1, 1800950400000, 1584163454976000027, 1597526507520000071, null, null),
    ('1451891884032000002/2027/digest/1319620313088000007/0', 1451891884032000002, 2027, 'digest', '{"do":"digest","manager":1319620313088000007,"revision":0}', 1, 1800950400000, null, 1800950400000, 'sent', null, null, 1800950400000, 0, 1, 1800950400000, 1584163454976000029, 1597526507520000076, null, null),
    ('1451891884032000002/2027/eve/channel/0', 1451891884032000002, 2027, 'eve', '{"do":"post","step":"eve"}', 1, 1800781200000, 1800831600000, 1800781200000, 'sent', null, null, 1800781200000, 0, 1, 1800781200000, 1584163454976000004, 1596816831283200066, null, null),
    ('1451891884032000002/2027/find-missed/1799658030000/0', 1451891884032000002, 2027, 'find-missed', '{"do":"find-missed","until":1799658030000}', 0, 1799658030000, null, 1799658030000, 'sent', null, null, 1799658030000, 0, 7, 1799658030000, null, null, null, null),
    ('1451891884032000002/2027/invite/1319620313088000006/0', 1451891884032000002, 2027, 'invite', '{"do":"invite","manager":1319620313088000006,"revision":0}', 0, 1797764400000, null, 1797764400000, 'sent', null, null, 1797764400000, 0, 1, 1797764400000, 1584163454976000027, 1584163454976000028, null, null),
    ('1451891884032000002/2027/invite/1319620313088000007/0', 1451891884032000002, 2027, 'invite', '{"do":"invite","manager":1319620313088000007,"revision":0}', 0, 1797764400000, null, 1797764400000, 'sent', null, null, 1797764400000, 0, 1, 1797764400000, 1584163454976000029, 1584163454976000030, null, null),
    ('1451891884032000002/2027/last-call/channel/0', 1451891884032000002, 2027, 'last-call', '{"do":"post","step":"last-call"}', 1, 1800892800000, 1800918000000, 1800892800000, 'sent', null, null, 1800892800000, 0, 1, 1800892800000, 1584163454976000004, 1597284915609600068, null, null),
    ('1451891884032000002/2027/look-again/close/0', 1451891884032000002, 2027, 'look-again', '{"do":"look-again","before":"close"}', 1, 1801520940000, null, 1801520940000, 'planned', null, null, null, 0, 0, null, null, null, null, null),
    ('1451891884032000002/2027/look-again/digest/0', 1451891884032000002, 2027, 'look-again', '{"do":"look-again","before":"digest"}', 1, 1800948600000, null, 1800948600000, 'sent', null, null, 1800948600000, 0, 4, 1800948600000, null, null, null, null),
    ('1451891884032000002/2027/mark/1592498375884800039:1319620313088000006/0', 1451891884032000002, 2027, 'mark', '{"do":"mark","manager":1319620313088000006,"channel":1584163454976000004,"message":1592498375884800039}', 0, 1800954000000, null, 1800954000000, 'sent', null, null, 1800954000000, 0, 1, 1800954000000, null, null, null, null),
    ('1451891884032000002/2027/mark/1592498375884800040:1319620313088000006/0', 1451891884032000002, 2027, 'mark', '{"do":"mark","manager":1319620313088000006,"channel":1584163454976000005,"message":1592498375884800040}', 0, 1800954000000, null, 1800954000000, 'sent', null, null, 1800954000000, 0, 1, 1800954000000, null, null, null, null),
    ('1451891884032000002/2027/nominated/1/0', 1451891884032000002, 2027, 'nominated', '{"do":"nominated","nomination":1}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1587032358912000032, 1592498375884800057, null, null),
    ('1451891884032000002/2027/purge/words/0', 1451891884032000002, 2027, 'purge', '{"do":"purge"}', 1, 1809298740000, null, 1809298740000, 'planned', null, null, null, 0, 0, null, null, null, null, null),
    ('1451891884032000002/2027/react/1592498375884800040/0', 1451891884032000002, 2027, 'react', '{"do":"react","channel":1584163454976000005,"message":1592498375884800040}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, null, null, null, null),
    ('1451891884032000002/2027/react/1592498375884800061/0', 1451891884032000002, 2027, 'react', '{"do":"react","channel":1584163454976000005,"message":1592498375884800061}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, null, null, null, null),
    ('1451891884032000002/2027/recap/channel/0', 1451891884032000002, 2027, 'recap', '{"do":"post","step":"recap"}', 1, 1800950400000, 1801522740000, 1800950400000, 'sent', null, null, 1800950400000, 0, 1, 1800950400000, 1584163454976000004, 1597526507520000070, null, null),
    ('1451891884032000002/2027/roster-check/admins/0', 1451891884032000002, 2027, 'roster-check', '{"do":"roster-check"}', 1, 1798448400000, 1799658000000, 1798448400000, 'sent', null, null, 1798448400000, 0, 1, 1798448400000, 1587032358912000032, 1587032358912000033, null, null),
    ('1451891884032000002/2027/thanks/1/0', 1451891884032000002, 2027, 'thanks', '{"do":"post-thanks","thanks":1,"revision":0}', 0, 1799751600000, null, 1799751600000, 'sent', null, null, 1799751600000, 0, 1, 1799751600000, 1584163454976000004, 1592498375884800039, null, null),
    ('1451891884032000002/2027/thanks/8/0', 1451891884032000002, 2027, 'thanks', '{"do":"post-thanks","thanks":8,"revision":0}', 0, 1800954000000, null, 1800954000000, 'claimed', '0B_Om9dWY9-HYYJ2JUydfw', 1800954120000, 1800954000000, 0, 1, null, 1584163454976000004, null, null, null);

insert into digests (guild, year, manager, choices, fingerprint, kept_at, copied_at, copies, sentence_enc) values
    (1451891884032000002, 2027, 1319620313088000006, '{"pinned":[],"hidden":[],"shortened":{}}', '5b9079f23db4bc47239cf8289602e9658f8491745c98c56d518fac83da6df81a', null, 1800954000000, 1, '1.40s0WMfV0D7GHUSL2ZrnPRP9QilP2U2mARgj444csdVMUEpeO/8emV33jMRv5/cQpmBjrFWegnUXLQP8faNsIwF06g'),
    (1451891884032000002, 2027, 1319620313088000007, '{"pinned":[],"hidden":[],"shortened":{}}', '2159ef77a0a40423a643f8d716964849e46572ab4c53ff162320fd9e4ccc8c91', null, null, 0, null);

insert into remembered (name, value) values
    ('commands', '1439208308736000001:4974b5287c045469ca79f30a85e69966a03c7491124de9067bcb244b0f4ba9b4'),
    ('deleted-while-hidden:1592498375884800061', ''),
    ('heard-until', '1800953700000'),
    ('key-check', '1.zSZiFU5tdrKyuS5wwMrDzPU0+bdOtbiY74V+n6b2R17Yx0wgY0rbr6QFVNQ'),
    ('spoken:1451891884032000002/1319620313088000003', 'en'),
    ('spoken:1451891884032000002/1319620313088000006', 'en'),
    ('spoken:1451891884032000002/1319620313088000007', 'en'),
    ('spoken:1451891884032000002/1319620313088000010', 'en');

insert into nominations (id, guild, nominator, member, said_enc, state, nominated_at, decided_at, decided_by) values
    (1, 1451891884032000002, 1319620313088000010, 1319620313088000009, '1.lIx7Jscw6kqEnJvBCgzZQVA3U8i25UimVjjDVPXimfPgpLQfHmFcEuWC9x9wVyWVtIUVt0E1OccolAQL0le2euHXh08G04QOOe2IAJblN8XM1MwOyCr/2AtJk8YhgKcWpP2RRg', 'open', 1799751600000, null, null);

insert into hashtag_channels (guild, channel, rule) values
    (1451891884032000002, 1584163454976000005, 'except');

insert into saves (message, guild, year, channel, author, asker, asked_at, answer) values
    (1592498375884800048, 1451891884032000002, 2027, 1584163454976000005, 1319620313088000007, 1319620313088000008, 1799751600000, null);

insert into suggestions (thanks, suggested_at, dismissed_at) values
    (6, 1799751600000, null);

insert into copies (guild, year, manager, revision, sent_to, print, page_enc, left_at) values
    (1451891884032000002, 2027, 1319620313088000006, 0, -4238767267213362744, '9d3f87fbd91cac3e1581399d76547f6d459e86b1676c6c8d0c07cb42144c9da1', '1.7B1TAyOoKdi2+0k4AYd2TdvSyz9RrfDGT1raaqy/6XFyhrShSlBqJ94FfaDLUlh4GzHvua56mX0//8GFiBY1vjTTavmIDXqvWz+F616BXzEiEnrY0OWQVt8e8fNfE8kpqrgpxzzzWEumyO6nxFXgaaTIwaP8EicFj1pF1ZeUsNho5cAlPVbDhezIy44IpwAkD85VyfraOcBp50RHxZp8ZTC007gVmhPNJOUcW5P3uca9rVyxd9kj3sFZdaLs/KwpO2daB7Rp4aiXiSdajTbODM+5NK5+nu3ToTNP/FgCRq5Y1hqf/X/W7acwWPxrFHUmog4DH45qKtS9GEpT5MLeQC1fFhoYufYNGdPL56MwohwIk/6Lz67FDLRpRU706XJSEoFuGyJDtMhNylqDxxeKawgW3KRMnd9+ZQxs21I4ELZxpo9pTehWhZ95sBFC1XjOJzspCxbYzLZWWpc0hYSh+rQ', 1800954000000);

insert into copied_quotes (guild, year, manager, revision, place, thanks, testimonial, quote_enc) values
    (1451891884032000002, 2027, 1319620313088000006, 0, 0, 1, 0, '1.T+bW/BGGHQQlpytqHR8GflR9Yj1WEoObn//p9/Hgy7zNf27Uovy9UDAl81gPB5i9qcYO24jrNBW1CeCmL/EAWpLId0IPC9MbPTsmK0PfaLF/FP6SoeVgManViolSqGt0K0m3FjkqBaDJx5i1B/TFM6tcUkl6m22po+sw0YLFalbpP4VDsG4ApvJxV1+LZ4axnXl0i4R3N8ra4HshqYsSHgqvfCna1uKFYv+s3WV0Z7umKYBDTgH5BIPtsowEQq8I9m5CqSbr9dqAGTm4rfR0SAj31qNxosy/aw22rRnyUZAhSbQbSgk3TLleM8XO6TaQNpCPjKX1KKv+5hCtTT5KlWHjT9pK52TrgcHjeJp7n9szTfY1eGCqKw'),
    (1451891884032000002, 2027, 1319620313088000006, 0, 1, 6, 1, '1.yn+sp8ppxozp5zR4UvrUyDMu/qIjT+Rm3TqUIs6ZJdbJmE8gfi4CCYacVYmDtJhFx7zRjTo6kIhC4EJeXP2B6Qibtc4AvTMWDTqjbHdVtshjjm7DAVDFUsi78DaSvQWvmCZ1Qd7XQuAe3pCdBC+xpojDBlxDvGONAWW9kmoCi+LDNRs++PJ+8BsbM3rM7J6TA7sslksqmkAY/VmF+z6qUHnUkUD0G8NQc5u/0V1EaZ3648Tim0BV2sdy6mu/');

insert into answers (guild, year, manager, said_enc, state, revision, written_at) values
    (1451891884032000002, 2027, 1319620313088000006, '1.CUtjttqe4DgqllpXJKK9p/hbZkcBly+E2DuxaBx3cM0+yYw7hoDN2+8o5TaaMtV5/WvHAieZ', 'posted', 0, 1800954000000);

insert into hearing (guild, year, deaf_since, from_at, until_at, progress) values
    (1451891884032000002, 2027, null, null, null, null);

insert into leases (name, holder, beats) values
    ('gateway', '5d1c9a40e77b3f62', 412),
    ('process/5d1c9a40e77b3f62', '5d1c9a40e77b3f62', 413);

insert into interactions (interaction, taken_at) values
    (1597541607014400068, 1800954000000);
