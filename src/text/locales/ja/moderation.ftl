# ../en/moderation.ftl を参照。

cmd-cmad-scorecard = 私たちのスタートアップにコミュニティマネージャーは必要か：賛成と反対の理由の一覧

scorecard-intro =
    ## スタートアップにコミュニティマネージャーは必要ですか？
    ある創業者の気軽なチェックリストです。あてはまるものを選んでください。賛成の理由は+1、反対の理由は−1、耳を傾ける気のない経営陣は−2です。ほかの人には見えず、何も保存されません。
scorecard-pick-for = 賛成の理由
scorecard-pick-against = 反対の理由
scorecard-sum = **合計：{ $sum }**
scorecard-speaks-for = コミュニティマネージャーに賛成の理由：
scorecard-speaks-against = 反対の理由、または今はまだ早い理由：
scorecard-no-verdict = 「いくつ以上なら必要」という数はありません。選んだものを見て、みんなで話し合ってみてください。
scorecard-reason-product-talk = 製品について活発に話し合われている
scorecard-reason-lifestyle-talk = 製品をとりまくライフスタイルについて活発に話し合われている
scorecard-reason-online-product = 製品がオンラインにある
scorecard-reason-direct-feedback = 直接の意見がほしい
scorecard-reason-outside-developers = 外部の開発者がビジネスモデルの一部である
scorecard-reason-rival-community = 競合にコミュニティがある
scorecard-reason-mass-adoption = 製品が広く普及する段階にある
scorecard-reason-rival-has-one = 競合にコミュニティマネージャーがいる
scorecard-reason-questions = お客さまが質問をかかえて待っている
scorecard-reason-asked-for = お客さまがコミュニティマネージャーを求めている
scorecard-reason-stealth = まだ公にしていない段階である
scorecard-reason-small-enough = 全員が参加できるほど小さい
scorecard-reason-no-interaction = 製品に関わる人がいない
scorecard-reason-everyone-speaks = 社員の誰もがお客さまと話せる
scorecard-reason-no-lifestyle-talk = ライフスタイルについてオンラインで話す人がいない
scorecard-reason-all-hands = 製品が危うく、全員の手が必要である
scorecard-reason-supports-itself = コミュニティが95%以上、自分たちで助け合っている
scorecard-reason-unprepared = 経営陣がコミュニティの意見を受け入れる用意がない（−2）

cmd-nominate = コミュニティマネージャーの名簿に入るべき人を管理者に推薦します
cmd-nominate-member = 推薦する相手
cmd-nominate-reason = ここでみんなのためにしていること（管理者が読みます）
cmd-roster-nominations = 名簿に推薦されている人。加えるか、見送るかを決めます

button-nominate = 推薦する
button-my-nominations = 自分の推薦
button-nomination-accept = 名簿に加える
button-nomination-decline = 見送る
nominate-form-title = コミュニティマネージャーを推薦する
nominate-form-member = 誰を推薦しますか？
nominate-form-member-help = ここでみんなを支えている人です。肩書きは問いません。
nominate-form-reason = 理由は？
nominate-form-reason-help = ここでみんなのために何をしていますか？このサーバーの管理者が、あなたの名前とともに読みます。
nominate-done = ありがとうございます。**{ $name }** を推薦しました。管理者に伝えてあり、決めるのは管理者です。決まったらダイレクトメッセージでお知らせします。
nominate-no-reason = 推薦には理由が必要です。ここでみんなのために何をしている人ですか？
nominate-not-a-member = **{ $name }** はこのサーバーのメンバーではありません。
nominate-bot = **{ $name }** はボットです。名簿に入れるのは人だけです。
nominate-on-roster = **{ $name }** はもう名簿にいます。`/thank` で感謝を伝えましょう！
nominate-left-out = **{ $name }** は#CMADに参加しないことを希望しています。
nominate-twice = **{ $name }** はすでに推薦しています。一度で十分です。管理者は読んだか、これから読みます。
nominate-too-many = あなたの推薦{ $limit }件が管理者の返事を待っています。一度に受け取れるのはここまでです。どれかに返事があったら、もう一度お試しください。
nominations-none = 今、推薦されている人はいません。メンバーなら誰でも `/nominate` で推薦できます。
nominations-none-of-yours = ここではまだ誰も推薦していません。`/nominate` で推薦できます。
nominations-head = **{ $n }件の推薦** があなたの返事を待っています。
nominations-one = **{ $name }**（<@{ $member }>）、推薦したのは <@{ $nominator }>、{ $when }：
nominations-more = -# ほかに{ $n }件あります。このうちのいくつかに答えると見られます。
nomination-line = - **{ $name }**：{ $state }
nomination-is-open = 管理者の返事を待っています
nomination-is-accepted = 名簿に入りました
nomination-is-declined = 見送られました
nomination-only-admins = 推薦に答えられるのは、「サーバー管理」の権限を持つメンバーだけです。
nomination-over = この推薦にはすでに返事があります。
nomination-has-left = **{ $name }**（<@{ $member }>）はもうこのサーバーのメンバーではありません。推薦を見送るか、戻ってくるのをお待ちください。
nomination-invited = **{ $name }**（<@{ $member }>）を名簿に加えました。感謝を受け取れます。ダイレクトメッセージで参加するかどうかを尋ね、推薦した人にも知らせます。
nomination-already = **{ $name }**（<@{ $member }>）はすでに名簿にいました。推薦した人に知らせます。
nomination-left-out = **{ $name }**（<@{ $member }>）は参加しないことを希望しています。推薦は終わりました。推薦した人には、見送られたことを知らせます。
nomination-declined = 見送りました。**{ $name }** を推薦した人に知らせます。書いた言葉があれば一緒に届けます。ほかの人には知らせません。
nomination-decline-title = 推薦を見送る
nomination-decline-answer = よろしければ、やさしい理由をひとこと
nomination-decline-answer-help = 推薦した人にダイレクトメッセージで届きます。
note-nominated-title = 推薦がありました
note-nominated = <@{ $nominator }> が **{ $name }**（<@{ $member }>）をコミュニティマネージャーの名簿に推薦しています。理由：
note-nominated-means = 名簿に加えると、本人に参加するかどうかを尋ねます。待っている推薦は `/roster nominations` ですべて見られます。
note-nomination-accepted = { $server }で **{ $name }** を推薦してくださり、ありがとうございます。名簿に入りましたので、感謝を伝えられます。
note-nomination-declined = { $server }で **{ $name }** を推薦してくださり、ありがとうございます。管理者は、名簿には加えないことに決めました。
note-nomination-answer = 管理者からの言葉：
send-nominated = 推薦のお知らせ

