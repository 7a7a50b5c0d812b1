# ../en/campaign.ftl を参照。

unknown-command = そのコマンドやボタンはわかりません。Discordに古いものが表示されているのかもしれません。コマンドをもう一度お試しください。
member-not-described = そのメンバーが誰なのかDiscordから伝わらなかったため、何も変更していません。もう一度コマンドを送り、一覧からメンバーを選んでください。また起きる場合は、Discord側の問題です。
person-not-described = 選んだ相手が誰なのかDiscordから伝わらなかったため、何も保存していません。もう一度お試しください。また起きる場合は、Discord側の問題です。
files-not-taken = **ファイルなし：** 今、Discordはここでファイルを受け付けません。後でもう一度、または別のサーバーでお試しください。
files-too-large = **大きすぎてDiscordが受け付けないため、省いたもの：** { $files }
only-in-servers = これはサーバーの中だけで使えます。サーバーでコマンドを使ってください。
only-for-admins = これを見られるのは、「サーバー管理」の権限を持つメンバーだけです。
not-set-up = このサーバーでは、Community Manager Appreciation Dayがまだ設定されていません。管理者が `/campaign setup` で設定できます。
not-set-up-admin = このサーバーでは、Community Manager Appreciation Dayがまだ設定されていません。`/campaign setup` から始めてください。チャンネルとタイムゾーンだけで足ります。
failed-inside = こちら側で問題が起きたため、実行されていないかもしれません。1分ほどしてもう一度お試しください。また起きるときは、このボットの運営者に知らせてください。
failed-whole = Discordが全体を受け付けなかったため、短くしてお届けします。
failed-answer = 短くした返答もDiscordに受け付けられず、結果をお見せできません。このボットの運営者に知らせてください。理由はログにあります。
failed-form = Discordに拒否され、フォームを開けませんでした。1分ほどしてもう一度お試しください。また起きるときは、このボットの運営者に知らせてください。理由はログにあります。
bot-is-no-member = コマンドはありますが、ボットはこのサーバーのメンバーではありません。このボットの運営者の招待リンクでもう一度招待してください（スコープ `bot` と `applications.commands`）。何も変更されていません。

and-more = … ほか{ $count }件

permission-view-channel = チャンネルを見る
permission-send-messages = メッセージを送信
permission-send-in-threads = スレッドでメッセージを送信
permission-read-message-history = メッセージ履歴を読む
permission-add-reactions = リアクションの追加
permission-attach-files = ファイルを添付
permission-create-events = イベントを作成

campaign-day = ## #CMAD { $year }：{ $date }
    ここでの開始は <t:{ $unix }:R>、お使いの時刻では <t:{ $unix }:f> です。
plan-head = **予定**（{ $zone }の時刻。かっこ内はお使いの時刻）
plan-line = - **{ $step }**：{ $date } { $time }（<t:{ $unix }:f>）{ $own ->
    [yes] 、それぞれのタイムゾーンで
   *[no] { "" }
}{ $moved ->
    [yes] 、変更あり
    [rests] 、変更した日時ではありません（ほかのステップと合わなくなりました）
   *[no] { "" }
} · { $state }

state-off = オフ
state-nobody = まだ対象者なし
state-planned = 予定
state-claimed = 送信中
state-sent = 送信済み
state-refused = Discordが拒否、再試行中
state-skipped = 見送り（遅すぎるため）
state-failed = 失敗
state-unknown = 届いたかどうか不明
state-dropped = 不要になりました
state-counted = { $state }{ $count }件
state-and-event = { $state }、イベント：{ $event }

next-nothing = このキャンペーンの予定はもうありません。
next-now = **次：** { $step }、数分以内に。
next-then = **次：** { $step }、<t:{ $unix }:R>（<t:{ $unix }:f>）。それまで、キャンペーンが自動で投稿することはありません。
next-paused = **次：** { $step }、予定は <t:{ $unix }:f> ですが、キャンペーンは一時停止中です。`/campaign resume` で再開します。

