# ../en/commands.ftl を参照。説明と選択肢は100文字まで。

cmd-thank-member = #CMADで感謝する

cmd-thank = コミュニティマネージャーに感謝を伝えます。指定がなければここに投稿され、上司に伝わることもあります
cmd-thank-manager = 感謝する相手
cmd-thank-message = あなたの言葉（省略するとフォームが開きます）
cmd-thank-relation = 相手から見たあなたの立場
cmd-thank-for = 何への感謝か
cmd-thank-consent = 誰が見られるか：公開、名前つき、名前なし、非公開

cmd-cmad = Community Manager Appreciation Day：あなたの感謝、ダイジェスト、日付
cmd-cmad-when = Community Manager Appreciation Dayはいつか
cmd-year = 年（例：2027）
cmd-cmad-mine = あなたが伝えた感謝：公開範囲の変更、取り消し
cmd-cmad-why = あなたのメッセージが感謝としてカウントされたか、その理由
cmd-why-message = メッセージのリンク
cmd-cmad-digest = コミュニティマネージャー向け：みんながあなたに書いたこと
cmd-cmad-profile = コミュニティマネージャー向け：表示のしかたとタイムゾーン
cmd-profile-title = 肩書き（何でもかまいません）。「-」で消せます
cmd-profile-team = チーム。「-」で消せます
cmd-profile-cares = 大切にしていること（1行）。感謝する人に見えます。「-」で消せます
cmd-profile-display-name = ほかの人に見える名前。「-」でDiscordの名前に戻ります
cmd-profile-link = あなたの公開ページ（例：https://example.org/you）。「-」で消せます
cmd-profile-timezone = ダイレクトメッセージに使う都市かタイムゾーン。「-」でサーバーのものに戻ります
cmd-profile-language = あなたへのメッセージの言語
cmd-profile-breathe = 当日の夜のメッセージ「ひと息つく」を受け取るか
cmd-cmad-boss = コミュニティマネージャー向け：コピーを送りたいときの送り先
cmd-boss-set = 上司を登録し、コピーの扱いを決めます。あなたが選ばないかぎり何も届きません
cmd-boss-member = あなたの上司（このサーバーのメンバー）
cmd-boss-clear = 上司の登録を消します
cmd-cmad-about = このボットについて、この日の由来について

cmd-campaign = このサーバーでCommunity Manager Appreciation Dayを設定し、管理します
cmd-campaign-setup = ここでこの日を設定します。設定の変更もできます
cmd-setup-channel = キャンペーンを投稿するチャンネル
cmd-setup-timezone = 都市かタイムゾーン（例：東京、Asia/Tokyo）
cmd-setup-hour = 通常9時か10時に行うステップの時刻（0〜16時）
cmd-setup-manager-role = このロールを持つ人がコミュニティマネージャーです
cmd-setup-admin-channel = 報告用の非公開チャンネル（省略するとあなたに届きます）
cmd-setup-theme = すべての投稿に表示するひとこと
cmd-setup-posts = 公開の感謝の投稿先：書かれたその場所か、キャンペーンのチャンネル
posts-here = ここ（書かれた場所）
posts-campaign_channel = キャンペーンのチャンネル
cmd-setup-language = 公開の投稿の言語
cmd-campaign-status = キャンペーンの状況：各ステップ、これまでの合計、確認が必要なこと
cmd-campaign-doctor = 問題になりそうなことを、起こる前に調べます
cmd-campaign-preview = 投稿を事前に見ます。ほかの人には見えません
cmd-preview-step = どの投稿か
cmd-campaign-steps = 予定を見ます。ステップの移動、オンとオフの切り替えもできます
cmd-steps-step = どのステップか
cmd-steps-on = ステップのオンとオフを切り替えます
cmd-steps-days = 当日からの日数：-7は1週間前、1は翌日
cmd-steps-time = 現地の時刻（例：10:30）
cmd-steps-reset = このステップを標準の設定に戻します
cmd-campaign-hashtag = ハッシュタグ #CMAD のオンとオフ、拾うチャンネルを決めます
cmd-hashtag-switch = オンかオフか
cmd-switch-on = オン
cmd-switch-off = オフ
cmd-campaign-pause = 再開するまで投稿とメッセージをすべて止めます
cmd-campaign-resume = 止めたキャンペーンを再開します

cmd-roster = ここで感謝を受け取れるコミュニティマネージャー
cmd-roster-add = 名簿に加えます。本人に参加するかどうかを尋ねます
cmd-roster-member = 誰を
cmd-roster-remove = 名簿から外します
cmd-roster-list = 名簿にいる人と、参加の返事をした人

step-roster-check = 名簿の確認
step-announce = お知らせ
step-countdown = カウントダウン
step-eve = 前日
step-day = 当日
step-last-call = 最後の呼びかけ
step-breathe = ひと息つく
step-recap = まとめ
step-digest = ダイジェスト
step-close = 締め切り
