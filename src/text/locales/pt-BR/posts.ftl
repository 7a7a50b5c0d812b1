# Veja ../en/posts.ftl.

post-when = **{ $date }** · início no seu horário: { $begins }, { $in }
post-when-today = **{ $date }** · fim no seu horário: { $ends }, { $in }
post-not-last-monday = É a quarta segunda-feira de janeiro. Este ano **não é a última**: essa vem uma semana depois.

post-announce-title = O Community Manager Appreciation Day está chegando
post-announce =
    Há pessoas aqui que respondem à primeira pergunta, cuidam da boa convivência e falam em nome de todos nós. Nesse dia, agradecemos a elas.

    Alguma delas ajudou você? Agradeça aqui, onde a ajuda aconteceu. Você já pode escrever hoje; passado o dia, a pessoa recebe tudo em uma só página.
post-roster-title = Quem cuida de { $server }
post-roster-note = A função não importa: advocate, suporte, evangelista, moderação.
post-roster-none = A lista ainda está vazia. Quem vem à sua cabeça? Indique alguém com `/nominate`.
post-roster-more = { $count ->
    [one] e mais uma pessoa
   *[other] e mais { $count }
}

post-countdown-title = Quem ajudou você este ano?
post-countdown = O Community Manager Appreciation Day está perto. Pense em um momento em que alguém aqui facilitou as coisas para você. Uma frase sincera sobre isso é um belo agradecimento.

post-eve-title = { $days ->
    [1] Amanhã é o Community Manager Appreciation Day
   *[other] O Community Manager Appreciation Day está quase aí
}
post-eve = Uma frase basta: o que a pessoa fez, e o que isso mudou para você. A função não importa.

post-day-title = Hoje é o Community Manager Appreciation Day
post-day =
    {"**"}Alguém aqui ajudou você?** Agradeça onde a ajuda aconteceu.
    {"**"}Você trabalha com essa pessoa?** Reserve um tempo para entender a paixão dela, agradeça e coloque a chefia em cópia.
    {"**"}Você é uma dessas pessoas?** Pare, respire, e saiba que você faz a diferença. Abrace sua família.
post-ways-title = Formas de agradecer
post-way-command = `/thank` e o nome
post-way-member = Clique com o botão direito em um membro, depois Aplicativos, depois **Agradecer pelo #CMAD**
post-way-mention = Mencione a mim e à pessoa em uma mensagem, com uma palavra de agradecimento
post-way-hashtag = Escreva **#CMAD** e mencione a pessoa, ou responda a uma mensagem dela com a hashtag
post-way-button = Clique em **Agradecer** aqui embaixo

post-last-call-title = Última chamada de hoje
post-last-call-late = Agradecimentos atrasados também contam, até { $closes }.
post-last-call = { $givers ->
    [0] Ninguém escreveu ainda, então o seu pode ser o primeiro. Uma frase basta.
    [one] { $people } agradeceu até agora. Ainda falta agradecer a alguém?
   *[other] { $people } agradeceram até agora. Ainda falta agradecer a alguém?
}

post-recap-title = Agradecemos a todo mundo
post-recap = { $givers ->
    [0] Este ano foi silencioso. Se você queria agradecer a alguém, ainda conta até { $closes }.
    [one] { $people } escreveu { $messages } para { $managers }, no Community Manager Appreciation Day { $year }. Agradecimentos atrasados contam até { $closes }.
   *[other] { $people } escreveram { $messages } para { $managers }, no Community Manager Appreciation Day { $year }. Agradecimentos atrasados contam até { $closes }.
}
post-recap-thanked = Receberam agradecimentos este ano, em ordem alfabética
post-recap-link = mensagem { $n }
post-recap-managers = Seu nome está aqui? O que escreveram para você está em **Meu digest**. Só você vê.
post-count-people = { $count ->
    [one] { $count } pessoa
   *[other] { $count } pessoas
}
post-count-messages = { $count ->
    [one] { $count } mensagem
   *[other] { $count } mensagens
}
post-count-managers = { $count ->
    [one] { $count } pessoa que cuida de nós
   *[other] { $count } pessoas que cuidam de nós
}

