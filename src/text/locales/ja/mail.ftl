# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = ここには何もありません
web-not-found = このアドレスの先にページはありません。メールから来られた場合は、リンクが途中で切れている可能性があります。もう一度メールから直接開くか、メールの送り主にお問い合わせください。

# The commands' options: 100 characters at most.
cmd-boss-email = コピーを送ってよい場合の、上司のメールアドレス。見られるのはあなただけです
cmd-boss-reply-to = 上司の返信の届け先。指定しなければ、メールにあなたのアドレスは載りません

# What a manager is told when they name a boss's address, and when they want to send a copy there.
boss-bad-address = 「{ $address }」は使えるメールアドレスではありません。名前を付けずに `somebody@example.org` のように入力してください。何も変更していません。
boss-reply-alone = 返信先を指定するには、上司のアドレスも必要です：`/cmad boss set email:… reply_to:…`。何も変更していません。
boss-mail-off = ここではメールを送れません。このボットの運営者がメールを設定していないためです。アドレスは保存せず、何も変更していません。**上司にコピーを送る** を押すと、転送用のファイルを受け取れます。上司がメンバーなら、`/cmad boss set member:@名前` でダイレクトメッセージを送れます。
boss-mail-domain = このボットの運営者が **{ $domain }** へのメールを許可していません。アドレスは保存せず、何も変更していません。追加を運営者に頼んでください。それまでは **上司にコピーを送る** で転送用のファイルを受け取れます。
boss-mail = コピーは、あなたの名前で { $from } から **メールで { $to }** に送られます。コピーが送られるまで、相手には何も伝わりません。
boss-mail-answers = 返信は **{ $to }** に届きます。
boss-mail-no-answers = メールにあなたのアドレスは載りません。`reply_to` で返信先を指定できます。
boss-mail-and-member = { $boss } に2通目は届きません。メールを送れなくなった場合だけ、代わりにダイレクトメッセージで届きます。
copy-preview-mail = これが、あなたの名前で { $from } から **{ $to }** に送られるメールです。まだ何も送られていません。
mail-head-from = 差出人：
mail-head-to = 宛先：
mail-head-reply-to = 返信先：
mail-head-subject = 件名：
mail-head-attached = 添付：
mail-head-nobody = なし（あなたのアドレスはメールに載りません）
mail-head-nothing = なし
mail-preview-whole = { $file } は送られるメールそのもの、{ $page } はそのページです。*配信停止* のアドレスだけは伏せてあります。上司の方だけのものだからです。
mail-preview-cut = 本文の続きはファイルにあります。
copy-mail-off = メールを送れません。このボットの運営者がメールを設定していないためです。書いた人が許したものだけの、転送用のファイルをお渡しします。
copy-mail-domain = このボットの運営者がそのドメインへのメールを許可していないため、何も送られませんでした。書いた人が許したものだけの、転送用のファイルをお渡しします。
copy-mail-limit = このサーバーから今日送れるメールの数に達したため、何も送られませんでした。明日もう一度お試しになるか、ファイルをご自身で転送してください。こちらがそのファイルです。
copy-mail-unmade = コピーを作れませんでした。これはボットの不具合です。何も送られていません。書いた人が許したものだけの、転送用のファイルをお渡しします。
note-copy-trouble-title = 上司へのコピーについて
note-copy-trouble-unknown = **届いたかどうかわかりません。** メールサーバーがメールを受け付けたかもしれませんが、確認が返ってきませんでした。二重に届かないよう、再送はしません。上司に確かめるか、デスクのファイルを転送してください。
note-copy-trouble-refused = **届きませんでした。** メールサーバーに拒否されました。アドレスに誤りがあるか、先方がこのボットからのメールを受け付けていないのかもしれません。アドレスは `/cmad boss set` で変更できます。転送用のファイルはデスクにあります。
note-copy-trouble-given-up = **届きませんでした。** 3日間試しましたが、メールサーバーに受け取られませんでした。転送用のファイルはデスクにあり、そこからもう一度送ることもできます。
note-copy-trouble-closed = **届きませんでした。** Discordが、上司へのダイレクトメッセージを送らせてくれません。受信を閉じているか、サーバーを離れたのかもしれません。転送用のファイルはデスクにあります。別の方法は `/cmad boss set` で指定できます。
note-copy-trouble-unmade = **送られていません。** ページのコピーを作れませんでした。これはボットの不具合で、このボットの運営者がログで確認できます。作れたファイルはデスクにあり、ご自身で転送できます。そこからもう一度送ることもできます。
note-copy-trouble-light = **PDFと画像なしで送りました。** 作成中にボットのプログラムが終了しました。メモリが足りないようです。ページの内容はすべて届いています。転送用のファイルはデスクにあります。
note-copy-trouble-unseen = **届いたかどうかわかりません。** Discordから返事がなく、確かめることもできません。二重に届かないよう、再送はしません。上司に確かめるか、デスクのファイルを転送してください。

# The mail, around the digest.
mail-intro = コミュニティ「{ $server }」を支えている{ $manager }さんが、このページをぜひご覧いただきたいと考えています。Community Manager Appreciation Day { $year }に、メンバーが感謝を伝えました。
mail-why = このメールは、{ $manager }さんが送り先としてこのアドレスを指定し、このページをお送りすることを選んだためにお届けしました。送信したのは{ $server }のボットで、{ $manager }さんが選んでいないものは送りません。
mail-answers = 返信は{ $manager }さんに届きます。
mail-no-answers = このメールへの返信は誰も読みませんので、お控えください。ほかの方法でご連絡いただければ、{ $manager }さんも喜びます。
mail-no-more-page = 配信を停止する（ワンクリックで、ずっと有効です）
mail-no-more-write = 配信停止をご希望の場合は、{ $operator } 宛てのメールに次の行を書いてください：{ $line }

# The page on which its reader says that they want no more.
web-no-more-title = 配信を停止しますか？
web-no-more-ask = { $who ->
    [known] { $server }の { $manager }さんがご覧いただきたいと考え、感謝のページをメールでお送りしました。
   *[unknown] どなたかがご覧いただきたいと考え、感謝のページをメールでお送りしました。
}
web-no-more-means = ボタンを押すと、誰に頼まれても、来年以降も、このボットはこの件についてのメールを送りません。そのために残すのは、アドレスの鍵つきハッシュだけで、アドレスそのものは残しません。
web-no-more-button = この件のメールを停止する
web-no-more-all-button = このボットからのメールをすべて停止する
web-no-more-done-title = 完了しました
web-no-more-done = { $who ->
    [known] { $server }の { $manager }さんについてのメールは、このボットからはもう届きません。ずっと有効ですので、ほかにすることはありません。
   *[unknown] この件についてのメールは、このボットからはもう届きません。ずっと有効ですので、ほかにすることはありません。
}
web-no-more-done-all = 誰についてのメールも、このボットからはもう届きません。ずっと有効ですので、ほかにすることはありません。
