# Veja ../en/campaign.ftl.

unknown-command = Esta versão do bot não conhece esse comando ou botão. Tente o comando de novo: o Discord talvez ainda mostre um antigo.
member-not-described = O Discord não me disse quem é esse membro, então nada foi alterado. Envie o comando de novo e escolha o membro na lista; se acontecer outra vez, o Discord está com um problema.
files-not-taken = **Sem os arquivos:** por enquanto o Discord não aceita arquivos aqui. Tente mais tarde ou em outro servidor.
files-too-large = **Deixados de fora, porque o Discord não aceita arquivos tão grandes:** { $files }
only-in-servers = Isso só funciona em um servidor. Use o comando lá.
only-for-admins = Só membros que podem gerenciar este servidor podem ver isso.
not-set-up = O Community Manager Appreciation Day ainda não foi preparado neste servidor. Um admin pode fazer isso com `/campaign setup`.
not-set-up-admin = O Community Manager Appreciation Day ainda não foi preparado neste servidor. Comece com `/campaign setup`: um canal e seu fuso horário bastam.
failed-inside = Algo deu errado do nosso lado, então isto talvez não tenha sido feito. Tente de novo em um minuto; se acontecer outra vez, avise quem mantém este bot.
failed-whole = O Discord não aceitou tudo isto, então aqui vai uma versão mais curta.
failed-answer = O Discord recusou minha resposta, mesmo uma mais curta, então não consigo mostrar o resultado. Avise quem mantém este bot: o motivo está no log.
failed-form = O Discord se recusou a abrir o formulário. Tente de novo em um minuto; se acontecer outra vez, avise quem mantém este bot: o motivo está no log.
bot-is-no-member = Os comandos estão aqui, mas o bot em si não é membro deste servidor. Convide-o de novo com o link de quem o mantém (scopes `bot` e `applications.commands`). Nada foi mudado.

and-more = { $count ->
    [one] … e mais { $count }
   *[other] … e mais { $count }
}

permission-view-channel = Ver canal
permission-send-messages = Enviar mensagens
permission-send-in-threads = Enviar mensagens em tópicos
permission-read-message-history = Ver histórico de mensagens
permission-add-reactions = Adicionar reações
permission-attach-files = Anexar arquivos
permission-create-events = Criar eventos

campaign-day = ## #CMAD { $year }: { $date }
    O dia começa aqui <t:{ $unix }:R>, <t:{ $unix }:f> no seu relógio.
plan-head = **O plano**, no horário de { $zone } (entre parênteses: seu horário)
plan-line = - **{ $step }**: { $date }, { $time } (<t:{ $unix }:f>){ $own ->
    [yes] , pelo relógio de cada community manager
   *[no] { "" }
}{ $moved ->
    [yes] , movida
    [rests] , porque o momento que você escolheu já não combina com as outras etapas
   *[no] { "" }
} · { $state }

state-off = desligado
state-nobody = para ninguém ainda
state-planned = planejado
state-claimed = a caminho
state-sent = enviado
state-refused = recusado pelo Discord, nova tentativa
state-skipped = pulado, tarde demais
state-failed = falhou
state-unknown = não se sabe se chegou
state-dropped = não é mais necessário
state-counted = { $count } { $state }
state-and-event = { $state }; o evento: { $event }

next-nothing = Nada mais está planejado para esta campanha.
next-now = **A seguir:** { $step }, nos próximos minutos.
next-then = **A seguir:** { $step }, <t:{ $unix }:R> (<t:{ $unix }:f>). Até lá, a campanha não publica nada sozinha.
next-paused = **A seguir:** { $step }, planejado para <t:{ $unix }:f>, mas a campanha está pausada. `/campaign resume` a deixa continuar.