setup-done = 設定できました。投稿先は <#{ $channel }> で、通知は誰にも飛びません。変更するときは `/campaign setup` をもう一度使ってください。省略した項目はそのまま残ります。
setup-not-last-monday = いつもどおり、1月の第4月曜日です。今年は最後の月曜日では**ありません**。1週間後に5回目の月曜日があります。
setup-skipped = **間に合わないもの：** { $steps }。これらは見送り、ほかは予定どおり進みます。
setup-roster = **名簿を作ってください：** コミュニティマネージャーごとに `/roster add` を使うか、`manager_role` を指定して `/campaign setup` をもう一度使ってください。
setup-roster-role = **名簿を作ってください：** <@&{ $role }> を持つ人は、ボットが初めて見かけたとき（感謝された、メンションされた、ボタンを押した）に名簿に入ります。`/roster add` ならすぐに入ります。
setup-all-there = ボットに必要な権限はそろっています。`/campaign preview` で実際の投稿を見られ、`/campaign doctor` でいつでも確かめられます。
setup-missing = **まだ足りないもの**（`/campaign doctor` でもう一度確かめられます）：
setup-bad-hour = 最後の呼びかけが当日の投稿より後になるよう、開始時刻は0から{ $latest }までの整数にしてください。何も変更されていません。
setup-role-everyone = @everyone にすると、メンバー全員がコミュニティマネージャーになります。チームのロールを選ぶか、省略して `/roster add` を使ってください。何も変更されていません。
setup-same-channel = 管理者への報告を、キャンペーンを投稿するチャンネルに送ることはできません。`admin_channel` に非公開のチャンネルを選んでください。省略すると、ダイレクトメッセージで届きます。何も変更されていません。
setup-public-admins = 管理者への報告を公開チャンネルに送ることはできません。<#{ $channel }> は全員が読めます。そこで @everyone から *チャンネルを見る* を外すか、別の `admin_channel` を選んでください。省略すると、ダイレクトメッセージで届きます。何も変更されていません。
setup-channel-gone = そのチャンネルはもうないか、別のサーバーのものです。別のチャンネルを選んでください。何も変更されていません。
setup-cannot-post = ボットがそこに投稿できないため、何も変更されていません。
setup-again = そのあと `/campaign setup` をもう一度使ってください。
setup-refused-hour = 新しい時刻がほかのステップの日時と合わないため、何も変更されていません。`/campaign steps` を見てください。
unknown-zone = 「{ $typed }」というタイムゾーンや都市は見つかりません。近くの大きな都市を入力して一覧から選ぶか、`Asia/Tokyo` のようなIANA名を入力してください。時刻は変わることがあるため、GMT+9のような時差だけでは足りません。何も変更されていません。
unknown-zone-near = 「{ $typed }」というタイムゾーンや都市は見つかりません。{ $near } のことですか？何も変更されていません。

phase-before = このキャンペーンの感謝は <t:{ $opens }:f> から <t:{ $closes }:f> まで集めます。それより前に `/thank` で伝えた感謝もカウントされます。
phase-open = <t:{ $closes }:f> まで感謝を集めています。
phase-day = **今日が当日です。** <t:{ $closes }:f> まで感謝を集めています。
phase-after = 感謝の受付は <t:{ $closes }:f> に終わりました。このキャンペーンは締めの作業中です。
phase-paused = <t:{ $unix }:f> から**一時停止中**です。投稿も送信もしません。感謝は引き続きカウントされます。`/campaign resume` で再開します。
status-total = **これまで：** { $thanks ->
    [0] 感謝はまだありません。
   *[other] { $givers }人から{ $managers }人へ、感謝{ $thanks }件。
}
status-roster = **名簿：** { $count ->
    [0] まだ誰もいません。
   *[other] { $count }人（{ $accepted }人が参加、{ $invited }人は返事待ち）。
}
status-settings = **設定：** 投稿先は <#{ $channel }>、言語は{ $language }、ハッシュタグは{ $hashtag ->
    [on] オンです。
   *[off] オフです。
}
status-posts-here = **公開の感謝**は、全員が見られるチャンネルなら、書かれた場所に投稿されます。
status-posts-campaign_channel = **公開の感謝**は <#{ $channel }> に投稿されます。
status-reports-in = 報告は <#{ $channel }> に届きます。
status-reports-to = 報告は <@{ $user }> にダイレクトメッセージで届きます。
status-role = <@&{ $role }> を持つ人がコミュニティマネージャーです。
status-holders = そのロールを持つ人に、参加するかを投稿で尋ねています。これまでに{ $asked }人のうち{ $joined }人が名簿に加わりました。
status-theme = テーマ：{ $theme }
status-reports = **確認が必要なこと**（新しい順）：
status-in-which = 複数のサーバーでこの日を設定しています。知りたいサーバーの中で `/campaign status` を使ってください。

