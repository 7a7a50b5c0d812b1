# What people hear when the bot's own storage fails.

thanks-not-kept = 感謝は**保存されていません**。ボットの保存先が今は書き込みを受け付けず、そのことはこのボットの運営者にも見えています。数分後にもう一度お試しください。
thanks-maybe-kept = 感謝が**保存されていない可能性があります**。ボットの保存先から応答がありませんでした。`/cmad mine` で確かめて、見当たらないときはもう一度お試しください。