setup-done = Está preparado: as publicações vão para <#{ $channel }>, e não notificam ninguém. Você pode usar `/campaign setup` de novo para mudar qualquer coisa; o que você deixar de fora fica como está.
setup-not-last-monday = É a quarta segunda-feira de janeiro, como sempre. Este ano **não** é a última: janeiro tem uma quinta segunda-feira uma semana depois.
setup-skipped = **Tarde demais para:** { $steps }. Fica de fora; todo o resto segue como planejado.
setup-roster = **Preencha a lista:** `/roster add` para cada community manager, ou prepare de novo com um `manager_role`.
setup-roster-role = **Preencha a lista:** quem tem <@&{ $role }> entra nela quando aparece pela primeira vez (recebe um agradecimento, uma menção, aperta um botão). `/roster add` faz isso na hora.
setup-all-there = O bot tem todas as permissões de que precisa. Veja uma publicação como ela vai sair com `/campaign preview`, e confira quando quiser com `/campaign doctor`.
setup-missing = **O que ainda falta** (confira de novo com `/campaign doctor`):
setup-bad-hour = A hora tem que ser um número inteiro de 0 a { $latest }, para que a última chamada venha depois da publicação do dia. Nada foi mudado.
setup-role-everyone = @everyone faria de cada membro um community manager. Escolha o cargo da sua equipe, ou deixe de fora e use `/roster add`. Nada foi mudado.
setup-same-channel = Avisos para admins não devem ir para o canal em que a campanha é publicada. Escolha um canal privado como `admin_channel`; se você deixar de fora, eles chegam como mensagens privadas a você. Nada foi mudado.
setup-public-admins = Avisos para admins não devem ir para um canal público, e todo mundo pode ler <#{ $channel }>. Tire *Ver canal* de @everyone lá, ou escolha outro `admin_channel`; se você deixar de fora, eles chegam como mensagens privadas a você. Nada foi mudado.
setup-channel-gone = Esse canal não existe mais, ou é de outro servidor. Escolha outro. Nada foi mudado.
setup-cannot-post = O bot não pode publicar lá, então nada foi mudado.
setup-again = Depois use `/campaign setup` de novo.
setup-refused-hour = A nova hora não combina com o horário das outras etapas. Nada desta preparação foi mudado; veja `/campaign steps`.
unknown-zone = O bot não conhece fuso horário nem cidade “{ $typed }”. Digite a cidade grande mais próxima e escolha da lista, ou um nome IANA como `America/Sao_Paulo`. Uma diferença como GMT-3 não basta, porque os relógios mudam. Nada foi mudado.
unknown-zone-near = O bot não conhece fuso horário nem cidade “{ $typed }”. Você quis dizer { $near }? Nada foi mudado.

phase-before = Os agradecimentos desta campanha são recolhidos de <t:{ $opens }:f> a <t:{ $closes }:f>. Os dados antes com `/thank` também contam.
phase-open = Agradecimentos são recolhidos até <t:{ $closes }:f>.
phase-day = **Hoje é o dia.** Agradecimentos são recolhidos até <t:{ $closes }:f>.
phase-after = Agradecimentos foram recolhidos até <t:{ $closes }:f>. Esta campanha está encerrando.
phase-paused = **Pausada** desde <t:{ $unix }:f>: nada é publicado nem enviado. Agradecimentos ainda contam. `/campaign resume` a deixa continuar.
status-total = **Até agora:** { $thanks ->
    [0] nenhum agradecimento ainda.
    [one] { $thanks } agradecimento.
   *[other] { $thanks } agradecimentos de { $givers ->
        [one] { $givers } pessoa
       *[other] { $givers } pessoas
    } para { $managers ->
        [one] { $managers } community manager
       *[other] { $managers } community managers
    }.
}
status-roster = **Lista:** { $count ->
    [0] ninguém ainda.
   *[other] { $count } ({ $accepted } aceitaram, { $invited } sem resposta).
}
status-settings = **Ajustes:** publicações em <#{ $channel }>, em { $language }; a hashtag { $hashtag ->
    [on] é ouvida.
   *[off] não é ouvida.
}
status-reports-in = Os avisos vão para <#{ $channel }>.
status-reports-to = Os avisos vão para <@{ $user }>, em particular.
status-role = Quem tem <@&{ $role }> é community manager.
status-theme = Lema: { $theme }
status-reports = **Para conferir**, o mais recente primeiro:
status-in-which = Você preparou o dia em mais de um servidor. Use `/campaign status` naquele que você quer.

