# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = ここには何もありません
web-not-found = このアドレスの先にページはありません。メールから来られた場合は、リンクが途中で切れている可能性があります。もう一度メールから直接開くか、メールの送り主にお問い合わせください。
