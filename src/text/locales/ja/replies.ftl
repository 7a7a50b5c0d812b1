# 上司からの返信：メールのリンクの先のページ、Discordのフォーム、本人に届くもの。

# 上司へ（Discordとページの両方）。
reply-title = { $who ->
    [known] { $manager }さんに返信する
   *[unknown] ご返信
}
reply-kept = 送信しました。{ $manager }さんにダイレクトメッセージで届き、あとからも読めます。7日間は変更できます。
reply-unchanged = すでに送信された内容と同じですので、何も変更していません。
reply-empty = 読める文字がありませんでしたので、何も送信していません。
reply-too-long = { $count }文字あります。ご返信は{ $most }文字までです。何も送信していませんので、短くしてください。
reply-over = このご返信はもう変更できません。送信されたまま残すか、取り下げることができます。
reply-gone = そのコピーはもう残っていないため、何も送信していません。
reply-withdrawn = 取り下げました。お書きになった言葉はここから削除され、それを含むメッセージも削除されます。
reply-nothing = 取り下げるご返信はありません。
button-reply-change = 変更する
button-reply-back = 取り下げる
reply-form-title = ご返信
reply-form-words = お言葉
reply-form-words-help = ひとことで十分です。500文字まで。
reply-form-may = どなたが読めるようにしますか？
reply-form-may-help = 7日間は変更できます。
reply-may-no = 返信する相手だけ
reply-may-no-means = ダイレクトメッセージで届き、投稿はされません。
reply-may-yes = 投稿してもよい
reply-may-yes-means = 相手も希望すれば、まとめの下に、お名前を出さず上司の言葉として投稿されます。
web-reply-about = { $who ->
    [known] ここにお書きになった言葉は、{ $server }の{ $manager }さんにダイレクトメッセージで届きます。下の欄にチェックを入れないかぎり、ほかの人は読みません。7日間は変更できます。
   *[unknown] ここにお書きになった言葉は、お受け取りになったページのご本人にダイレクトメッセージで届きます。下の欄にチェックを入れないかぎり、ほかの人は読みません。7日間は変更できます。
}
web-reply-label = ご返信（500文字まで）
web-reply-may = 本人も希望すれば、コミュニティのまとめの下に投稿してもよい（お名前は出さず、上司の言葉として）。
web-reply-send = 送信する
web-reply-change = 変更を送信する
mail-answers-page = このメールへの返信は誰も読みませんので、お控えください。上のリンクの先でお書きになった言葉は、{ $manager }さんに届きます。

# コミュニティマネージャーへ。
note-boss-wrote-title = 上司からひとこと届きました
note-boss-changed-title = 上司が返信を変更しました
note-boss-wrote-alone = あなただけに宛てた言葉です。デスクに残ります。
note-boss-wrote-may = ほかには誰も読んでいません。名前を出さずにまとめの下に投稿してよいとのことです。あなたもそうしたければ、**まとめの下に投稿する** を押してください。
desk-boss-wrote = **上司からのひとこと：**
button-boss-replies = 上司からのひとこと
button-reply-post = まとめの下に投稿する
button-reply-down = 投稿を取り下げる
boss-reply-head = **上司からのひとこと**（{ $when }）：
boss-reply-none = 上司からの返信はないか、取り下げられました。
boss-reply-for-you = あなただけに宛てた言葉です。
boss-reply-may = 名前を出さずにまとめの下に投稿してよいとのことです。あなたが希望しないかぎり、投稿されません。
boss-reply-posted = まとめの下に投稿されています。
boss-reply-on-its-way = 投稿しています。
boss-reply-unknown = 投稿されたかどうかがわからないため、自動でもう一度投稿することはありません。チャンネルを確認してください。
boss-reply-failed = 投稿できませんでした。**投稿を取り下げる** を押すと、もう一度試せます。
boss-reply-hidden = 管理者が投稿を非表示にしました。理由がわからなければ、管理者にお尋ねください。
boss-reply-changed = そのあと上司が変更したか取り下げたため、何も投稿していません。今の内容は次のとおりです。

# まとめの下と、管理者へ。
post-boss-reply = **{ $manager } の上司から：**
send-wrote-back-post = まとめの下の、上司の言葉
moderate-reply-hidden = 非表示にしました。**{ $manager }** の上司の言葉は取り下げられます。本人にはデスクでわかります。同じリンクで `/campaign restore` を使うと、もう一度投稿できるようになります。
moderate-reply-restored = 元に戻しました。**{ $manager }** は上司の言葉をもう一度投稿できます。

privacy-boss-replies = - { $year }年：ダイジェストのコピーへの上司の返信{ $n }件
privacy-replies-as-boss = - { $year }年：受け取ったコピーへの、上司としてのあなたの返信{ $n }件