status-report-skipped = - { $what }: pulado, teria chegado tarde demais.
status-report-unknown = - { $what }: não dá para saber se chegou, então não se repete. Por favor, olhe.
status-report-refused = - { $what }: recusado pelo Discord (código { $code }), nova tentativa. `/campaign doctor` mostra o que falta.
status-report-failed = - { $what }: sem novas tentativas (código { $code } do Discord).
status-report-closed-messages = - <@{ $user }> não aceita mensagens privadas. Há uma tentativa por dia até o encerramento; `/cmad digest` funciona de qualquer forma.
status-report-quarantined = - O Discord não deixa o bot escrever a ninguém em particular (quarentena, código 20026). Há uma tentativa por dia; `/cmad digest` funciona para todos.
status-report-no-content-intent = - O Discord não deixa o bot ler mensagens, então a hashtag não é ouvida. Todas as outras formas de agradecer funcionam.


steps-head = Nada foi mudado.
steps-how = Mude uma etapa de cada vez: `/campaign steps step:… on:False`, ou `days:-10 time:18:30`, ou `reset:True`.
steps-now-on = **{ $step }**: etapa ligada, planejada para <t:{ $unix }:f>.
steps-now-off = **{ $step }**: etapa desligada, não acontece. Todo o resto segue como planejado.
steps-moved = **{ $step }**: etapa movida para <t:{ $unix }:f>.
steps-reset-done = **{ $step }**: etapa de volta ao padrão: ligada, para <t:{ $unix }:f>.
steps-reset-off = **{ $step }**: etapa de volta ao padrão: desligada.
steps-was-sent = Já foi enviado, e o que foi enviado fica enviado. A mudança vale a partir do ano que vem.
steps-past = Essa hora já passou: sai nos próximos minutos, a menos que seja tarde demais.
steps-which = Qual etapa? Informe `step` junto com o que você quer mudar. Nada foi mudado.
steps-one-change = Uma mudança de cada vez, por favor: ou `on`, ou `days` e `time`, ou `reset`. Nada foi mudado.
steps-bad-time = O horário tem que ser uma hora do dia como `09:00` ou `18:30`. Nada foi mudado.

refused-cannot-be-off = **{ $step }** não pode ser desligado: é para isso que a campanha existe. Nada foi mudado.
refused-out-of-order = **{ $earlier }** tem que vir antes de **{ $later }**. Nada foi mudado; mova primeiro a outra etapa, se for isso que você quer.
refused-too-far = **{ $step }** tem que ficar entre 60 dias antes do dia e 30 dias depois. Nada foi mudado.
refused-not-before = **{ $step }** tem que vir antes do dia: `days` precisa ser -1 ou menos. Nada foi mudado.
refused-not-on-the-day = **{ $step }** tem que ser no próprio dia: `days` precisa ser 0. Nada foi mudado.
refused-not-after = **{ $step }** tem que vir depois do dia: `days` precisa ser 1 ou mais. Nada foi mudado.