cmd-hashtag-channels = どのチャンネルで拾うか（続けてチャンネルのメニューが出ます）
channels-everywhere = すべて
channels-only = 一部のチャンネルだけ
channels-except = 一部のチャンネルを除くすべて
hashtag-pick-only = どのチャンネルでハッシュタグを拾いますか？ほかのチャンネルでは拾いません。スレッドは別のチャンネルとして数えます。
hashtag-pick-except = どのチャンネルでハッシュタグを**拾わない**ようにしますか？ほかのチャンネルでは拾います。スレッドは別のチャンネルとして数えます。
hashtag-pick = チャンネル
hashtag-heard-everywhere = ボットが見られるすべてのチャンネルで拾います。
hashtag-heard-only = { $channels } でだけ拾います。
hashtag-heard-except = { $channels } を除くすべてのチャンネルで拾います。
why-hashtag-not-here = そのチャンネルではハッシュタグを拾っていません。感謝する相手とこのボットを一緒にメンションするか、`/thank` を使ってください。

cmd-campaign-hide = 感謝を非表示にします。どこにもカウントされず、伝えた本人には非表示とわかります
cmd-campaign-restore = 非表示にした感謝を、またカウントするようにします
cmd-moderate-message = メッセージのリンク（省略すると一覧が出ます）
cmd-campaign-export = すべての感謝を表計算用のファイルにします。言葉は公開のものだけです
moderate-no-link = メッセージのリンクではありません。メッセージを右クリック → **メッセージリンクをコピー** を使ってください。リンクを省略すると、一覧から選べます。
moderate-nothing-there = そのメッセージからの感謝はありません。リンクを省略すると、一覧から選べます。
moderate-hidden = **{ $n }件を非表示にしました。** ダイジェストにも、まとめにも、合計にもカウントされません。ボットが投稿したものは取り下げます。伝えた本人には `/cmad mine` と `/cmad why` でわかります。
moderate-restored = **{ $n }件を元に戻しました。** その間に本人が取り消していないものは、またカウントされます。公開だったものは、もう一度投稿されます。
moderate-nothing-to-hide = 非表示にするものはありません。すでに非表示か、取り消されています。
moderate-nothing-to-restore = 元に戻すものはありません。非表示ではありません。
moderate-none-counted = このキャンペーンには、まだ有効な感謝がありません。
moderate-none-hidden = このキャンペーンに、非表示の感謝はありません。
moderate-list-hide = このキャンペーンの最近の感謝{ $n }件（新しい順）。言葉が見えるのは、誰でも見られるものだけです。
moderate-list-restore = 非表示の感謝、最近の{ $n }件（新しい順）。
moderate-pick-hide = 非表示にするものを選ぶ
moderate-pick-restore = 元に戻すものを選ぶ
moderate-unnamed = メンバー（{ $code }）
moderate-only-counted = （削除済み）
moderate-line = - { $giver } → **{ $manager }**、{ $when }（{ $state }）{ $has ->
    [words] ：{ $words }
   *[nothing] { "" }
  }
moderate-is-counted = 有効
moderate-is-withdrawn = 取り消し済み
moderate-is-hidden = 非表示
export-nothing = { $year }年のキャンペーンには感謝がありません。
export-done = { $year }年のキャンペーンのすべての感謝、{ $n }件です。言葉が入っているのは公開のものだけです。名前なしの人はコードで表示され、コードは感謝ごとに異なります。書いた人の気持ちにふさわしく、大切に扱ってください。
export-column-giver = 感謝した人
export-column-giver-id = 感謝した人のID
export-column-manager = コミュニティマネージャー
export-column-manager-id = コミュニティマネージャーのID
export-column-date = 日付
export-column-state = 状態
export-column-words = 言葉

refused-young-account = 感謝がカウントされるのは、作成から{ $limit }日以上たったアカウントからです。アカウントがまだ新しいため、日をおいてもう一度お試しください。
refused-new-member = 感謝がカウントされるのは、参加から{ $limit }日以上たった人からです。参加されたばかりのため、日をおいてもう一度お試しください。
refused-same-words = **{ $name }** には、同じ言葉でもう感謝を伝えています。1回としてカウントされ、最初の言葉が残ります。
refused-gone = データを消去する前の言葉か、削除されたメッセージなので、保存しません。もう一度伝えるとカウントされます。
refused-ignored = あなたのメッセージを見ない設定になっています。`/thank` は使えます。`/cmad privacy` の **自分のメッセージをまた見る** で元に戻せます。
