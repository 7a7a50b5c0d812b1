# デスク：言葉、上司へのひとこと、ファイル、年、感謝してくれた人たちへの返事。そして管理者が消す設定。

button-answer-all = みんなに返事する
button-copy-update = 上司に更新を送る
button-as-it-left = 送ったコピーを見る
button-as-it-left-before = その前のコピー
button-quotes = 言葉：固定・非表示・短縮
button-sentence = 上司へのひとこと
button-back-to-desk = デスクに戻る
button-back-to-quotes = 言葉の一覧に戻る
button-first = 1番目に置く
button-second = 2番目に置く
button-third = 3番目に置く
button-not-first = 上に置かない
button-show-quote = 上司に見せる
button-hide-quote = 上司に見せない
button-quote-picture = 画像にする
button-page-before = ◀ 前へ
button-page-after = 次へ ▶
button-change = 変更する
button-write = 書く
button-sentence-none = ひとことを消す

desk-year = #CMAD { $year }
desk-years = ほかの年を見る
desk-copied-when = { $when } に送られました。**送ったコピーを見る** で、そのままの内容を見られます。
desk-copied-changed = そのあとページが変わりました。更新として、もう一度送れます。
desk-copied-another = 以前登録した上司にはコピーがあります。今登録されている上司には、まだありません。
desk-has-sentence = コピーのはじめのほうに、あなたのひとことがあります。
desk-copies-held = コピーは待機中です。データが復元され、誰が配信停止を希望したかが分からないためです。運営者が解決できます。
# Words that hold a link, markup or the like wait before they go by themselves.
unseen-waits = **{ $count }件の言葉が、あなたの確認を待っています。** 言葉か名前に、リンクや書式記号などが含まれているため、あなたが許可した場合だけ上司に届きます。
quotes-unseen = 言葉か名前に、リンクや書式記号などが含まれているため、あなたの確認を待っています。一緒に送ることを許可すると、上司にはただの文字として届きます。
button-look-at-it = 確認する
button-let-go = 一緒に送る

copy-preview = { $boss } には、ダイレクトメッセージで次のように届きます。まだ何も送られていません。
copy-preview-changed = **ご覧になったあとに内容が変わりました**。そのため何も送られていません。今送ると次のようになります。
copy-enough = 上司はこのダイジェストのコピーをすでに3通受け取っています。これ以上は迷惑になります。ファイルはご自身でお渡しください。
copy-as-it-left = { $when } に送られた内容です。何を変えてもそのまま残ります。書いた人が消去したものだけは除かれています。
copy-as-it-left-gone = そのコピーはもう残っていません。言葉は一定期間のあとに削除され、そのコピーも削除されます。

quotes-head = **あなたへの言葉、{ $count }件中 { $first }〜{ $last }件目。** { $most }件まで、好きな順で最初に置けます。非表示にしたものはあなただけのものです。ここから誰かに送られることはありません。
quotes-none = 選べる言葉がありません。
quotes-none-pinned = 固定された言葉がないので、ページが選びます。短くても伝わる言葉を、別々の人から選びます。
quotes-look = 1つ選んで、移動や短縮
quotes-gone = その言葉はもうありません。書いた人が取り消したか、管理者が非表示にしました。
quotes-picture = この言葉の画像です。お好きなところで共有できます。書いた人が公開にした言葉です。
quotes-not-public = 画像にできるのは公開の言葉だけです。書いた人が投稿を認め、そのメッセージが残っているものに限ります。
quotes-passed-on-as = **次の形で渡されます：**
quotes-whole = 書かれたまま全部
quotes-shorten = 「…」で早めに終える
quotes-full = すでに{ $most }件が上にあります。1件はずすと、これを置けます。

sentence-about = コピーのはじめのほうに、あなたのひとことを置けます。メッセージにもすべてのファイルにも入ります。送る理由でも、望むことでもかまいません。読むのは上司だけです。
sentence-address = { $found } はアドレスのようです。知らないリンクがこのボットの名前で届かないよう、メールのコピーにはアドレスを入れられません。ひとことは保存されていません。**変更する** を押すと、書いたままの文が出ます。
sentence-form-title = 上司へのひとこと
sentence-form-label = あなたのひとこと
sentence-form-help = ページのはじめのほうに、あなたの名前で置かれます。ほかの人は読みません。