status-report-skipped = - { $what }：間に合わないため、見送りました。{ $why }
status-report-unknown = - { $what }：届いたかどうかわからないため、再送しません。ご確認ください。
status-report-refused = - { $what }：Discordが拒否しました（コード{ $code }）。再試行します。足りないものは `/campaign doctor` でわかります。
status-report-failed = - { $what }：断念しました（Discordのエラー{ $code }）。
status-report-lost = - { $what }：試すたびにプログラムが終了したため、断念しました。
status-report-closed-messages = - <@{ $user }> はダイレクトメッセージを受け取らない設定です。締め切りまで毎日試します。`/cmad digest` はいつでも使えます。
status-report-quarantined = - Discordがボットにダイレクトメッセージの送信を許可していません（隔離、コード20026）。1日に1回試します。`/cmad digest` は誰でも使えます。
status-report-no-content-intent = - Discordがボットにメッセージを読ませないため、ハッシュタグを拾えません。ほかの伝え方はすべて使えます。


steps-head = 何も変更されていません。
steps-how = ステップはひとつずつ変えてください：`/campaign steps step:… on:False`、または `days:-10 time:18:30`、または `reset:True`。
steps-now-on = **{ $step }** をオンにしました。予定は <t:{ $unix }:f> です。
steps-now-off = **{ $step }** をオフにしました。このステップは行いません。ほかは予定どおり進みます。
steps-moved = **{ $step }** を <t:{ $unix }:f> に移しました。
steps-reset-done = **{ $step }** を標準の設定に戻しました。オンで、日時は <t:{ $unix }:f> です。
steps-reset-off = **{ $step }** を標準の設定に戻しました。標準ではオフです。
steps-event-goes = 作成済みのイベントも消えます。投稿済みのものは残ります。
steps-was-sent = これはすでに送信済みで、取り消せません。変更は来年から有効です。
steps-past = その時刻は過ぎています。遅すぎなければ、数分以内に送ります。
steps-which = どのステップですか？変えたい内容と一緒に `step` を指定してください。何も変更されていません。
steps-one-change = 変更はひとつずつお願いします。`on`、または `days` と `time`、または `reset` です。何も変更されていません。
steps-bad-time = 時刻は `09:00` や `18:30` のように入力してください。何も変更されていません。

refused-cannot-be-off = **{ $step }** はオフにできません。キャンペーンの目的そのものだからです。何も変更されていません。
refused-out-of-order = **{ $earlier }** は **{ $later }** より前でなければなりません。何も変更されていません。そうしたいときは、先にもう一方を移してください。
refused-too-far = **{ $step }** は、当日の60日前から30日後までの間でなければなりません。何も変更されていません。
refused-not-before = **{ $step }** は当日より前でなければなりません。`days` を-1以下にしてください。何も変更されていません。
refused-not-on-the-day = **{ $step }** は当日でなければなりません。`days` を0にしてください。何も変更されていません。
refused-not-after = **{ $step }** は当日より後でなければなりません。`days` を1以上にしてください。何も変更されていません。