post-thanks = **{ $giver }** agradece a { $manager }
post-thanks-for = Motivo: { $what }

button-thank = Agradecer
button-thank-everyone = Agradecer a toda a lista
button-remind = Lembre-me
button-how-to-thank = Como agradecer
remind-set = Vou lembrar você por mensagem direta na { $at }. Clique em **Lembre-me** de novo para desfazer.
remind-taken-back = Desfeito: não vou lembrar você.
remind-too-late = É tarde para um lembrete: o dia chegou ou já passou. Com `/thank` você pode agradecer o ano todo.
note-remind-title = Hoje é o Community Manager Appreciation Day
note-remind = Você pediu um lembrete. Quem em **{ $server }** ajudou você este ano? Agradeça em { $channel } ou com `/thank`.
note-remind-once = -# É o único lembrete que envio a você.
button-thank-too = Agradecer também a { $name }
button-thank-them-too = Agradecer também
button-my-digest = Meu digest
button-accept = Aceitar
post-holders-title = Você cuida de { $server }?
post-holders = Isto é para quem tem <@&{ $role }>: nesse dia, os membros podem agradecer às pessoas que cuidam da comunidade. Podem agradecer a você?
post-holders-means =
    Se você clicar em **Aceitar**:
    - Seu nome fica entre os de quem pode receber agradecimentos, e podem escrever para você a partir de { $opens }.
    - No dia seguinte, você recebe uma página com o que escreveram: o digest. Ele é só seu, e nada vai para sua chefia se você não escolher.

    Se preferir não participar, não precisa fazer nada.
button-decline = Agora não
button-copy-boss = Cópia para minha chefia
button-keep = Guardar para mim
button-no-more = Não receber mais
button-found = Decidir
button-whom = Escolher a pessoa
button-status = Situação da campanha

event-name = Community Manager Appreciation Day { $year }
event-about = Um dia para agradecer a quem cuida de nós: onde a ajuda aconteceu, com suas próprias palavras. Escreva `/thank` aqui, ou clique com o botão direito em um membro e escolha “Agradecer pelo #CMAD”.

note-roster-title = Community Manager Appreciation Day { $year }: está tudo certo?
note-roster = { $server } comemora na **{ $date }**.
note-roster-who = Estas pessoas podem receber agradecimentos, e cada uma recebe um digest:
note-roster-none = Ninguém está na lista ainda, então não há a quem agradecer. Adicione as pessoas com `/roster add`, ou indique um cargo com `/campaign setup`.
note-roster-plan = Próximas etapas
note-roster-channel = As publicações vão para { $channel }.
note-roster-wrong = Tudo como deve ser? Então não há nada a fazer. Se não: `/roster add` e `/roster remove` mudam quem está na lista, `/campaign steps` move uma etapa ou a desliga, `/campaign preview` mostra uma publicação antes que ela saia.
plan-step = { $at } · { $what }
plan-announce = o anúncio, e o evento agendado
plan-countdown = a publicação de uma semana antes
plan-eve = a publicação da véspera
plan-day = a publicação do dia
plan-last-call = a última chamada
plan-breathe = *pare e respire*, para cada pessoa à noite, no fuso horário dela
plan-recap = o resumo
plan-digest = cada pessoa recebe o próprio digest de manhã, no fuso horário dela
plan-close = o fim: o que chegar até então conta

