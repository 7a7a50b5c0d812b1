# Veja ../en/thanks.ftl.

form-title = Agradecer pelo #CMAD
form-title-everyone = Agradecer a toda a lista
form-manager = A quem você agradece?
form-manager-help = Até cinco pessoas da lista de community managers deste servidor, seja qual for a função.
form-words = Suas palavras
form-words-help = O que a pessoa fez, e o que mudou para você? Um momento concreto é o que mais diz.
form-words-cares-help = O que importa para essa pessoa: { $cares }
form-relation = Para essa pessoa, você é…
form-relation-help = Ajuda quem lê e não conhece você.
form-for = Essa pessoa…
form-for-help = O motivo do agradecimento.
form-consent = O que pode ser feito com suas palavras?
form-consent-help = Você pode mudar, ou retirar tudo, até a campanha encerrar.

consent-public-means = Publicado aqui com seu nome; a chefia da pessoa pode ver com nome e link.
consent-named-means = Não é publicado; a chefia da pessoa pode ver com seu nome.
consent-unnamed-means = Não é publicado; chefia, admins e community managers veem “um membro”, nunca seu nome.
consent-private-means = Só para quem você agradece, com seu nome; a chefia e os admins só veem que foi contado.
choice-row = **{ $choice }**: { $means }

receipt-thanked = 💚 **{ $manager }** vai ler isto no próprio digest do #CMAD { $year }.
receipt-thanked-many = 💚 **{ $managers }** vão ler isto, cada pessoa no próprio digest do #CMAD { $year }.
receipt-public = Assinado como **{ $signature }**. É **público**: publicado em <#{ $channel }>, e a chefia da pessoa pode ver com seu nome e um link.
receipt-public-many = Assinado como **{ $signature }**. É **público**: publicado uma vez em <#{ $channel }>, e a chefia de cada pessoa pode ver com seu nome e um link.
receipt-named = Assinado como **{ $signature }**. Não é publicado, e a chefia da pessoa pode ver **com seu nome**.
receipt-named-many = Assinado como **{ $signature }**. Não é publicado, e a chefia de cada pessoa pode ver **com seu nome**.
receipt-unnamed = Assinado como **um membro**: a pessoa a quem você agradece lê suas palavras sem seu nome, e assim a chefia dela também pode ler. Nada é publicado.
receipt-unnamed-many = Assinado como **um membro**: as pessoas a quem você agradece leem suas palavras sem seu nome, e a chefia também pode ler assim. Nada é publicado.
receipt-private = Assinado como **{ $signature }**. É **privado**: só a pessoa a quem você agradece lê; os outros só veem que foi contado.
receipt-private-many = Assinado como **{ $signature }**. É **privado**: só as pessoas a quem você agradece leem; os outros só veem que foi contado.
receipt-not-asked = Assinado como **{ $signature }**. Já está no canal; o que mais pode ser feito com isso, você escolhe.
receipt-cares = -# O que importa para **{ $name }**: { $cares }
receipt-mixed = Você não escolheu o mesmo para todas as pessoas; `/cmad mine` mostra cada caso.
receipt-again = Este eu já tinha; conta uma só vez.
receipt-waits = Início da campanha: { $opens }. Até lá, suas palavras esperam pelo #CMAD { $year }.
receipt-withdrawn = Retirado. **{ $manager }** não vai ver, e não conta em lugar nenhum.
receipt-withdrawn-many = Retirado. **{ $managers }** não vão ver, e não conta em lugar nenhum.
receipt-hidden = Um admin ocultou seu agradecimento para **{ $manager }**. Pergunte aos admins deste servidor se você acha que é um engano.
receipt-hidden-many = Um admin ocultou seus agradecimentos para **{ $managers }**. Pergunte aos admins deste servidor se você acha que é um engano.
receipt-over = Isto não pode mais ser mudado: a campanha foi encerrada, ou o agradecimento não é seu. Se mesmo assim quiser suas palavras removidas, clique em **Apagar** em `/cmad privacy`: isso é sempre possível, e vale na hora.
button-undo = Desfazer
button-withdraw = Retirar
button-take-back = Agradecer mesmo assim
button-try-again = Tentar de novo

