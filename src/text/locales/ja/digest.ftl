# ../en/digest.ftl を参照。

digest-title = { $manager } · Community Manager Appreciation Day { $year }
digest-eyebrow = Community Manager Appreciation Day · { $date }
digest-update = このページの更新{ $revision }：前回から追加、変更、または取り消しがありました。
digest-yours = このページを見られるのはあなただけです。あなたが渡さないかぎり誰にも届きません。「あなただけ」「あなたが非表示」とあるものは、決して一緒に渡されません。
digest-headline = { $people ->
    [0] Community Manager Appreciation Day { $year }に、{ $manager }さんへ書いた人はまだいません
   *[other] Community Manager Appreciation Day { $year }に、{ $people }人が{ $manager }さんに感謝を伝えました
}
digest-ask = 今日、{ $manager }さんにお返事を。
digest-about = { $role ->
    [some] { $manager }さん（{ $roles }）は、チャットサービスDiscordのコミュニティ「{ $server }」を支えています。
   *[none] { $manager }さんは、チャットサービスDiscordのコミュニティ「{ $server }」を支えています。
}
digest-about-words = 以下は、メンバー自身の言葉です。
digest-cares = { $manager }さんが大切にしていること：「{ $cares }」。
digest-none = このページで言えるのはこれだけで、仕事ぶりについては何も語っていません。書かなくても感謝している人は多く、この日を初めて知る人がほとんどです。
digest-none-do = { $audience ->
    [manager] キャンペーンが締め切られるまで、感謝はカウントされます。ほかの場所で感謝してくれた人も、ここで /thank を使って書けます。
   *[boss] { $manager }さんに助けられたことがあれば、今日はひとこと書くのにちょうどよい日です。ページの数字よりも価値があります。
}

digest-testimonials = みんなの言葉
digest-numbers = 数で見る
digest-wrote = { $shape ->
    [each] { $people }人が書きました
   *[more] { $people }人が{ $messages }件のメッセージを書きました
}
digest-wrote-only = { $wrote }。
digest-wrote-since = { $wrote }。そのうち、いちばん新しい人の参加は{ $newest }、いちばん長い人の参加は{ $longest }です。
digest-ago = { $unit ->
    [week] 同じ週
    [weeks] { $count }週間前
    [months] { $count }か月前
   *[years] { $count }年前
}
digest-wrote-first = { $count }人は初めての感謝です。

digest-chart-days = 日ごとの感謝
digest-chart-years = 年ごとの比較
digest-chart-days-summary = { $messages }件のうち{ $on_day }件が当日（{ $date }）に届きました。
digest-chart-days-other = ほかの時期にも{ $count }件届きました。
digest-chart-bar = { $date }：{ $count }
digest-people = { $count }人
digest-chart-years-summary = { $this }年：{ $people }、メッセージ{ $messages }件。{ $earlier }年：{ $earlier_people }、メッセージ{ $earlier_messages }件。
digest-what-for = 何への感謝か
digest-what-for-row = { $what }：{ $people }
digest-what-for-note = 人数で数えています。答えていない人もいます。

digest-do = { $audience ->
    [manager] 上司にお願いすること
   *[boss] お願いしたいこと
}
digest-do-row = **{ $title }。**{ $text }
digest-do-answer = 今日、{ $manager }さんに返事をする
digest-do-answer-text = ひとことで十分です。読んだこと、そして気づいたことを伝えてください。
digest-do-post = みんなに見える場所で伝える
digest-do-post-text = { $day }はCommunity Manager Appreciation Dayでした。{ $server }のみなさんが、{ $manager }さんに感謝を伝える時間をとってくれました。{ $quotes ->
    [0] 私からも感謝を伝えます。コミュニティがうまくいくのは、一年中毎日、誰かが支えているからです。
   *[other] みなさんの言葉を読みました。私からも感謝を伝えます。コミュニティがうまくいくのは、一年中毎日、誰かが支えているからです。
}{ $manager }さん、ありがとうございます。#CMAD
digest-do-day = 学びの一日を贈る
digest-do-day-text = 講座やカンファレンス、ほかのコミュニティマネージャーとの交流に使える、勤務扱いの一日です。
digest-do-day-link = カレンダーに入れる：{ $date }
digest-do-day-file = { $file } でカレンダーに入ります：{ $date }。
digest-do-day-move = 日付は仮のものです。ご都合のよい日に動かしてください。
development-day = { $manager }さんの学びの一日
development-day-why = Community Manager Appreciation Day { $year }に、{ $server }のみなさんが{ $manager }さんに感謝を伝えました。

digest-quotes = { $count ->
    [1] 届いたメッセージを原文のまま
   *[other] { $count }件のメッセージすべてを原文のまま
}
digest-quotes-shown = { $count }件のメッセージを原文のまま
digest-counted-only = ほかに{ $count }件のメッセージがありますが、その言葉はこのページには載せません。
digest-counted-all = メッセージは数に入っていますが、その言葉はこのページには載せません。
digest-added = { $manager }さんが追加（未確認）
digest-member = メンバー
digest-without-words = 言葉は添えずに感謝しました。
digest-someone = 誰か
digest-channel = チャンネル
digest-role = ロール
digest-page-customize = チャンネル＆ロール
digest-page-browse = チャンネル一覧
digest-page-guide = サーバーガイド
digest-page-linked-roles = 連携ロール
digest-link = Discordで読む
digest-kept-private = あなただけ
digest-kept-not-asked = 未確認のため、あなただけ
digest-kept-unseen = あなたの確認待ち
digest-kept-hidden = あなたが非表示
digest-kept-shortened = 短縮して共有

digest-how = 集め方
digest-how-collected = { $date }の前後に、{ $server }のメンバーは、自分たちを支えてくれる人に感謝を書くことができました。言葉は、書いた人が選んだとおりに、名前つきまたは名前なしでのみ伝えられます。言い換えや評価はしていません。
digest-how-shortened = { $manager }さんが短くしたメッセージは「…」で終わります。
digest-how-counted = 同じ名前で何度書いても一人として数えます。
digest-how-object = 書いた人は、キャンペーンが{ $when ->
    [known] { $closes }に
   *[unknown] { "" }
}締め切られるまで、Discordの /cmad mine で言葉を変更したり取り消したりできます。{ $audience ->
    [manager] { "" }
   *[boss] このようなページが不要な場合は、{ $manager }さんにお伝えください。今後は届きません。
}
digest-how-not-a-score = これは感謝であり、業績評価ではありません。人を比べるために使わないでください。
digest-sentence-by = { $manager }
digest-more = ほか{ $count }件
digest-more-pdf = ほか{ $count }件は添付のPDFにあります