note-invite-title = Você está na lista de pessoas que cuidam de { $server }
note-invite = O Community Manager Appreciation Day é na { $date }, e os membros de lá agradecem a quem cuida da comunidade. Tudo bem se agradecerem a você também?
note-invite-means =
    Se você aceitar:
    - Podem escrever para você a partir de { $opens }. No dia seguinte à comemoração, você recebe uma página com o que escreveram: o digest. Ele é só seu.
    - Nada vai para sua chefia sem você escolher.
    - Na noite desse dia, lembro você de parar e respirar. Em `/cmad profile` você muda isso, sua função, seu fuso horário e mais.

    Se não: clique em **Agora não**, e você fica de fora. Se você não responder, ainda podem agradecer a você, e você recebe seu digest; nada além disso.

note-breathe-title = Pare e respire
note-breathe = { $givers ->
    [0] Hoje é para pessoas como você. Cuidar dos outros muitas vezes passa despercebido, e importa do mesmo jeito: você faz a diferença.
    [one] { $givers } pessoa escreveu para você pelo Community Manager Appreciation Day. Você faz a diferença.
   *[other] { $givers } pessoas escreveram para você pelo Community Manager Appreciation Day. Você faz a diferença.
}
note-breathe-wait = Não há nada a responder hoje à noite: as palavras estarão aí amanhã. Vá abraçar sua família.

note-digest-title = Seu digest { $year }
note-digest-title-updated = Seu digest { $year }, atualizado
note-digest = Veja o que escreveram para você. Em **Meu digest** você fixa suas mensagens favoritas e oculta o que deve ficar só com você. Depois envie uma cópia para sua chefia, ou guarde para você: nada vai para lá sem você escolher.
note-digest-updated = Desde o último, algo foi acrescentado, mudado ou retirado. Deste, ninguém recebeu cópia.
note-digest-few = Veja o que escreveram para você. Fica só com você: uma cópia precisa de palavras de pelo menos duas pessoas que sua chefia possa ler.
note-without-words-title = Seu #CMAD { $year }
# To a manager to whom no one wrote.
without-words = O dia chegou, e não há palavras para você aqui. Isso não diz nada sobre o seu trabalho: muita gente é grata sem escrever, e este dia é novo para a maioria. Agradecemos por cuidar dessas pessoas.
without-words-others = O que outras pessoas fazem:
without-words-ask = Peça uma frase a alguém que você ajudou. Quem agradeceu a você por e-mail, em um fórum ou pessoalmente pode escrever aqui com `/thank`, até { $closes }.
without-words-next = Anote na agenda o dia do próximo ano: { $date }.

note-copy = { $mention } cuida da comunidade { $server } no Discord. No Community Manager Appreciation Day { $year }, os membros puderam agradecer, e { $manager } decidiu enviar a página a você.
note-copy-more = Dúvidas? Fale com { $mention }. Se você clicar em **Não receber mais**, não envio mais nada sobre { $manager }, nem nos próximos anos.

note-ask-consent = Vi seu agradecimento. A chefia da pessoa pode ver? Só você pode usar os botões, porque as palavras são suas. Até você dizer sim, só a pessoa a quem você agradeceu as lê.
note-ask-whom = Isto parece um agradecimento, e não quero adivinhar para quem. Só você pode usar os botões, porque a mensagem é sua: escolha a pessoa, e a mensagem conta.

