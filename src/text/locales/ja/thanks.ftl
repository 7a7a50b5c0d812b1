# ../en/thanks.ftl を参照。

form-title = #CMADの感謝を伝える
form-title-everyone = 名簿の全員に感謝を伝える
form-manager = 誰に感謝しますか？
form-manager-help = このサーバーのコミュニティマネージャー名簿から5人まで選べます。肩書きは問いません。
form-words = あなたの言葉
form-words-help = 何をしてくれて、あなたにとって何が変わりましたか？ひとつの場面がいちばん伝わります。
form-words-cares-help = この人が大切にしていること：{ $cares }
form-relation = あなたは相手にとって…
form-relation-help = あなたを知らない読み手の助けになります。
form-for = その人は…
form-for-help = 何への感謝か。
form-consent = あなたの言葉をどう扱ってよいですか？
form-consent-help = キャンペーンが締め切られるまで、変更もすべての取り消しもできます。

consent-public-means = 名前つきでここに投稿。名前とリンクつきで相手の上司に伝わることがあります。
consent-named-means = 投稿しません。名前つきで相手の上司に伝わることがあります。
consent-unnamed-means = 投稿しません。相手の上司、管理者、コミュニティマネージャーには「メンバー」とだけ見え、名前は見えません。
consent-private-means = 感謝の相手だけが、名前つきで読みます。相手の上司と管理者にはカウントされたことだけが見えます。
choice-row = **{ $choice }**：{ $means }

receipt-thanked = 💚 **{ $manager }** の#CMAD { $year }ダイジェストに届きます。
receipt-thanked-many = 💚 **{ $managers }** それぞれの#CMAD { $year }ダイジェストに届きます。
receipt-public = 署名は **{ $signature }** です。**公開**：<#{ $channel }> に投稿され、名前とリンクつきで相手の上司に伝わることがあります。
receipt-public-many = 署名は **{ $signature }** です。**公開**：<#{ $channel }> に一度だけ投稿され、名前とリンクつきでそれぞれの上司に伝わることがあります。
receipt-named = 署名は **{ $signature }** です。投稿されず、**名前つき**で相手の上司に伝わることがあります。
receipt-named-many = 署名は **{ $signature }** です。投稿されず、**名前つき**でそれぞれの上司に伝わることがあります。
receipt-unnamed = 署名は **メンバー** です。相手は名前なしで言葉を読み、その上司も同じように読むことがあります。投稿はされません。
receipt-unnamed-many = 署名は **メンバー** です。感謝の相手は名前なしで言葉を読み、それぞれの上司も同じように読むことがあります。投稿はされません。
receipt-private = 署名は **{ $signature }** です。**非公開**：読むのは感謝の相手だけです。ほかの人にはカウントされたことだけが見えます。
receipt-private-many = 署名は **{ $signature }** です。**非公開**：読むのは感謝の相手だけです。ほかの人にはカウントされたことだけが見えます。
receipt-not-asked = 署名は **{ $signature }** です。すでにチャンネルにあります。ほかにどう扱ってよいかは、あなたが選べます。
receipt-cares = -# **{ $name }** が大切にしていること：{ $cares }
receipt-mixed = 相手によって選択が違います。ひとつずつ `/cmad mine` で見られます。
receipt-again = これはすでに受け取っています。1回としてカウントされます。
receipt-waits = キャンペーンは{ $opens }に始まります。あなたの言葉は、#CMAD { $year }までお預かりします。
receipt-withdrawn = 取り消しました。**{ $manager }** には見えず、どこにもカウントされません。
receipt-withdrawn-many = 取り消しました。**{ $managers }** には見えず、どこにもカウントされません。
receipt-hidden = **{ $manager }** へのこの感謝は、管理者が非表示にしました。間違いだと思うときは、このサーバーの管理者にお尋ねください。
receipt-hidden-many = **{ $managers }** へのこれらの感謝は、管理者が非表示にしました。間違いだと思うときは、このサーバーの管理者にお尋ねください。
receipt-over = もう変更できません。キャンペーンが締め切られたか、あなたの感謝ではありません。それでも言葉を消したいときは、`/cmad privacy` で **消す** を押してください。いつでも、すぐに消えます。
button-undo = 元に戻す
button-withdraw = 取り消す
button-take-back = やはり感謝する
button-try-again = もう一度