doctor-good = **すべて問題ありません。** 確認したもの：データベース、両方のチャンネルとボットの権限、イベント、メッセージの読み取り、コミュニティマネージャーのロール、名簿、これまでの報告。
holders-on-roster = <@&{ $role }> を持つ{ $count }人のうち**{ $on }**人が名簿に載っています。載っていない人は、辞退したか、外されています。
holders-waiting = <@&{ $role }> を持つメンバー{ $count }人のうち、**{ $on }**人が名簿にいます。残りの{ $waiting }人には、参加するかを尋ねるダイレクトメッセージが1分に最大{ $pace }件ずつ送られます。代わりに、<#{ $channel }> への1件の投稿で全員に尋ねることもできます。
holders-asked = <@&{ $role }> を持つメンバー{ $count }人のうち、**{ $on }**人が名簿にいます。残りの{ $waiting }人には <#{ $channel }> の投稿で尋ねています。全員が参加すると、投稿は消えます。
holders-unread = Discordからメンバー全員の情報を受け取れませんでした。残りの人には、ボットが初めて見かけたときに尋ねます。
button-invite-holders = { $count }人を招待する
button-ask-holders = 1件の投稿で尋ねる
button-ask-holders-again = もう一度投稿する
doctor-head = **確認が必要なことが{ $count }件あります。**
doctor-database = **データベースが応答しない**ため、今は何も保存も送信もできません。このボットの運営者に知らせてください。予定のものは、復旧しだい送ります。
doctor-new-database = **ボットのデータベースが新しくなっています。** 以前このサーバーでCMADを設定していた場合、その内容は残っていません。もう一度設定する前に、このボットの運営者に知らせてください。
doctor-missing = - **<#{ $channel }> でボットに足りない権限：** { $list }。「チャンネルの編集」>「権限」で、ボットのロールに許可してください。
doctor-permission = *{ $permission }*（{ $why }）
why-view-channel = チャンネルを見るため
why-send-messages = 投稿するため
why-send-in-threads = スレッドのメッセージの下で質問するため
why-read-message-history = これがないと、停止時に送信中だった投稿が「不明」のままになります
why-add-reactions = カウントされたことをメッセージの下に示すため
why-attach-files = ダイジェストのPDFやエクスポートなどのファイルを渡すため
why-create-events = イベントを作るため
doctor-no-events = - **ボットがイベントを作れません。** 「サーバー設定」>「ロール」で、ボットのロールに *{ $permission }* を許可してください。ほかはこのままで動きます。
doctor-channel-gone = - **キャンペーンのチャンネルがない**ため、何も投稿できません。別のチャンネルで `/campaign setup` を使ってください。
doctor-admin-channel-gone = - **管理者のチャンネルがない**ため、報告が届きません。別の `admin_channel` で `/campaign setup` を使ってください。
doctor-admin-channel-public = - **管理者への報告が届く <#{ $channel }> を全員が読めます。** そこで @everyone から *チャンネルを見る* を外すか、別の `admin_channel` を選んでください。
doctor-reports-unread = - **報告を受け取る人がいません：** 設定した <@{ $user }> が退出したか、サーバーを管理できなくなりました。報告は `/campaign status` で見られます。ご自身で `/campaign setup` を使うか、`admin_channel` を指定してください。
doctor-no-content = - **ハッシュタグを拾えません。** Discordがボットにメッセージを読ませないためです。このボットの運営者が開発者ポータルで *Message Content Intent* を有効にするか、`/campaign hashtag` でハッシュタグをオフにしてください。ほかの伝え方はすべて使えます。
doctor-no-content-review = - **ハッシュタグを拾えません。** Discordがボットにメッセージを読ませないためです。対象の人数が多いため、*Message Content Intent* には先にDiscordの承認が必要で、このボットの運営者が申請できます。ボットへのメンションやpingつきの返信はカウントされ、ほかの伝え方もすべて使えます。`/campaign hashtag` でハッシュタグをオフにすることもできます。
doctor-reach = このボットの対象は最大{ $users }人、{ $servers }サーバーです。Message Content Intent：{ $content }、Server Members Intent：{ $members }。
doctor-reach-free = 10,000人以上になると、これらのインテントをDiscordが審査します。
doctor-reach-apply = 10,000人以上になると、これらのインテントをDiscordが毎年審査します。このボットの運営者は、今のうちに申請してください。
doctor-reach-reviewed = 10,000人以上になると、これらのインテントに毎年Discordの承認が必要です。承認がなくても、すべてのコマンド、ボタン、フォームと、ボットへのメンションやpingつきの返信は使えます。
doctor-reach-public = 誰でもこのボットを招待でき、そのサーバーのメンバーも数に入ります。自分のサーバーのために運営しているなら、開発者ポータルで *Public Bot* をオフにできます。
doctor-role-gone = - **コミュニティマネージャーのロールがない**（<@&{ $role }>）ため、新しい人を見分けられません。別の `manager_role` で `/campaign setup` を使うか、`/roster add` を使ってください。
doctor-allowed-others = **{ $command }** は { $who } も使えます。「サーバー設定 > 連携サービス」で許可されています。
doctor-roster-empty = - **名簿が空**のため、感謝を伝える相手がいません。`/roster add` でコミュニティマネージャーを加えてください。
doctor-none-accepted = - **名簿の誰もまだ参加の返事をしていません。** それでも感謝は受け取れ、ダイジェストも届きます。*ひと息つく* と上司へのコピーには本人の同意が必要です。ダイレクトメッセージを見るよう伝えてください。
doctor-paused = - **キャンペーンは一時停止中**のため、投稿も送信もしません。`/campaign resume` で再開します。
doctor-copies-held = - **上司へのコピーは止まっています。** ボットのデータが復元され、誰が配信停止を希望したかが分からないためです。運営者が解決できます。
doctor-timed-out = - **ボットはタイムアウト中です**（<t:{ $unix }:f>まで）。ここでは投稿もリアクションもできません。メンバーをタイムアウトできる人が解除できます。予定のものは、間に合ううちは待ちます。
doctor-reports = - **{ $count }件の報告があります。** 内容は `/campaign status` で見られます。