note-report-title = Algo precisa da sua atenção
report-skipped = **Pulado: { $send }.** { $why } Agora chegaria tarde demais. Se quiser, escreva algo você; tudo depois disso segue como planejado.
held-away = Eu não estava aqui na hora.
held-no-answer = Não foi possível falar com o Discord, ou ele não respondeu direito.
held-too-many = O Discord não me deixou enviar tanto.
held-paused = A campanha estava pausada na hora.
held-removed = Eu não estava neste servidor na hora.
held-moved = O horário mudou, e o novo já tinha passado.
held-database = Meu banco de dados não estava funcionando na hora.
held-clock = O relógio da máquina em que eu rodo estava errado na hora.
held-limit = Naquele dia já tinham saído todas as cópias permitidas.
report-unknown = **Incerto: { $send }.** A resposta se perdeu durante o envio, e não pude conferir se chegou. Para que nada chegue duas vezes, não envio de novo. Por favor, confira, e escreva você se faltar. Com a permissão **Ver histórico de mensagens** eu mesmo posso conferir.
report-refused = **Retido: { $send }.** { $why } Continuo tentando até ficar tarde demais. `/campaign doctor` mostra o que falta.
report-failed = **Sem novas tentativas: { $send }.** { $why }
report-lost = **Sem novas tentativas: { $send }.** A cada tentativa meu programa foi encerrado; provavelmente esta máquina tem pouca memória para isso. Quem mantém este bot encontra os detalhes no log. Um digest ainda pode ser lido com `/cmad digest`.
report-closed = **Não entregue: { $send }.** { $manager } não aceita mensagens diretas minhas. Tento uma vez por dia enquanto fizer sentido. Basta permitir mensagens diretas de membros deste servidor, ou ler com `/cmad digest`.
report-quarantined = **O Discord não me deixa enviar mensagens diretas a ninguém.** Ele me pôs em quarentena (código 20026), porque me toma por spam. As mensagens diretas esperam, e eu tento uma por dia; cada community manager pode ler seu digest com `/cmad digest`. Quem mantém este bot pode recorrer ao suporte do Discord.
report-no-content-intent = **Não reconheço a hashtag.** O Discord me nega o intent Message Content. Quem mantém este bot pode ligá-lo no portal de desenvolvedores do Discord, na página “Bot”, e me reiniciar; a partir de 10.000 pessoas, o Discord precisa aprovar antes. Todas as outras formas de agradecer funcionam sem ele; `/campaign hashtag` desliga a hashtag.
report-code-10003 = O canal não existe mais (erro 10003 do Discord). Escolha outro com `/campaign setup`.
report-code-50001 = Não consigo ver o canal (erro 50001 do Discord). Preciso de **Ver canal** lá.
report-code-50007 = Minhas mensagens diretas não são aceitas ali (erro 50007 do Discord).
report-code-50013 = Falta uma permissão (erro 50013 do Discord). Preciso de **Enviar mensagens**, e de **Criar eventos** para o evento agendado.
report-code-200000 = O AutoMod barrou (erro 200000 do Discord). Coloque-me como exceção na regra que barrou.
report-code-full = Neste servidor uma lista está cheia (erro { $code } do Discord): de eventos agendados, por exemplo, cem que ainda não acabaram. Abra espaço ali.
report-code-passes = O Discord não aceita por enquanto (código { $code }); isso passa sozinho.
report-code-filter = Um filtro do Discord impediu (código { $code }).
report-code-none = O Discord não deu motivo.
report-code-other = O erro do Discord é { $code }. Talvez `/campaign doctor` mostre por quê.

send-roster-check = a conferência da lista
send-announce = o anúncio
send-event = o evento agendado
send-countdown = a publicação de uma semana antes
send-eve = a publicação da véspera
send-day = a publicação do dia
send-last-call = a última chamada
send-breathe = *pare e respire* para { $who }
send-recap = o resumo
send-digest = o digest de { $who }
send-close = o encerramento da campanha
send-invite = o convite para { $who }
send-ask-holders = a publicação que pergunta a quem tem o cargo
send-thanks = um agradecimento público
send-react = a reação sob uma mensagem
send-question = uma pergunta a quem agradeceu
send-other = uma mensagem

page-more-words = Mais do que escreveram
page-more = { $count ->
    [one] e mais { $count } mensagem no arquivo
   *[other] e mais { $count } mensagens no arquivo
}
page-added-more = { $count ->
    [one] e mais { $count } destas citações no arquivo
   *[other] e mais { $count } destas citações no arquivo
}
page-cut = “…” marca palavras que continuam no arquivo.
send-unpost = a remoção de palavras que foram retiradas