refused-not-set-up = Nenhuma campanha foi configurada neste servidor, então não há onde guardar um agradecimento. Um admin pode começar com `/campaign setup`.
refused-yourself = É você! Agradeça a alguém que ajudou você; outras pessoas vão agradecer a você.
refused-bot = **{ $name }** é um bot. Bots não estão na lista; agradeça às pessoas por trás deles.
refused-from-bot = Agradecimentos de bots e webhooks não contam.
refused-not-on-roster = **{ $name }** não está na lista de community managers deste servidor. Se deveria estar, indique com `/nominate`: os admins decidem.
refused-no-one-else = Ainda não há mais ninguém na lista deste servidor. Se alguém deveria estar, indique a pessoa com `/nominate`: os admins decidem.
refused-declined = **{ $name }** pediu para ficar de fora do #CMAD. Você ainda pode agradecer com suas próprias palavras.
refused-too-many = Você agradeceu { $limit } vezes na última hora, e esse é o limite. Tente um pouco mais tarde.
refused-everyone-once = Nesta campanha você já agradeceu a toda a lista, então conta uma vez. Com `/thank` você agradece a uma pessoa, e `/cmad mine` mostra o que você escreveu.
refused-too-long = Sua mensagem tem { $length } caracteres; o limite é { $limit }. Encurte um pouco, por favor.
refused-words-kept = -# Suas palavras ficam aqui, só para você:

found-not-yours = Esta pergunta é só para { $giver }: as palavras são dessa pessoa.
found-nothing = Nada espera sua decisão. `/cmad mine` mostra todos os seus agradecimentos.
found-choose = Vi suas palavras para **{ $managers }**, assinadas como **{ $signature }**. O que pode ser feito com elas? A mensagem continua sua de qualquer forma.
found-answered = { $n ->
    [0] Anotado: **{ $choice }** a partir de agora.
    [one] Anotado. Sua escolha para estas palavras: **{ $choice }**.
   *[other] Anotado. Sua escolha para suas { $n } mensagens: **{ $choice }**.
  } { $means } Você pode mudar isso em `/cmad mine`.
whom-pick = A quem você agradece com esta mensagem?
whom-placeholder = Uma ou mais pessoas
whom-gone = Essa mensagem não existe mais, então não há o que salvar.
whom-thanked = 💚 **{ $manager }** vai ler sua mensagem no próprio digest.

when-ahead = O Community Manager Appreciation Day { $year } é na **{ $date }**: { $days ->
    [one] amanhã.
   *[other] em { $days } dias.
  }
when-today = O Community Manager Appreciation Day { $year } é **hoje**, { $date }. Agradeça a alguém!
when-past = O Community Manager Appreciation Day { $year } foi na **{ $date }**.
when-here = Aqui ({ $zone }) ele vai de { $from } a { $until }.
when-not-last = A quarta segunda-feira de janeiro não é a última nesse ano: quem diz “a última segunda-feira” chega com uma semana de atraso.
when-file = Com este arquivo, o dia fica no seu calendário, todos os anos.
when-no-such-year = Informe um ano de 1583 a 9999.
mine-none = Você ainda não agradeceu a ninguém nesta campanha. Com `/thank` basta uma linha; clique com o botão direito em um membro → **Agradecer pelo #CMAD** abre um formulário.
mine-some = { $n ->
    [one] Você escreveu **{ $n }** agradecimento nesta campanha.
   *[other] Você escreveu **{ $n }** agradecimentos nesta campanha.
  } Escolha um para mudar o que pode ser feito com ele, ou para retirá-lo.
mine-line = - **{ $manager }**, { $when } ({ $state }): { $words }
mine-unclear = [Esta mensagem]({ $link }) não nomeia ninguém, então ainda não conta.
mine-undecided = { $n ->
    [one] Sobre **{ $n }** agradecimento, você ainda não disse como ele pode ser mostrado.
   *[other] Sobre **{ $n }** agradecimentos, você ainda não disse como eles podem ser mostrados.
  }