preview-line = *プレビュー（**{ $step }**）：見えるのはあなただけで、通知は飛びません。{ $on ->
    [yes] <t:{ $unix }:f> に <#{ $channel }> へ投稿する予定で、人数と名前はそのときのものになります。
   *[no] このステップはオフです。
}*
hashtag-on = ハッシュタグはオンです。感謝を集めている間、#CMAD とコミュニティマネージャーへのメンションがあるメッセージがカウントされます。書いた人には、言葉をどう扱ってよいかを一度だけ尋ねます。
hashtag-on-refused = ハッシュタグはオンですが、Discordがボットにメッセージを読ませないため、まだ拾えません。このボットの運営者が開発者ポータルで *Message Content Intent* を有効にできます（10,000人以上になると、先にDiscordの承認が必要です）。ほかの伝え方はすべて使えます。
hashtag-off = ハッシュタグはオフです。#CMAD のあるメッセージはもう拾いません。すでに見つかったものは残ります。`/thank`、ボタン、ボットへのメンションはこれまでどおり使えます。
paused-now = 一時停止しました。これからは投稿も送信もせず、失われるものもありません。感謝は引き続きカウントされます。`/campaign resume` で再開します。そのとき間に合わないステップは、見送って報告します。
paused-already = すでに一時停止中です。`/campaign resume` で再開します。
resumed-now = 再開しました。その間に予定だったものは今送ります。遅すぎるものは見送って報告します。`/campaign status` で見られます。
resumed-already = 一時停止中ではないため、何も変更されていません。次の予定は `/campaign status` で見られます。

roster-invited = **{ $name }**（<@{ $user }>）を名簿に加えました。感謝を受け取れます。参加するかどうかをダイレクトメッセージで尋ねます。それまでもダイジェストは届きますが、*ひと息つく* は届きません。
roster-already = **{ $name }**（<@{ $user }>）はすでに名簿にいます。何も変更されていません。
roster-already-changed = **{ $name }**（<@{ $user }>）はすでに名簿にいます。肩書きとチームを更新しました。
roster-declined = **{ $name }**（<@{ $user }>）は参加しないことを希望しています。何も変更されていません。本人は、ボットからのダイレクトメッセージのボタンでいつでも戻れます。
roster-bot = **{ $name }**（<@{ $user }>）はボットです。名簿に入れるのは人だけです。
roster-not-a-member = **{ $name }**（<@{ $user }>）はこのサーバーのメンバーではありません。何も変更されていません。
roster-removed = **{ $name }**（<@{ $user }>）を名簿から外しました。ここでは感謝を受け取れず、メッセージも届きません。これまでの感謝は残ります。`/roster add` で戻せます。
roster-was-not-on = **{ $name }**（<@{ $user }>）は名簿にいません。何も変更されていません。
roster-empty = 名簿にまだ誰もいないため、感謝を伝える相手がいません。`/roster add` でコミュニティマネージャーを一人ずつ加えてください。
roster-of-role = <@&{ $role }> を持つ人は、ボットが初めて見かけたとき（感謝された、メンションされた、ボタンを押した）に加わります。
roster-head = ここで感謝を受け取れる**コミュニティマネージャーは{ $count }人**です：
roster-line = - **{ $name }**（<@{ $user }>）{ $has ->
    [about] 、{ $about }
   *[nothing] { "" }
} · { $place }
place-accepted = 参加
roster-cares = 大切にしていること：{ $cares }
place-invited = 返事待ち
roster-foot = 変えるときは `/roster add` と `/roster remove` を使ってください。返事がまだの人も感謝を受け取れ、ダイジェストが届きます。

invite-accepted = **{ $server }の名簿へようこそ。** みんなが感謝を伝えられるようになりました。書かれた言葉はあなたのもので、あなたが渡さないかぎり、ほかの誰にも届きません。
    メッセージは { $zone } の時刻で届きます。タイムゾーン、言語、肩書きは `/cmad profile` で設定できます。いつか上司にコピーを送りたいときは `/cmad boss set` で登録してください。あなたが操作しないかぎり、何も送られません。
invite-declined = **あなたは{ $server }の名簿にいません。** このボットを通じて感謝が届くことはなく、この件でこちらから連絡することもありません。
    気が変わったら、下のボタンでいつでも戻れます。
invite-no-place = あなたはもう{ $server }の名簿にいないため、参加するか辞退するかを選ぶ必要はありません。間違いのときは、そのサーバーの管理者が `/roster add` で加えられます。
invite-server-gone = そのサーバーではこの日の設定がなくなったため、参加するか辞退するかを選ぶ必要はありません。
holder-not-asked = この投稿はもう有効ではありません。<@&{ $role }> を持っていても、{ $server }の名簿には加わらなくなりました。
holder-other = この投稿は <@&{ $role }> を持つメンバーに尋ねるものです。あなたはそのロールを持っていないため、何もする必要はありません。
invite-leave-button = やはり参加しない
invite-return-button = やはり参加する