refused-not-set-up = このサーバーではまだキャンペーンが設定されていないため、感謝を預かる場所がありません。管理者が `/campaign setup` で始められます。
refused-yourself = それはあなた自身です！助けてくれた人に感謝を伝えてください。あなたには、ほかの人が感謝してくれます。
refused-bot = **{ $name }** はボットです。ボットは名簿に入りません。その向こうにいる人に感謝を伝えてください。
refused-from-bot = ボットやWebhookからの感謝はカウントされません。
refused-not-on-roster = **{ $name }** はこのサーバーのコミュニティマネージャー名簿に載っていません。載るべきだと思ったら、`/nominate` で推薦してください。決めるのは管理者です。
refused-no-one-else = このサーバーの名簿には、まだほかに誰もいません。載るべき人がいれば `/nominate` で推薦してください。管理者が決めます。
refused-declined = **{ $name }** は#CMADに参加しないことを希望しています。ご自身の言葉で感謝を伝えることはできます。
refused-too-many = この1時間に{ $limit }件の感謝を伝えました。これが上限です。少し時間をおいてお試しください。
refused-everyone-once = このキャンペーンでは、もう全員に感謝を伝えています。1回としてカウントされます。ひとりに伝えるには `/thank` を使ってください。伝えた感謝は `/cmad mine` で見られます。
refused-too-long = メッセージは{ $length }文字あります。{ $limit }文字まで入ります。少し短くしてください。
refused-words-kept = -# あなたの言葉はここに残してあります（見えるのはあなただけです）：

found-not-yours = この質問に答えられるのは { $giver } だけです。本人の言葉だからです。
found-nothing = 決めていただくものはありません。`/cmad mine` ですべての感謝を見られます。
found-choose = **{ $managers }** へのあなたの言葉を見つけました。署名は **{ $signature }** です。どう扱ってよいですか？どれを選んでも、メッセージはあなたのものです。
found-answered = { $n ->
    [0] 承知しました。これからは **{ $choice }** です。
    [1] ありがとうございます。この言葉は **{ $choice }** になりました。
   *[other] ありがとうございます。{ $n }件のメッセージは **{ $choice }** になりました。
  }{ $means }ひとつずつ変えるには `/cmad mine` を使ってください。
whom-pick = このメッセージで誰に感謝しますか？
whom-placeholder = 一人または複数人
whom-gone = そのメッセージはもうないため、預かるものがありません。
whom-thanked = 💚 **{ $manager }** がダイジェストであなたのメッセージを読みます。

when-ahead = Community Manager Appreciation Day { $year }は **{ $date }**、{ $days ->
    [1] 明日です。
   *[other] { $days }日後です。
  }