mine-to-save = Alguém quer salvar [esta mensagem]({ $link }) sua como agradecimento.
mine-pick = Escolha um agradecimento
list-page = -# { $first } a { $last } de { $count }.
button-list-newer = ◀ Mais novos
button-list-older = Mais antigos ▶
mine-withdrawn = retirado
mine-hidden = ocultado por um admin
why-which = Informe o link de uma mensagem: clique nela com o botão direito → **Copiar link da mensagem**, depois `/cmad why message:`.
why-not-yours = Outra pessoa escreveu essa mensagem; só quem escreveu pode perguntar.
why-counts = Ela conta: **{ $manager }** vai lê-la no próprio digest.
why-counts-not-asked = Ela conta: **{ $manager }** vai lê-la no próprio digest. A chefia não, a menos que você permita com `/cmad mine`.
why-withdrawn = Ela não conta para **{ $manager }**: foi retirada, ou a mensagem foi editada ou apagada.
why-hidden = Ela não conta para **{ $manager }**: um admin a ocultou.
why-asked = Parece um agradecimento, mas não sei para quem. Clique no botão na minha resposta e escolha alguém, ou mencione a pessoa na mensagem.
why-closed = Nenhuma campanha recebe agradecimentos neste servidor agora, então não leio mensagens. `/thank` funciona o ano todo.
why-hashtag-off = A hashtag está desligada neste servidor. Mencione a mim e à pessoa a quem você agradece, ou use `/thank`.
why-no-sign = Não encontrei um agradecimento nela: escreva `#CMAD` e mencione a quem agradece (não dentro de código, citação ou link), ou use `/thank`.

profile =
    {"**"}Seu perfil em { $server }** ({ $place })
    Nome: { $name }
    Função: { $title }
    Equipe: { $team }
    O que importa para você: { $cares }
    Link: { $link }
    Fuso horário: { $zone }
    Idioma: { $language }
    {"*"}Pare e respire*: { $breathe }
    -# Tudo se muda com `/cmad profile`. Sua chefia se informa com `/cmad boss set`, e ninguém além de você vê quem é.
profile-none = –
profile-language-none = Idioma do servidor
profile-no-link = Um link começa com https:// e leva a uma página pública.
addressless-name = “{ $text }” traz um endereço ou um @. Um nome, uma função, uma equipe e um lema não aceitam isso, porque aparecem também em e-mails e páginas. Nada foi alterado.
not-a-manager = Você não está na lista de community managers deste servidor. Se deveria estar, peça `/roster add` a um admin.
profile-place-invited = ainda não aceito
profile-place-accepted = aceito
profile-place-declined = recusado
profile-place-removed = fora da lista
switch-is-on = ligado
switch-is-off = desligado
boss-who = Informe sua chefia: um membro com `/cmad boss set member:@nome`, ou um e-mail com `/cmad boss set email:…`.
boss-is-bot = **{ $boss }** é um bot; informe uma pessoa.
boss-is-you = Você é sua própria chefia? Então seu digest já chegou. Informe outra pessoa, ou não informe ninguém.
boss-not-here = **{ $boss }** não é membro deste servidor, então eu não poderia escrever. Informe um membro, ou um endereço com `email`. Nada foi alterado.
boss-set = Anotado: **{ $boss }**. Nada é dito a essa pessoa.
boss-cleared = Você não tem mais uma chefia informada. **Cópia para minha chefia** dá a você os arquivos para encaminhar.
boss-no-more = Não vou mais enviar digests de **{ $manager }** a você, peça quem pedir. Essa pessoa só vê isso no próprio painel, se tentar enviar outra cópia; ninguém mais fica sabendo.
boss-no-more-of-none = Nenhum digest dessa pessoa foi enviado a você aqui, então não há o que parar.
which-server = De qual servidor você está falando?
which-server-none = Não conheço servidor em que você esteja na lista ou tenha agradecido a alguém. Use o comando no próprio servidor.
which-server-go = Use esse comando dentro de **{ $server }**, por favor: o que você preencheu não passa para lá.

