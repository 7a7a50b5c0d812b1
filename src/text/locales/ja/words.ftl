# ../en/words.ftl を参照。

thanking-words = ありがとう, ありがと, 有難う, 有り難う, 感謝, 感謝します, お礼, 御礼, サンキュー, さんきゅ, 助かりました, お世話になりました, おかげさま, あざす

date-weekdays = 月, 火, 水, 木, 金, 土, 日
date-months = 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月
date-long = { $year }年{ $month }{ $day }日（{ $weekday }）
date-day-month = { $month }{ $day }日

language-name = 日本語

number-mark = ,
list-separator = 、
list-last-joint = {"、"}
list-or-joint = {"または"}
names-and-more = { $names }、ほか{ $count }人
phrase-separator = {"、"}
sentence-joint = {""}
own-and-english = （ ）

relation-customer = お客さま
relation-colleague = 同僚
relation-fellow-manager = コミュニティマネージャー仲間
relation-friend = 友人

for-answered-me = 質問に答えてくれた
for-kept-us-safe = みんなを守ってくれた
for-spoke-for-us = みんなの声を届けてくれた
for-brought-us-together = みんなをつないでくれた

consent-public = 公開
consent-named = 名前つき
consent-unnamed = 名前なし
consent-private = 非公開
consent-not-asked = 未確認