when-today = Community Manager Appreciation Day { $year }は **今日**、{ $date }です。誰かに感謝を伝えましょう！
when-past = Community Manager Appreciation Day { $year }は **{ $date }** でした。
when-here = ここ（{ $zone }）では { $from } から { $until } までです。
when-not-last = その年は、1月の第4月曜日が最後の月曜日ではありません。「最後の月曜日」と言うと1週間遅れます。
when-file = このファイルで、この日が毎年カレンダーに入ります。
when-no-such-year = 1583から9999までの年を入力してください。
mine-none = このキャンペーンでは、まだ誰にも感謝を伝えていません。`/thank` なら1行で、メンバーを右クリック → **#CMADで感謝する** ならフォームで伝えられます。
mine-some = このキャンペーンで**{ $n }件**の感謝を伝えました。扱い方を変えるときや取り消すときは、ひとつ選んでください。
mine-line = - **{ $manager }**、{ $when }（{ $state }）：{ $words }
mine-unclear = [このメッセージ]({ $link })には宛先がないため、まだカウントされていません。
mine-undecided = **{ $n }件**の感謝について、どう見せてよいかがまだ決まっていません。
mine-to-save = あなたの[このメッセージ]({ $link })を、感謝として残したい人がいます。
mine-pick = 感謝を選ぶ
list-page = -# { $count }件中 { $first }〜{ $last }件目。
button-list-newer = ◀ 新しい
button-list-older = 古い ▶
mine-withdrawn = 取り消し済み
mine-hidden = 管理者が非表示にしました
why-which = メッセージのリンクを入力してください。メッセージを右クリック → **メッセージリンクをコピー** のあと、`/cmad why message:` に貼り付けます。
why-not-yours = そのメッセージを書いたのは別の人です。尋ねられるのは書いた本人だけです。
why-counts = カウントされています。**{ $manager }** がダイジェストで読みます。
why-counts-not-asked = カウントされています。**{ $manager }** がダイジェストで読みます。上司は、あなたが `/cmad mine` で許可しないかぎり読みません。
why-withdrawn = **{ $manager }** への感謝としてはカウントされません。取り消されたか、メッセージが編集または削除されました。
why-hidden = **{ $manager }** への感謝としてはカウントされません。管理者が非表示にしました。
why-asked = 感謝のメッセージのようですが、誰へのものかがわかりません。ボットの返信のボタンを押して相手を選ぶか、メッセージで相手をメンションしてください。
why-closed = 今このサーバーで受付中のキャンペーンはないため、メッセージを読んでいません。`/thank` は一年中使えます。
why-hashtag-off = このサーバーではハッシュタグがオフです。感謝する相手とこのボットを一緒にメンションするか、`/thank` を使ってください。
why-no-sign = ハッシュタグも感謝の言葉も見つかりませんでした。`#CMAD` と書いて相手をメンションするか（コード、引用、リンクの中は除きます）、`/thank` を使ってください。

profile =
    {"**"}{ $server }でのあなたのプロフィール**（{ $place }）
    名前：{ $name }
    肩書き：{ $title }
    チーム：{ $team }
    大切にしていること：{ $cares }
    リンク：{ $link }
    タイムゾーン：{ $zone }
    言語：{ $language }
    {"*"}ひと息つく*：{ $breathe }
    -# どれも `/cmad profile` で変えられます。上司は `/cmad boss set` で登録します。誰を登録したかは、あなた以外には見えません。
profile-none = –
profile-language-none = サーバーの言語
profile-no-link = リンクは https:// で始まり、公開されているページを指すものにしてください。
addressless-name = 「{ $text }」にアドレスか @ が入っています。名前、肩書き、チーム、テーマはメールやページにも出るため、どちらも入れられません。何も変更していません。
not-a-manager = あなたはこのサーバーのコミュニティマネージャー名簿にいません。入るべきときは、管理者に `/roster add` を頼んでください。
profile-place-invited = 返事待ち
profile-place-accepted = 参加
profile-place-declined = 辞退しました
profile-place-removed = 名簿にいません
switch-is-on = オン
switch-is-off = オフ
boss-who = 上司を指定してください。メンバーなら `/cmad boss set member:@名前`、メールアドレスなら `/cmad boss set email:…` です。
boss-is-bot = **{ $boss }** はボットです。人を指定してください。
boss-is-you = ご自身が上司ですか？それならダイジェストはもう届いています。別の人を指定するか、何も指定しないでください。
boss-not-here = **{ $boss }** はこのサーバーのメンバーではないため、メッセージを送れません。メンバーを指定するか、`email` でアドレスを指定してください。何も変更されていません。
boss-set = **{ $boss }** を登録しました。本人には何も知らせません。
boss-cleared = 上司の登録を解除しました。**上司にコピーを送る** を押すと、転送用のファイルを受け取れます。
boss-no-more = 誰に頼まれても、**{ $manager }** さんのダイジェストは今後お送りしません。{ $manager }さんには、送ろうとしたときにだけわかります。ほかの誰にも何も伝えません。
boss-no-more-of-none = ここでその方のダイジェストをお送りしたことはありませんので、停止するものはありません。
which-server = どのサーバーのことですか？
which-server-none = あなたが名簿にいる、または誰かに感謝を伝えたサーバーが見つかりません。そのサーバーの中でコマンドを使ってください。
which-server-go = このコマンドは **{ $server }** の中で使ってください。入力した内容は引き継げません。