doctor-good = **Está tudo bem.** Conferidos: o banco de dados, os dois canais e as permissões do bot neles, o evento agendado, a leitura de mensagens, o cargo dos community managers, a lista, e o que foi avisado.
holders-on-roster = **{ $on }** de { $count } com <@&{ $role }> estão na lista. Quem falta recusou, ou foi retirado.
doctor-head = { $count ->
    [one] **{ $count } coisa precisa de atenção.**
   *[other] **{ $count } coisas precisam de atenção.**
}
doctor-database = **O banco de dados não responde**, então nada pode ser guardado nem enviado agora. Avise quem mantém este bot; o que foi prometido sai assim que ele voltar.
doctor-new-database = **O banco de dados do bot é novo.** Se o CMAD já tinha sido preparado neste servidor, nada disso está nele. Avise quem mantém este bot antes de preparar tudo de novo.
doctor-missing = - **Em <#{ $channel }> falta ao bot** { $list }. Abra as configurações do canal, Permissões, e permita ao cargo do bot.
doctor-permission = *{ $permission }* ({ $why })
why-view-channel = para ver o canal
why-send-messages = para publicar
why-send-in-threads = para perguntar sob uma mensagem em um tópico
why-read-message-history = sem ela, uma publicação a caminho durante uma queda fica “desconhecida”
why-add-reactions = para mostrar sob uma mensagem que ela contou
why-attach-files = para dar arquivos, como um digest em PDF ou uma exportação
why-create-events = para criar o evento agendado
doctor-no-events = - **O bot não pode criar o evento agendado.** Permita *{ $permission }* ao cargo dele em Configurações do servidor, Cargos. Todo o resto funciona sem isso.
doctor-channel-gone = - **O canal da campanha não existe mais**, então nada pode ser publicado. Use `/campaign setup` com outro.
doctor-admin-channel-gone = - **O canal dos admins não existe mais**, então nenhum aviso chega. Use `/campaign setup` com outro `admin_channel`.
doctor-admin-channel-public = - **Todo mundo pode ler <#{ $channel }>**, para onde vão os avisos aos admins. Tire *Ver canal* de @everyone lá, ou escolha outro `admin_channel`.
doctor-nobody-hears = - **Ninguém recebe os avisos:** <@{ $user }>, que preparou isto, saiu. Use `/campaign setup` você, ou com um `admin_channel`.
doctor-no-content = - **A hashtag não pode ser ouvida**, porque o Discord não deixa o bot ler mensagens. Quem o mantém pode ligar *Message Content Intent* no portal de desenvolvedores; ou desligue a hashtag com `/campaign hashtag`. Todas as outras formas de agradecer funcionam.
doctor-role-gone = - **O cargo dos community managers não existe mais** (<@&{ $role }>), então ninguém novo é reconhecido por ele. Use `/campaign setup` com outro `manager_role`, ou use `/roster add`.
doctor-roster-empty = - **A lista está vazia**, então não há a quem agradecer. Adicione os community managers com `/roster add`.
doctor-nobody-accepted = - **Ninguém da lista aceitou ainda.** Podem receber agradecimentos e recebem o digest do mesmo jeito; *Pare e respire* e uma cópia para a chefia precisam do sim. Peça que olhem as mensagens privadas.
doctor-paused = - **A campanha está pausada**, então nada é publicado nem enviado. `/campaign resume` a deixa continuar.
doctor-timed-out = - **O bot está de castigo** até <t:{ $unix }:f>: aqui ele não pode publicar nem reagir. Quem pode moderar membros pode encerrar isso. O que está pendente espera enquanto fizer sentido.
doctor-reports = - **{ $count ->
    [one] { $count } coisa foi avisada.
   *[other] { $count } coisas foram avisadas.
}** `/campaign status` mostra o quê.

