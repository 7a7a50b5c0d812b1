# ../en/privacy.ftl を参照。

cmd-cmad-privacy = あなたについて保存されているもの（すべてのサーバー）：見る、持ち出す、消す

privacy-title = ## あなたについて保存されているもの
privacy-none = ここには、あなたについて何も保存されていません。
privacy-server = ### { $server }
privacy-given = - { $year }年：あなたの感謝{ $n }件（言葉と、署名した名前）
privacy-counted = - { $year }年：あなたの感謝{ $n }件（数だけ。言葉は消されています）
privacy-consent = - あなたが最後に選んだ公開範囲：{ $consent }
privacy-answers = - { $year }年：見つかった言葉についてあなたが許可したこと
privacy-judged = - あなたのメッセージ{ $n }件：カウントされたかどうか（言葉は含みません）
privacy-place = - 名簿でのあなたの状態（{ $place }）とプロフィール
privacy-left-alone = - 参加しないこと：あなたは名簿にいません
privacy-boss = - 登録した上司と、ダイジェストについて決めたこと
privacy-received = - { $year }年：あなたが受け取った感謝{ $n }件（言葉は書いた人のもので、あなたのダイジェストにあります）
privacy-boss-of = - コミュニティマネージャー{ $n }人が、あなたを上司として登録したこと
privacy-nominated = - あなたの推薦{ $n }件（理由を含みます）
privacy-nominee = - あなたを名簿に入れるようにという推薦{ $n }件と、その理由
privacy-decided = - 管理者としてあなたが決めた推薦{ $n }件
privacy-named-in = - あなたの名前が出てくるほかの人のメッセージ{ $n }件がカウントされたかどうか（言葉はありません）
privacy-kept-copies = - { $year }年：上司に送ったあなたのダイジェストのコピー{ $n }件
privacy-messages = - あなた宛て、またはあなたについてのこのボットのメッセージ{ $n }件の種類と日時（本文はありません）
privacy-saves = - 残してよいか尋ねられたメッセージ{ $n }件（言葉は含みません）
privacy-no-more = - ある人のダイジェストのコピーを受け取らないこと（鍵つきハッシュとして）
privacy-set-up = - あなたがここでキャンペーンを設定したこと（報告を届けるため）
privacy-spoken = - ダイレクトメッセージの言語に使う、あなたのDiscordの言語：{ $language }
privacy-more = ほかに{ $n }個のサーバーがあります。書き出しにはすべて入ります。
privacy-how = -# このボットがいるすべてのサーバーが対象です。言葉はキャンペーンの締め切りから{ $days }日後に自動で消されます。**書き出す** ですべてをファイルで受け取れます。**消す** では、もう一度確認します。
button-export = 書き出す
button-erase = 消す
button-erase-now = はい、すべて消します
button-erase-not = 残しておく
button-ignore = 自分のメッセージを見ない
button-notice = 自分のメッセージをまた見る
privacy-ignore-how = -# **自分のメッセージを見ない**：このボットがいるすべてのサーバーで、あなたが書くものを見なくなります。あとで元に戻せます。コマンドはこれまでどおり使えます。
privacy-ignores = 希望により、このボットがいるすべてのサーバーで、あなたのメッセージを見ないようにしています。コマンドは使えます。
privacy-ignored = これからは、このボットがいるすべてのサーバーで、あなたが書くものを見ません。コマンドは使えます。ここか `/cmad privacy` で元に戻せます。そのために残すのは、あなたのIDの鍵つきハッシュだけです。
privacy-noticed = これからは、あなたのメッセージをまた見ます。

privacy-sure =
    ## あなたについてのすべてを消しますか？
    このボットがいるすべてのサーバーが対象です。元に戻すことはできません。
    - あなたの言葉と名前が、データベース、まだ送られていないダイジェスト、ボットの投稿から消えます。数に入ったものは、誰の名前もない数として残ります。
    - 名簿にいる場合：プロフィール、上司の登録、ダイジェストが消えます。ほかの人があなたに書いた言葉も、ほかの誰にも渡せないため消えます。以後は参加しないものとして扱います。
    - すでに届いたダイジェストやコピーは取り戻せません。Discordのあなた自身のメッセージはあなたのもので、消せるのはあなただけです。
privacy-kept = 何も消していません。

privacy-erased = ## 消しました
privacy-erased-nothing = 消すものは残っていませんでした。
privacy-erased-thanks = - 感謝{ $n }件の言葉とあなたの名前。数としては残りますが、あなたのものだったとは誰にもわかりません。
privacy-erased-posts = - ボットの投稿や質問{ $n }件を、今取り下げています。
privacy-erased-received = - あなたに書かれた感謝{ $n }件。ほかの誰にも渡せないためです。
privacy-erased-profiles = - { $n }個のサーバーでのプロフィール、上司の登録、ダイジェスト。
privacy-erased-boss-of = - コミュニティマネージャー{ $n }人が、あなたを上司として登録したこと。
privacy-erased-notes = - 記録{ $n }件：選んだこと、メッセージについての判断、あなたへの送信予定や送信済みのメッセージ。
privacy-stays = ### 取り戻せなかったものと、残るもの
privacy-stays-delivered = - あなたの言葉が入ったダイジェスト{ $n }件は、すでに本人に届いていました。そこからも消したいときは、本人に頼んでください。
privacy-stays-copied = - コピー{ $n }件は、すでに上司に届いていました。
privacy-stays-alone = - { $n }個のサーバーでの、参加しないという記録だけがついたあなたのID。管理者があなたを再び名簿に加えることはできません。
privacy-stays-set-up = - { $n }個のサーバーで、あなたがキャンペーンを設定したこと（ほかの人が設定するまで）。報告はあなたに届きます。
privacy-stays-ignored = - あなたのメッセージを見ないという記録（鍵つきハッシュ）。元に戻すまで残ります。
privacy-stays-always = - チャンネルや、このボットとのダイレクトメッセージにある、あなた自身のDiscordのメッセージ。ある人のダイジェストについて「今後は受け取らない」と答えた場合、それは鍵つきハッシュとして残ります。バックアップの期限は、このボットの運営者が定めています。運営者にお尋ねください。

privacy-files = あなたについて保存されているもののすべてです。読むためのページと、同じ内容のJSONです。
privacy-page-title = あなたについて保存されているもの
privacy-page-made = Discordメンバー{ $member }さん宛て、{ $date }作成。
privacy-page-none = あなたについて何も保存されていません。
privacy-page-given = あなたの感謝
privacy-page-to = { $manager }へ、{ $date }
privacy-page-facts = 署名「{ $signature }」 · { $consent } · { $year }年
privacy-page-link = Discordで見る
privacy-page-without = 言葉なし。
privacy-page-more = そのほかに保存されているもの
privacy-page-ignores = 希望により、あなたのメッセージは見ないようになっています。
