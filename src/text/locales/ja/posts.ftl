# ../en/posts.ftl を参照。

post-when = **{ $date }** · お使いの時刻で { $begins } 開始（{ $in }）
post-when-today = **{ $date }** · お使いの時刻で { $ends } 終了（{ $in }）
post-not-last-monday = 1月の第4月曜日です。今年は**最後の月曜日ではありません**。最後の月曜日はその1週間後です。

post-announce-title = もうすぐCommunity Manager Appreciation Dayです
post-announce =
    みんなの最初の質問に答え、安心できる場を守り、みんなの声を届けてくれる人がここにいます。この日は、その人たちに感謝を伝えましょう。

    助けてもらったことはありますか？助けてもらったこの場所で、感謝を伝えてください。今日から書けます。この日が終わると、すべてが1ページになって本人に届きます。
post-roster-title = { $server }を支えている人たち
post-roster-note = 肩書きは関係ありません。アドボケイト、サポート、エバンジェリスト、モデレーター、どなたでも。
post-roster-none = 名簿はまだ空です。思い浮かぶ人はいますか？`/nominate` で推薦してください。
post-roster-more = ほか{ $count }人

post-countdown-title = 今年、誰に助けてもらいましたか？
post-countdown = Community Manager Appreciation Dayが近づいています。ここで誰かが助けになってくれた場面を思い出してみてください。正直なひとことが、すてきな感謝になります。

post-eve-title = { $days ->
    [1] 明日はCommunity Manager Appreciation Dayです
   *[other] Community Manager Appreciation Dayはもうすぐです
}
post-eve = ひとことで十分です。その人が何をしてくれて、あなたにとって何が変わったか。肩書きは関係ありません。

post-day-title = 今日はCommunity Manager Appreciation Dayです
post-day =
    {"**"}ここで誰かに助けてもらいましたか？** 助けてもらったこの場所で、感謝を伝えてください。
    {"**"}その人と一緒に働いていますか？** その人の情熱を知る時間をとり、感謝を伝え、上司にも知らせてください。
    {"**"}あなたもその一人ですか？** ひと息ついてください。あなたの働きに、みんなが感謝しています。今夜はご家族や大切な人とゆっくりお過ごしください。
post-ways-title = 感謝の伝え方
post-way-command = `/thank` と相手の名前
post-way-member = メンバーを右クリックして「アプリ」から **#CMADで感謝する**
post-way-mention = ひとつのメッセージでこのボットと相手をメンションし、感謝の言葉を添える
post-way-hashtag = **#CMAD** と書いて相手をメンションするか、相手への返信に書く
post-way-button = 下の **感謝を伝える** を押す

post-last-call-title = 今日最後の呼びかけです
post-last-call-late = 遅れて届いた感謝も、{ $closes } までカウントされます。
post-last-call = { $givers ->
    [0] まだ誰も書いていません。あなたが最初の人になれます。ひとことで十分です。
   *[other] これまでに{ $people }が感謝を伝えました。伝えたかった相手はいませんか？
}

post-recap-title = みなさん、ありがとうございました
post-recap = { $givers ->
    [0] 今年は静かでした。感謝を伝えたかった相手がいれば、{ $closes } までカウントされます。
   *[other] Community Manager Appreciation Day { $year }には、{ $people }から、{ $managers }へ、{ $messages }が届きました。遅れて届いた感謝も、{ $closes } までカウントされます。
}
post-recap-thanked = 今年感謝された人たち（名前順）
post-recap-link = メッセージ{ $n }
post-recap-managers = あなたもその一人ですか？みんなの言葉が **マイダイジェスト** で待っています。見られるのはあなただけです。
post-count-people = { $count }人
post-count-messages = { $count }件のメッセージ
post-count-managers = コミュニティを支える{ $count }人

post-thanks = **{ $giver }** から { $manager } への感謝
post-thanks-for = 理由：{ $what }

button-thank = 感謝を伝える
button-thank-everyone = 全員に感謝を伝える
button-remind = リマインドする
button-how-to-thank = 感謝の伝え方
remind-set = { $at } にダイレクトメッセージでお知らせします。取り消すには **リマインドする** をもう一度押してください。
remind-taken-back = 取り消しました。お知らせは送りません。
remind-too-late = お知らせにはもう遅い時刻です。当日になったか、もう過ぎています。`/thank` なら一年中、感謝を伝えられます。
note-remind-title = 今日はCommunity Manager Appreciation Dayです
note-remind = ご希望のお知らせです。今年 **{ $server }** で助けてくれたのは誰ですか？{ $channel } で、または `/thank` で感謝を伝えてください。
note-remind-once = -# お知らせはこの1通だけです。
button-thank-too = { $name }にも感謝する
button-thank-them-too = この人にも感謝する
button-my-digest = マイダイジェスト
button-accept = 参加する
post-holders-title = { $server }を支えていますか？
post-holders = <@&{ $role }> を持つみなさんへ：この日、メンバーはコミュニティを支える人に感謝を伝えられます。あなたに感謝を伝えてもよいですか？
post-holders-means =
    {"*"}*参加する** を押すと：
    - 感謝を伝えられる人の名簿に名前が載り、{ $opens } から、みんながあなたに書けるようになります。
    - 当日の翌日、その言葉を集めたページ「ダイジェスト」が届きます。あなただけのもので、あなたが選ばないかぎり、上司には何も届きません。

    参加しない場合は、何もする必要はありません。
