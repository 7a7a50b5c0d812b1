# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Não há nada aqui
web-not-found = Este endereço não leva a lugar nenhum. Se você veio de um e-mail, o link pode ter sido cortado: abra-o de novo direto do e-mail ou escreva para quem o enviou.