preview-line = *Prévia de **{ $step }**: só você vê, e não notifica ninguém. { $on ->
    [yes] Está planejada para <t:{ $unix }:f> em <#{ $channel }>, com os números e nomes de então.
   *[no] Esta etapa está desligada.
}*
hashtag-on = A hashtag está ligada: enquanto se recolhem agradecimentos, conta uma mensagem com #CMAD que cite um community manager. Quem escreveu é perguntado uma vez sobre o que pode ser feito com as palavras.
hashtag-on-refused = A hashtag está ligada, mas o Discord não deixa o bot ler mensagens, então ela ainda não é ouvida. Quem mantém o bot pode ligar *Message Content Intent* no portal de desenvolvedores. Todas as outras formas de agradecer funcionam.
hashtag-off = A hashtag está desligada: mensagens com #CMAD não são mais olhadas. O que já foi encontrado fica. `/thank`, os botões e as menções ao bot funcionam como antes.
paused-now = Pausada: nada é publicado nem enviado a partir de agora, e nada se perde. Agradecimentos ainda contam. `/campaign resume` a deixa continuar; uma etapa que então chegaria tarde demais é pulada e avisada.
paused-already = Já estava pausada. `/campaign resume` a deixa continuar.
resumed-now = Continua. O que ficou para trás é enviado agora, a menos que seja tarde demais; aí é pulado e avisado. `/campaign status` mostra.
resumed-already = Não estava pausada, então nada foi mudado. `/campaign status` mostra o que vem a seguir.

roster-invited = **{ $name }** (<@{ $user }>) está na lista e pode receber agradecimentos. Uma mensagem privada pergunta se aceita; até lá, recebe o digest, mas não *Pare e respire*.
roster-already = **{ $name }** (<@{ $user }>) já está na lista. Nada foi mudado.
roster-already-changed = **{ $name }** (<@{ $user }>) já está na lista. Título e equipe foram mudados como você escreveu.
roster-declined = **{ $name }** (<@{ $user }>) pediu para ficar em paz, e está. Nada foi mudado. Só pode voltar por conta própria, com o botão da mensagem privada do bot.
roster-bot = **{ $name }** (<@{ $user }>) é um bot. Só pessoas podem estar na lista.
roster-not-a-member = **{ $name }** (<@{ $user }>) não é membro deste servidor. Nada foi mudado.
roster-removed = **{ $name }** (<@{ $user }>) saiu da lista: ninguém pode agradecer aqui, e não chegam mensagens. Os agradecimentos que já tem ficam guardados. `/roster add` coloca de volta.
roster-was-not-on = **{ $name }** (<@{ $user }>) não está na lista. Nada foi mudado.
roster-empty = Ninguém está na lista ainda, então não há a quem agradecer. Adicione cada community manager com `/roster add`.
roster-of-role = Quem tem <@&{ $role }> entra quando aparece pela primeira vez: recebe um agradecimento, uma menção, ou aperta um botão.
roster-head = { $count ->
    [one] **{ $count } community manager** pode receber agradecimentos aqui:
   *[other] **{ $count } community managers** podem receber agradecimentos aqui:
}
roster-line = - **{ $name }** (<@{ $user }>){ $has ->
    [about] , { $about }
   *[nothing] { "" }
} · { $place }
place-accepted = aceitou
place-invited = não respondeu
roster-foot = Mude com `/roster add` e `/roster remove`. Quem não respondeu pode receber agradecimentos do mesmo jeito, e recebe o digest.

invite-accepted = **Boas-vindas à lista de { $server }.** As pessoas podem agradecer a você lá, e o que escrevem é seu: não vai a ninguém se você não passar adiante.
    As mensagens chegam pelo relógio de { $zone }. Informe seu fuso horário, idioma e título com `/cmad profile`. Se um dia quiser enviar uma cópia à sua chefia, informe quem é com `/cmad boss set`; nada é enviado sem você.
invite-declined = **Você não está na lista de { $server }.** Deixamos você em paz: ninguém pode agradecer a você lá por este bot, e nada mais vem dele.
    Se mudar de ideia, o botão abaixo traz você de volta a qualquer momento.
invite-no-place = Você não está mais na lista de { $server }, então não há o que aceitar nem recusar. Se for um engano, um admin de lá pode adicionar você com `/roster add`.
invite-server-gone = O dia não está mais preparado naquele servidor, então não há o que aceitar nem recusar.
invite-leave-button = Prefiro que me deixem em paz
invite-return-button = Quero entrar na lista