button-decline = 遠慮する
button-copy-boss = 上司にコピーを送る
button-keep = 自分だけのものにする
button-no-more = 今後は受け取らない
button-found = 決める
button-whom = 相手を選ぶ
button-status = 状況を見る

event-name = Community Manager Appreciation Day { $year }
event-about = コミュニティを支えてくれる人に感謝する日です。助けてもらった場所で、自分の言葉で。ここで `/thank` と書くか、メンバーを右クリックして「#CMADで感謝する」を選んでください。

note-roster-title = Community Manager Appreciation Day { $year }：これでよろしいですか？
note-roster = { $server }では **{ $date }** に行います。
note-roster-who = 次の人たちが感謝を受け取ることができ、それぞれにダイジェストが届きます：
note-roster-none = 名簿にまだ誰もいないため、感謝を伝える相手がいません。`/roster add` で加えるか、`/campaign setup` でロールを指定してください。
note-roster-plan = これからの予定
note-roster-channel = 投稿先は { $channel } です。
note-roster-wrong = このままでよければ、何もする必要はありません。変えたいときは、`/roster add` と `/roster remove` で名簿を、`/campaign steps` でステップの日時やオンとオフを変えられます。`/campaign preview` では投稿を事前に見られます。
plan-step = { $at } · { $what }
plan-announce = お知らせの投稿と、イベント
plan-countdown = 1週間前の投稿
plan-eve = 前日の投稿
plan-day = 当日の投稿
plan-last-call = 最後の呼びかけ
plan-breathe = *ひと息つく*（それぞれのタイムゾーンの夜に）
plan-recap = まとめの投稿
plan-digest = ダイジェスト（それぞれのタイムゾーンの朝に）
plan-close = 締め切り（それまでに届いた感謝がカウントされます）

note-invite-title = あなたは{ $server }を支える人の名簿に入っています
note-invite = { $date }はCommunity Manager Appreciation Dayです。メンバーがあなたに感謝を伝えられるようにしてもよいですか？
note-invite-means =
    参加する場合：
    - { $opens } から、みんながあなたに書けるようになります。この日の翌日に、その言葉を集めたページ「ダイジェスト」が届きます。あなただけのものです。
    - あなたが選ばないかぎり、上司には何も届きません。
    - 当日の夜に、ひと息つくようお知らせします。これも、肩書きやタイムゾーンなども、`/cmad profile` で変えられます。

    参加しない場合は **遠慮する** を押してください。以後は何もお送りしません。返事がない場合も、感謝とダイジェストは届きますが、それ以外は何も届きません。

note-breathe-title = ひと息ついてください
note-breathe = { $givers ->
    [0] 今日はあなたのような人のための日です。人を支える仕事はなかなか目に見えませんが、それでも大切なことです。みんなが感謝しています。
   *[other] { $givers }人が、Community Manager Appreciation Dayに言葉を寄せてくれました。みんなが感謝しています。
}
note-breathe-wait = 今夜は何も返さなくて大丈夫です。言葉は明日お読みいただけます。どうぞ、ご家族や大切な人とゆっくりお過ごしください。

note-digest-title = あなたのダイジェスト { $year }
note-digest-title-updated = あなたのダイジェスト { $year }（更新）
note-digest = みんなからの言葉です。**マイダイジェスト** で、気に入った言葉を固定したり、自分だけにとどめたい言葉を非表示にしたりできます。そのあと上司にコピーを送るか、自分だけのものにしてください。あなたが選ばないかぎり、上司には何も届きません。
note-digest-updated = 前回から、追加、変更、または取り消しがありました。今回の分のコピーは、まだ誰にも送られていません。
note-digest-few = みんなからの言葉です。あなただけのものです。上司へのコピーには、上司が読める言葉が2人以上から必要です。
note-without-words-title = あなたの#CMAD { $year }
# To a manager to whom no one wrote.
without-words = その日が来ましたが、ここにあなたへの言葉はありませんでした。これは仕事ぶりについて何も語っていません。書かなくても感謝している人は多く、この日を初めて知る人がほとんどです。いつもみんなを支えてくださり、ありがとうございます。
without-words-others = ほかの人たちがしていること：
without-words-ask = 助けた人に、ひとこと書いてもらえるよう頼んでみてください。メールやフォーラム、または直接感謝してくれた人も、{ $closes } まで `/thank` でここに書けます。
without-words-next = 来年は{ $date }です。カレンダーに入れておいてください。

note-copy = { $mention } さんは、Discordのコミュニティ「{ $server }」を支えています。Community Manager Appreciation Day { $year }にメンバーが感謝を伝え、{ $manager }さんがそのページをお送りすることにしました。
note-copy-more = ご質問は { $mention } さんにお尋ねください。**今後は受け取らない** を押すと、{ $manager }さんについては、来年以降も含めて何もお送りしません。

