# ../en/forms.ftl を参照。

digest-page-of = { $page } / { $pages } ページ
# $sign は、表示できない文字の代わりに置かれる記号。
digest-no-letters = 「{ $sign }」は、このファイルでは表示できない文字の代わりです。ブラウザー用のページとテキストでは表示されます。

digest-column-date = 日付
digest-column-from = 送り主
digest-column-relation = 関係
digest-column-what-for = 感謝の内容
digest-column-words = 言葉
digest-column-link = リンク
digest-column-note = 備考