button-added = よそで届いた言葉
button-added-add = よそで届いた言葉を追加
button-added-remove = 取り除く
added-about = **よそで届いた言葉（{ $most }件中{ $count }件）。** メールやフォーラム、壇上などで届いた感謝です。メンバーの言葉のあとに「あなたが追加（未確認）」として並び、どの数にも入りません。上司が読めるのは、ここで選んだものだけです。
added-allow = 上司が読めるものを選ぶ
added-look = 変更または取り除くものを選ぶ
added-for-boss = 上司も読めます
added-form-title = よそで届いた言葉を追加
added-form-words = 届いた言葉
added-form-words-help = 言われたままの言葉を、リンク、メンション、装飾なしで。
added-form-said-by = 誰の言葉か
added-form-said-by-help = ほかの人も読むページに出してよい呼び方で。
added-form-place = どこで
added-form-place-help = リンクまたは場所。メールではただの文字になります。
added-empty = 追加する言葉がありません。**もう一度** を押すと、書いたものが戻ります。
added-nameless = 名前が読めないため、保存されませんでした。**もう一度** を押すと、言葉が戻ります。
added-address = { $found } はアドレスのようです。知らないリンクがこのボットの名前で届かないよう、よそで届いた言葉にはアドレスを入れられません。保存されていません。**もう一度** を押すと、言葉が戻ります。
added-mention = 言葉に@があります。誰にも通知が届かないよう、@なしで名前を書いてください。保存されていません。**もう一度** を押すと、言葉が戻ります。
added-markup = 言葉に装飾やコード、読めない文字があります。追加できるのはふつうの言葉だけです。保存されていません。**もう一度** を押すと、言葉が戻ります。
added-full = すでに{ $most }件あるため、保存されませんでした。1件取り除いてから **もう一度** を押すと、言葉が戻ります。
added-gone = 変更しようとしたものは、もうありません。**もう一度** を押すと、新しく追加できます。
added-purged = このキャンペーンの言葉はすでに削除されたため、追加できません。

files-forward = 上司向けの内容です。書いた人が許可したものだけが入っています。ご自身でお渡しください。
files-none-go = コピーにファイルは付きません。上司にはメッセージだけが届きます。
files-go = コピーに付くもの：{ $files }。
files-with-copy = コピーに付けるファイル
files-own = 自分のダイジェストを別の形式で
files-lacking = 次のものは作れませんでした：{ $files }。これはボットの不具合で、このボットの運営者がログで確認できます。あとでもう一度お試しください。
files-forward-as = 上司向けを別の形式で
files-for-boss = joushi-muke
files-as-html = ブラウザー用のページ
files-as-text = プレーンテキスト
files-as-pdf = 印刷用のPDF
files-as-card = チャット用の画像
files-as-eml = メールの下書き
files-as-markdown = Markdown
files-as-json = プログラム用のJSON
files-as-csv = 表計算用のCSV
files-as-calendar = カレンダー用の学びの一日

thankers-about = あなたに感謝した{ $people }人への返事を、1つ書けます。{ $channel } のまとめの下に一度だけ投稿し、誰でも読めます。公開のメッセージには 💌 を付けます。ダイレクトメッセージは誰にも送られず、通知もされません。
thankers-draft = まだ誰も見ていません。**投稿する** を押すと、{ $channel } のまとめの下に、あなたの名前で投稿されます。
thankers-waits = 投稿を待っています。それまでは変更できます。
thankers-on-its-way = 投稿しています。
thankers-posted = ここに投稿されています：{ $link }。変更するには、まず取り下げてください。
thankers-unknown = 投稿されたかどうかがわからないため、自動でもう一度投稿することはありません。チャンネルを確認してください。**取り下げる** で最初からやり直せます。
thankers-failed = 投稿できませんでした。**変更する** で見直して、もう一度お試しください。
thankers-hidden = 管理者があなたの返事を非表示にしました。理由がわからなければ、管理者にお尋ねください。
thankers-empty = 返事が空でした。
thankers-not-due = まずはみんなの言葉を。ダイジェストが届いてから返事ができます。
thankers-nobody = まだ誰からも言葉がないので、返事をする相手がいません。
thankers-stands = あなたの返事はすでに投稿されているか、投稿中です。まず取り下げてから、別の返事を書いてください。
thankers-form-title = 感謝してくれたみんなへの返事
thankers-form-label = あなたの返事
thankers-form-help = まとめの下に一度だけ投稿され、誰でも読めます。先に確認でき、取り下げられます。
button-answer-post = 投稿する
button-answer-throw = 破棄する
button-answer-back = 取り下げる
post-answer = **{ $manager } から、#CMAD { $year } で感謝してくれたみなさんへ：**
send-answer = { $who } の、感謝してくれた人たちへの返事

moderate-answer-hidden = 非表示にしました。**{ $manager }** の返事は、💌 のリアクションとともに取り下げます。本人にはデスクでわかります。`/campaign restore` で元に戻せます。
moderate-answer-restored = 元に戻しました。**{ $manager }** の返事がもう一度投稿されます。
moderate-hidden-answer = **{ $manager }** の、感謝してくれた人たちへの返事は非表示です。
button-restore-answer = 元に戻す

button-forget-theme = テーマを外す
button-forget-role = ロールの使用をやめる
button-forget-admins = 管理者チャンネルなし
forgot-theme = これからの投稿にテーマは入りません。投稿済みのものはそのままです。
forgot-role = ロールで名簿に加わることはなくなりました。名簿にいる人はそのままです。
forgot-admins = これからの報告は、<@{ $user }> にダイレクトメッセージで届きます。

privacy-thankers = - #CMAD { $year } で感謝してくれた人たちへのあなたの返事
privacy-copies = - 上司に送られ、そのまま保管されているコピーの中の、あなたの言葉{ $n }か所
