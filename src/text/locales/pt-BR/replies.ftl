# What a boss replies to a copy: the page of the link in a mail and the form on Discord; what the manager gets of it.

# To the boss, on Discord and on the page.
reply-title = { $who ->
    [known] Responder a { $manager }
   *[unknown] Sua resposta
}
reply-kept = Enviada. { $manager } recebe a resposta como mensagem direta e poderá reler depois. Você pode mudá-la durante sete dias.
reply-unchanged = É o mesmo que você já enviou, então nada foi alterado.
reply-empty = Não havia nada para ler, então nada foi enviado.
reply-too-long = São { $count } caracteres, e uma resposta tem no máximo { $most }. Nada foi enviado: encurte, por favor.
reply-over = Esta resposta não pode mais ser mudada. Ela fica como você enviou, ou você pode retirá-la.
reply-gone = Essa cópia não é mais guardada, então nada foi enviado.
reply-withdrawn = Retirada. O que você escreveu não está mais aqui, nem a mensagem que trazia o texto.
reply-nothing = Não há nada seu para retirar.
button-reply-change = Mudar
button-reply-back = Retirar
reply-form-title = Sua resposta
reply-form-words = Suas palavras
reply-form-words-help = Uma frase basta; no máximo 500 caracteres.
reply-form-may = Quem pode ler?
reply-form-may-help = Você pode mudar isso durante sete dias.
reply-may-no = Só a pessoa a quem respondo
reply-may-no-means = Como mensagem direta; nada é publicado.
reply-may-yes = Também pode ser publicada
reply-may-yes-means = Abaixo do resumo, se essa pessoa também quiser: como chefia dela, sem o seu nome.
web-reply-about = { $who ->
    [known] O que você escrever aqui chega a { $manager }, de { $server }, como mensagem direta. Ninguém mais lê, a não ser que você marque a caixa abaixo. Você pode mudar durante sete dias.
   *[unknown] O que você escrever aqui chega como mensagem direta à pessoa cuja página você recebeu. Ninguém mais lê, a não ser que você marque a caixa abaixo. Você pode mudar durante sete dias.
}
web-reply-label = Sua resposta (no máximo 500 caracteres)
web-reply-may = Também pode ser publicada na comunidade, abaixo do resumo do dia, se essa pessoa também quiser: como palavras da chefia dela, sem o seu nome.
web-reply-send = Enviar
web-reply-change = Enviar a mudança
mail-answers-page = Por favor, não responda a este e-mail: ninguém lê as respostas. O que você escrever no link acima chega a { $manager }.

# To the manager.
note-boss-wrote-title = Sua chefia escreveu
note-boss-changed-title = Sua chefia mudou o que escreveu
note-boss-wrote-alone = É só para você. Fica guardado no seu painel.
note-boss-wrote-may = Ninguém mais leu. Sua chefia concorda que eu publique abaixo do resumo, sem o nome dela; com **Publicar abaixo do resumo** eu publico, se você também quiser.
desk-boss-wrote = **Sua chefia escreveu:**
button-boss-replies = O que minha chefia escreveu
button-reply-post = Publicar abaixo do resumo
button-reply-down = Remover a publicação
boss-reply-head = **Sua chefia escreveu**, { $when }:
boss-reply-none = Sua chefia não escreveu nada, ou retirou o que escreveu.
boss-reply-for-you = Só para você.
boss-reply-may = Sua chefia concorda que eu publique abaixo do resumo, sem o nome dela. Nada é publicado se você não quiser também.
boss-reply-posted = Está publicado abaixo do resumo.
boss-reply-on-its-way = Está a caminho do resumo.
boss-reply-unknown = Não sei se foi publicado, então não publico de novo automaticamente. Olhe o canal.
boss-reply-failed = Não foi possível publicar. Com **Remover a publicação** você pode tentar de novo.
boss-reply-hidden = Um admin ocultou a publicação. Pergunte aos admins se não souber por quê.
boss-reply-changed = Sua chefia mudou ou retirou o que escreveu, então nada foi publicado. Agora está assim.

# Under the recap, and to admins.
post-boss-reply = **A chefia de { $manager } escreveu:**
send-wrote-back-post = as palavras de uma chefia abaixo do resumo
moderate-reply-hidden = Ocultado: o que a chefia de **{ $manager }** escreveu está sendo removido. O painel dessa pessoa avisa. `/campaign restore` com o mesmo link permite publicar de novo.
moderate-reply-restored = Restaurado: **{ $manager }** pode publicar de novo o que sua chefia escreveu.

privacy-boss-replies = { $n ->
    [one] - { $year }: uma resposta da sua chefia a uma cópia do seu digest
   *[other] - { $year }: { $n } respostas da sua chefia a cópias do seu digest
}
privacy-replies-as-boss = { $n ->
    [one] - { $year }: uma resposta sua, como chefia, a uma cópia que você recebeu
   *[other] - { $year }: { $n } respostas suas, como chefia, a cópias que você recebeu
}
