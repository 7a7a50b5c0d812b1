# Veja ../en/digest.ftl.

digest-title = { $manager } · Community Manager Appreciation Day { $year }
digest-eyebrow = Community Manager Appreciation Day · { $date }
digest-update = Atualização { $revision } desta página: desde a última, algo foi acrescentado, mudado ou retirado.
digest-yours = Só você vê esta página. Ninguém mais recebe se você não passar adiante, e o que está marcado “só para você” ou “ocultado por você” nunca vai junto.
digest-headline = { $people ->
    [0] Ninguém escreveu ainda para { $manager } pelo Community Manager Appreciation Day { $year }
    [one] { $people } pessoa agradeceu a { $manager } no Community Manager Appreciation Day { $year }
   *[other] { $people } pessoas agradeceram a { $manager } no Community Manager Appreciation Day { $year }
}
digest-ask = Responda a { $manager } hoje: uma frase basta.
digest-about = { $role ->
    [some] { $manager } ({ $roles }) cuida de { $server }, uma comunidade no serviço de chat Discord.
   *[none] { $manager } cuida de { $server }, uma comunidade no serviço de chat Discord.
}
digest-about-words = Estas são as palavras de seus membros.
digest-cares = O que importa para { $manager }: “{ $cares }”.
digest-none = É tudo o que esta página pode dizer, e ela não diz nada sobre o trabalho. Muita gente é grata sem escrever, e este dia é novo para a maioria.
digest-none-do = { $audience ->
    [manager] Agradecimentos contam até a campanha encerrar. Quem agradeceu a você em outro lugar pode escrever aqui com /thank.
   *[boss] Se { $manager } ajudou você, hoje é um bom dia para escrever uma frase. Ela vale mais que um número em uma página.
}

digest-testimonials = O que escreveram
digest-numbers = Em números
digest-wrote = { $shape ->
    [each] { $people } pessoas escreveram
   *[more] { $people } pessoas escreveram { $messages } mensagens
}
digest-wrote-only = { $wrote }.
digest-wrote-since = { $wrote }; a mais nova na comunidade chegou { $newest }, e a mais antiga, { $longest }.
digest-ago = { $unit ->
    [week] na mesma semana
    [weeks] { $count ->
        [one] há { $count } semana
       *[other] há { $count } semanas
    }
    [months] { $count ->
        [one] há { $count } mês
       *[other] há { $count } meses
    }
   *[years] { $count ->
        [one] há { $count } ano
       *[other] há { $count } anos
    }
}
digest-wrote-first = { $count ->
    [one] Para { $count } delas foi a primeira vez.
   *[other] Para { $count } delas foi a primeira vez.
}

digest-chart-days = Agradecimentos por dia
digest-chart-years = Ano a ano
digest-chart-days-summary = { $on_day } de { $messages } no próprio dia, { $date }.
digest-chart-days-other = { $count ->
    [one] Mais { $count } veio em outra época do ano.
   *[other] Mais { $count } vieram em outras épocas do ano.
}
digest-chart-bar = { $date }: { $count }
digest-people = { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}
digest-chart-years-summary = { $this }: { $people }, { $messages ->
    [one] { $messages } mensagem
   *[other] { $messages } mensagens
}. { $earlier }: { $earlier_people }, { $earlier_messages ->
    [one] { $earlier_messages } mensagem
   *[other] { $earlier_messages } mensagens
}.
digest-what-for = Pelo que agradeceram
digest-what-for-row = { $what }: { $people }
digest-what-for-note = Contado por pessoa; nem todas disseram por quê.

digest-do = { $audience ->
    [manager] O que vamos pedir à sua chefia
   *[boss] O que você pode fazer
}
digest-do-row = **{ $title }.** { $text }
digest-do-answer = Responda a { $manager } hoje
digest-do-answer-text = Uma frase basta: diga que leu isto e o que chamou sua atenção.
digest-do-post = Diga isso onde outras pessoas vejam
digest-do-post-text = Na { $day }, foi o Community Manager Appreciation Day, e pessoas de { $server } tiraram um tempo para agradecer a { $manager }. { $quotes ->
    [0] Quero somar meu próprio agradecimento: uma comunidade funciona porque alguém cuida dela, todos os dias do ano.
   *[other] Li o que escreveram e quero somar meu próprio agradecimento: uma comunidade funciona porque alguém cuida dela, todos os dias do ano.
} { $manager }, agradeço de coração! #CMAD
digest-do-day = Ofereça um dia de capacitação
digest-do-day-text = Um dia de trabalho para um curso, uma conferência ou um encontro com outras pessoas que cuidam de comunidades.
digest-do-day-link = Colocar no calendário: { $date }
digest-do-day-file = { $file } o coloca no calendário: { $date }.
digest-do-day-move = A data é só uma sugestão: mude para quando for melhor.
development-day = Dia de capacitação para { $manager }
development-day-why = Pessoas de { $server } agradeceram a { $manager } no Community Manager Appreciation Day { $year }.

digest-quotes = { $count ->
    [one] A única mensagem, palavra por palavra
   *[other] Todas as { $count } mensagens, palavra por palavra
}
digest-quotes-shown = { $count ->
    [one] { $count } mensagem, palavra por palavra
   *[other] { $count } mensagens, palavra por palavra
}
digest-counted-only = { $count ->
    [one] Mais { $count } mensagem foi contada, mas as palavras dela não são para esta página.
   *[other] Mais { $count } mensagens foram contadas, mas as palavras delas não são para esta página.
}
digest-counted-all = { $count ->
    [one] A mensagem foi contada, mas as palavras dela não são para esta página.
   *[other] As mensagens foram contadas, mas as palavras delas não são para esta página.
}
digest-added = Adicionado por { $manager }, sem verificação
digest-member = Um membro
digest-without-words = Agradeceu sem mais palavras.
digest-someone = alguém
digest-channel = canal
digest-role = cargo
digest-page-customize = Canais e cargos
digest-page-browse = Explorar canais
digest-page-guide = Guia do servidor
digest-page-linked-roles = Cargos vinculados
digest-link = ler no Discord
digest-kept-private = só para você
digest-kept-not-asked = ainda sem resposta: só para você
digest-kept-unseen = espera que você olhe
digest-kept-hidden = ocultado por você
digest-kept-shortened = repasse em versão curta

digest-how = Como isto foi reunido
digest-how-collected = Por volta da { $date }, membros de { $server } puderam escrever um agradecimento a quem cuida da comunidade. As palavras só são passadas adiante como escolheu quem as escreveu, com ou sem nome. Nada foi reformulado nem avaliado.
digest-how-shortened = Onde { $manager } encurtou uma mensagem, ela termina em “…”.
digest-how-counted = Várias mensagens com o mesmo nome contam como uma pessoa.
digest-how-object = Quem escreveu pode mudar ou retirar as próprias palavras no Discord com /cmad mine, até o encerramento da campanha{ $when ->
    [known] {" "}({ $closes })
   *[unknown] { "" }
}.{ $audience ->
    [manager] { "" }
   *[boss] {" "}Se você não quer páginas como esta, diga a { $manager }, e não haverá mais.
}
digest-how-not-a-score = Isto é um agradecimento, não uma avaliação de desempenho. Por favor, não use para comparar pessoas.
digest-sentence-by = { $manager }
digest-more = { $count ->
    [one] e mais { $count }
   *[other] e mais { $count }
}
digest-more-pdf = { $count ->
    [one] e mais { $count } no PDF anexo
   *[other] e mais { $count } no PDF anexo
}