note-ask-consent = 感謝の言葉を見つけました。相手の上司に見せてもよいですか？このボタンを使えるのは書いた本人だけです。同意するまでは、感謝の相手だけが読みます。
note-ask-whom = 感謝の言葉のようですが、誰へのものかを勝手に決めたくありません。このボタンを使えるのは書いた本人だけです。相手を選ぶとカウントされます。

note-report-title = 確認をお願いします
report-skipped = **見送り：{ $send }。** { $why }今からでは遅すぎます。よろしければご自身でひとこと書いてください。この後の予定はそのまま進みます。
held-away = 予定の時刻に動いていませんでした。
held-no-answer = Discordに接続できないか、正しい応答がありませんでした。
held-too-many = Discordの送信数の制限に達していました。
held-paused = 予定の時刻にキャンペーンが一時停止中でした。
held-removed = 予定の時刻にこのサーバーにいませんでした。
held-moved = 予定の時刻が変更され、新しい時刻はもう過ぎていました。
held-database = 予定の時刻にデータベースが動いていませんでした。
held-clock = 動作しているコンピューターの時計が、予定の時刻に狂っていました。
held-limit = 1日に送れるコピーの数に達していました。
report-unknown = **不明：{ $send }。** 送信中に返答が失われ、届いたかどうかを確かめられませんでした。二重に届かないよう、再送はしません。ご確認のうえ、届いていなければご自身で書いてください。**メッセージ履歴を読む** 権限があれば、こちらで確かめられます。
report-refused = **保留：{ $send }。** { $why }間に合わなくなるまで、試しつづけます。足りないものは `/campaign doctor` でわかります。
report-failed = **断念：{ $send }。** { $why }
report-lost = **断念：{ $send }。** 試すたびに、ボットのプログラムが終了しました。このマシンのメモリが足りないようです。詳しくは、このボットの運営者がログで確認できます。ダイジェストは `/cmad digest` で読めます。
report-closed = **未配達：{ $send }。** { $manager } はこのボットからのダイレクトメッセージを受け取らない設定です。締め切りまで、1日1回試します。このサーバーのメンバーからのダイレクトメッセージを許可するか、`/cmad digest` で読むことができます。
report-quarantined = **Discordの制限により、誰にもダイレクトメッセージを送れません。** スパムとみなされ、隔離されています（コード20026）。ダイレクトメッセージは待機し、1日に1通だけ試します。コミュニティマネージャーは `/cmad digest` でダイジェストを読めます。このボットの運営者は、Discordのサポートに異議を申し立てられます。
report-no-content-intent = **ハッシュタグを拾えません。** DiscordがMessage Contentインテントを認めていません。このボットの運営者がDiscordの開発者ポータルの「Bot」ページで有効にし、再起動すると使えます（10,000人以上になると、先にDiscordの承認が必要です）。ほかの伝え方はすべてそのまま使えます。`/campaign hashtag` でハッシュタグをオフにできます。
report-code-10003 = チャンネルがなくなりました（Discordのエラー10003）。`/campaign setup` で別のチャンネルを選んでください。
report-code-50001 = チャンネルが見えません（Discordのエラー50001）。そこで **チャンネルを見る** を許可してください。
report-code-50007 = このボットからのダイレクトメッセージは受け取られません（Discordのエラー50007）。
report-code-50013 = 権限が足りません（Discordのエラー50013）。**メッセージを送信** と、イベントのための **イベントを作成** が必要です。
report-code-200000 = AutoModが止めました（Discordのエラー200000）。止めたルールの例外に、このボットを追加してください。
report-code-full = このサーバーの一覧がいっぱいです（Discordのエラー{ $code }）。たとえばイベントは、終わっていないものが100件までです。空きを作ってください。
report-code-passes = Discordが今は受け付けません（コード{ $code }）。時間がたてば直ります。
report-code-filter = Discordのフィルターに止められました（コード{ $code }）。
report-code-none = Discordは理由を示しませんでした。
report-code-other = Discordのエラーは { $code } です。`/campaign doctor` で理由がわかるかもしれません。

send-roster-check = 名簿の確認
send-announce = お知らせの投稿
send-event = イベント
send-countdown = 1週間前の投稿
send-eve = 前日の投稿
send-day = 当日の投稿
send-last-call = 最後の呼びかけ
send-breathe = { $who } への*ひと息つく*
send-recap = まとめの投稿
send-digest = { $who } のダイジェスト
send-close = キャンペーンの締め切り
send-invite = { $who } への招待
send-ask-holders = ロールを持つ人に尋ねる投稿
send-thanks = 公開の感謝
send-react = メッセージへのリアクション
send-question = 感謝した人への質問
send-other = メッセージ

page-more-words = ほかの言葉
page-more = ほか{ $count }件のメッセージはファイルにあります
page-added-more = このほか{ $count }件はファイルにあります
page-cut = 「…」のある言葉は、ファイルに続きがあります。
send-unpost = 取り消された言葉の削除