desk-none = あなたはこのサーバーの名簿にいないか、そのキャンペーンがなかったため、ダイジェストはありません。
desk-title = ## あなたの#CMAD { $year }ダイジェスト · { $server }
desk-waits = ダイジェストは { $when } に届きます。当日を静かに過ごせるよう、言葉はそれまで大切にお預かりします。よろしければ、今見ることもできます。
desk-pin = 最初に置く言葉を3つまで固定
desk-hide = 上司に見せない言葉を選ぶ
desk-no-words = （言葉なし）
desk-yours = あなたのものです。あなたが送らないかぎり、誰にも届きません。
desk-kept = 自分だけのものにすることを選びました。あとで変えられます。
desk-kept-now = 自分だけのものにしました。誰にも送られていません。あとで変えるときは、デスク（`/cmad digest`）をどうぞ。
desk-kept-late = これからは自分だけのものにします。コピーは上司にすでに送られたか、いま送られているところで、取り戻せません。
desk-copied = 上司にコピーが届いています。
desk-copy-on-its-way = コピーを上司に送っています。
desk-copy-unknown = コピーが上司に届いたかどうかわからないため、自動では再送しません。本人に確かめるか、ファイルを転送してください。
desk-copy-failed = コピーは上司に届きませんでした（ダイレクトメッセージを受け取らない設定か、メールサーバーに拒否されたのかもしれません）。ファイルを転送するか、もう一度お試しください。
desk-files = すべての言葉が入ったあなた用のダイジェストと、書いた人が許可した言葉だけの上司用のダイジェストです。ページはブラウザーで開き、印刷したり、メールに添付したりできます。
button-show-now = 今見る
button-copy-now = はい、送ります
button-files = 転送用のファイル
copy-ordered = 送っています。届いたらデスクに表示されます。
copy-already = 上司はこのダイジェストをすでに受け取っています。コピーを送るのは一度だけです。更新のあとは、もう一度送れます。
copy-no-boss = 上司が登録されていないため、転送用のファイルをお渡しします。書いた人が許可したものだけが入っています（メールの下書きもあります）。`/cmad boss set` でこのサーバーのメンバーかメールアドレスを登録できます。
copy-no-more = 上司がもう受け取らないことを希望しているため、こちらからは送りません。ご自身で渡す場合のために、ファイルをお渡しします。
copy-not-accepted = 先に名簿への参加の返事をしてください。そのあとコピーを送れます。
copy-not-due = ダイジェストの時刻はまだです。その時刻からコピーを送れます。

about =
    {"**"}cmad** はCommunity Manager Appreciation Dayを続けるためのボットです。2010年にJeremiah Owyangが1ページの手引きを書いて以来、毎年1月の第4月曜日に行われています。
    {"*"}お客さまとして助けてもらったなら*、そのコミュニティマネージャーに、助けてもらった場所で感謝を。*同僚なら*、その人の情熱を知り、感謝を伝え、上司にも知らせてください。*コミュニティマネージャーなら*、ひと息ついてください。みんなが感謝しています。
    `/thank` で感謝を伝える · `/cmad when` で日付を確認 · `/cmad mine` で伝えた言葉を確認
    -# これは感謝であり、業績評価ではありません。人に順位や点数をつけたり、比べたりすることは一切ありません。
about-data-link = **あなたのデータ：** [何がどれだけの間保存されるか](<{ $url }>) · `/cmad privacy` で確認、エクスポート、消去ができます。
about-data = **あなたのデータ：** `/cmad privacy` で、保存されている内容の確認、エクスポート、消去ができます。
about-contact = **連絡先：** { $contact }。データについての質問や、このボットの悪用の報告はこちらへ。
about-no-contact = **悪用の報告：** このサーバーの管理者に知らせてください。管理者から運営者に連絡できます。
about-report = Discordのルールに反するものは、Discordにも報告できます：<https://dis.gd/report>

# The day, as an entry in a calendar.
calendar-day = Community Manager Appreciation Day
calendar-day-about = 毎年1月の第4月曜日：助けてくれたコミュニティマネージャーに、助けてもらった場所で、#CMAD をつけて感謝を伝えましょう。一緒に働いている人は、その上司にもコピーを送りましょう。