desk-none = Você não está na lista deste servidor, ou essa campanha não existiu, então você não tem digest.
desk-title = ## Seu digest #CMAD { $year } · { $server }
desk-waits = Seu digest está previsto para { $when }; até lá as palavras ficam guardadas, para o dia ser tranquilo. Você pode olhar agora, se quiser.
desk-pin = Fixe até três citações no topo
desk-hide = Oculte citações da sua chefia
desk-no-words = (sem palavras)
desk-yours = É seu. Nada vai a ninguém se você não enviar.
desk-kept = Você escolheu guardar para si. Pode mudar de ideia.
desk-kept-now = Guardado. Fica com você; nada foi enviado a ninguém. Você pode mudar de ideia no seu painel: `/cmad digest`.
desk-kept-late = Guardado a partir de agora. Uma cópia já foi enviada à sua chefia, ou está sendo enviada; não dá para trazê-la de volta.
desk-copied = Sua chefia tem uma cópia.
desk-copy-on-its-way = Uma cópia está a caminho da sua chefia.
desk-copy-unknown = Não sei se a cópia chegou à sua chefia, então ela não é enviada de novo automaticamente. Pergunte, ou encaminhe os arquivos.
desk-copy-failed = A cópia não conseguiu chegar à sua chefia (talvez ela tenha desativado as mensagens diretas, ou o servidor de e-mail recusou). Encaminhe os arquivos, ou tente de novo.
desk-files = Seu próprio digest com cada citação, e a versão para sua chefia, só com o que quem escreveu permite. Abra a página em um navegador, imprima, ou anexe a um e-mail.
button-show-now = Mostrar agora
button-copy-now = Sim, enviar
button-files = Arquivos para encaminhar
copy-ordered = A caminho. Seu painel mostra quando chegou.
copy-already = Sua chefia já recebeu este digest; uma cópia é enviada uma vez. Depois de uma atualização, você pode enviar de novo.
copy-no-boss = Você não informou sua chefia, então aqui estão os arquivos para você encaminhar, entre eles um rascunho de e-mail, só com o que quem escreveu permite. `/cmad boss set` informa um membro deste servidor ou um e-mail.
copy-no-more = Sua chefia pediu para não receber mais, então não escrevo para lá. Aqui estão os arquivos, caso você queira passá-los por sua conta.
copy-not-accepted = Aceite primeiro seu lugar na lista; depois você pode enviar cópias.
copy-not-due = Ainda não é a hora do seu digest; a partir dela, você pode enviar uma cópia.

about =
    {"**"}cmad** mantém vivo o Community Manager Appreciation Day: toda quarta segunda-feira de janeiro desde 2010, quando Jeremiah Owyang escreveu uma página de instruções.
    {"*"}Se você recebeu ajuda como cliente*, agradeça a quem cuida da comunidade, onde a ajuda aconteceu. *Se você é colega*, entenda a paixão dessa pessoa, agradeça e coloque a chefia em cópia. *Se você é community manager*, pare, respire, e saiba que você faz a diferença.
    `/thank` agradece a alguém · `/cmad when` é a data · `/cmad mine` mostra o que você disse
    -# Um agradecimento, não uma avaliação: nada aqui classifica, pontua ou compara pessoas.
about-data-link = **Seus dados:** [o que é guardado e por quanto tempo](<{ $url }>) · `/cmad privacy` mostra, exporta e apaga.
about-data = **Seus dados:** `/cmad privacy` mostra o que é guardado sobre você, exporta e apaga.
about-contact = **Contato:** { $contact }. Escreva para lá se tiver perguntas sobre seus dados ou para denunciar mau uso deste bot.
about-no-contact = **Denunciar mau uso:** avise os admins deste servidor; eles podem falar com quem mantém este bot.
about-report = O que viola as regras do Discord também pode ser denunciado ao Discord: <https://dis.gd/report>

# The day, as an entry in a calendar.
calendar-day = Community Manager Appreciation Day
calendar-day-about = Toda quarta segunda-feira de janeiro: agradeça a um community manager que ajudou você, no lugar em que ajudou, com #CMAD. Se vocês trabalham juntos, copie a chefia.
