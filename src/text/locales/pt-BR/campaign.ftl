# Veja ../en/campaign.ftl.

unknown-command = Não conheço esse comando ou botão. O Discord talvez ainda mostre um antigo; tente o comando de novo.
member-not-described = O Discord não me disse quem é esse membro, então nada foi alterado. Envie o comando de novo e escolha o membro na lista; se acontecer outra vez, o problema é do Discord.
person-not-described = O Discord não me disse quem você escolheu, então nada foi salvo. Tente de novo; se acontecer outra vez, o problema é do Discord.
files-not-taken = **Sem os arquivos:** por enquanto o Discord não aceita arquivos aqui. Tente mais tarde ou em outro servidor.
files-too-large = **Deixados de fora, porque o Discord não aceita arquivos tão grandes:** { $files }
only-in-servers = Isso só funciona em um servidor. Use o comando lá.
only-for-admins = Só membros com a permissão “Gerenciar servidor” podem ver isso.
not-set-up = O Community Manager Appreciation Day ainda não foi configurado neste servidor. Um admin pode fazer isso com `/campaign setup`.
not-set-up-admin = O Community Manager Appreciation Day ainda não foi configurado neste servidor. Comece com `/campaign setup`: um canal e seu fuso horário bastam.
failed-inside = Algo deu errado do meu lado, então isto talvez não tenha sido feito. Tente de novo em um minuto; se acontecer outra vez, avise quem mantém este bot.
failed-whole = O Discord não aceitou tudo isto, então aqui vai uma versão mais curta.
failed-answer = O Discord recusou minha resposta, mesmo uma mais curta, então não consigo mostrar o resultado. Avise quem mantém este bot: o motivo está no log.
failed-form = O Discord se recusou a abrir o formulário. Tente de novo em um minuto; se acontecer outra vez, avise quem mantém este bot: o motivo está no log.
bot-is-no-member = Meus comandos estão aqui, mas eu não sou membro deste servidor. Convide-me de novo com o link de quem mantém este bot (scopes `bot` e `applications.commands`). Nada foi alterado.

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
    Início do dia aqui: <t:{ $unix }:R>; no seu horário, <t:{ $unix }:f>.
plan-head = **O plano**, no horário de { $zone } (entre parênteses: seu horário)
plan-line = - **{ $step }**: { $date }, { $time } (<t:{ $unix }:f>){ $own ->
    [yes] , no fuso horário de cada pessoa
   *[no] { "" }
}{ $moved ->
    [yes] , movida
    [rests] , não no horário que você escolheu: ele já não combina com as outras etapas
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
state-unknown = não dá para saber se chegou
state-dropped = não é mais necessário
state-counted = { $state }: { $count }
state-and-event = { $state }; o evento: { $event }

next-nothing = Nada mais está planejado para esta campanha.
next-now = **A seguir:** { $step }, nos próximos minutos.
next-then = **A seguir:** { $step }, <t:{ $unix }:R> (<t:{ $unix }:f>). Até lá, nada é publicado automaticamente.
next-paused = **A seguir:** { $step }, planejado para <t:{ $unix }:f>, mas a campanha está pausada. Retome com `/campaign resume`.

setup-done = Tudo pronto: as publicações vão para <#{ $channel }>, e não notificam ninguém. Use `/campaign setup` de novo para mudar qualquer coisa; o que você deixar de fora fica como está.
setup-not-last-monday = É a quarta segunda-feira de janeiro, como sempre. Este ano **não** é a última: janeiro tem uma quinta segunda-feira uma semana depois.
setup-skipped = **Tarde demais para:** { $steps }. Fica de fora; todo o resto segue como planejado.
setup-roster = **Preencha a lista:** `/roster add` para cada community manager, ou use `/campaign setup` de novo com um `manager_role`.
setup-roster-role = **Preencha a lista:** quem tem <@&{ $role }> entra nela na primeira vez que o bot vê a pessoa (ao receber um agradecimento ou uma menção, ou ao clicar em um botão). `/roster add` faz isso na hora.
setup-all-there = O bot tem todas as permissões de que precisa. Veja uma publicação como ela vai sair com `/campaign preview`, e confira quando quiser com `/campaign doctor`.
setup-missing = **O que ainda falta** (confira de novo com `/campaign doctor`):
setup-bad-hour = A hora tem que ser um número inteiro de 0 a { $latest }, para que a última chamada venha depois da publicação do dia. Nada foi alterado.
setup-role-everyone = @everyone colocaria cada membro na lista. Escolha o cargo da sua equipe, ou não indique nenhum e use `/roster add`. Nada foi alterado.
setup-same-channel = Avisos para admins não devem ir para o canal em que a campanha é publicada. Escolha um canal privado como `admin_channel`; sem ele, os avisos chegam a você por mensagem direta. Nada foi alterado.
setup-public-admins = Avisos para admins não devem ir para um canal público, e todo mundo pode ler <#{ $channel }>. Tire *Ver canal* de @everyone lá, ou escolha outro `admin_channel`; sem ele, os avisos chegam a você por mensagem direta. Nada foi alterado.
setup-channel-gone = Esse canal não existe mais, ou é de outro servidor. Escolha outro. Nada foi alterado.
setup-cannot-post = O bot não pode publicar lá, então nada foi alterado.
setup-again = Depois use `/campaign setup` de novo.
setup-refused-hour = A nova hora não combina com o horário das outras etapas, então nada foi alterado. Veja `/campaign steps`.
unknown-zone = Não conheço fuso horário nem cidade “{ $typed }”. Digite a cidade grande mais próxima e escolha da lista, ou um nome IANA como `America/Sao_Paulo`. Uma diferença como GMT-3 não basta, porque os relógios mudam. Nada foi alterado.
unknown-zone-near = Não conheço fuso horário nem cidade “{ $typed }”. Você quis dizer { $near }? Nada foi alterado.

phase-before = Esta campanha recebe agradecimentos de <t:{ $opens }:f> a <t:{ $closes }:f>. Os que vieram antes, com `/thank`, também contam.
phase-open = A campanha recebe agradecimentos até <t:{ $closes }:f>.
phase-day = **Hoje é o dia.** A campanha recebe agradecimentos até <t:{ $closes }:f>.
phase-after = A campanha recebeu agradecimentos até <t:{ $closes }:f> e está sendo encerrada.
phase-paused = **Pausada** desde <t:{ $unix }:f>: nada é publicado nem enviado. Agradecimentos ainda contam. Retome com `/campaign resume`.
status-total = **Até agora:** { $thanks ->
    [0] nenhum agradecimento ainda.
    [one] { $thanks } agradecimento.
   *[other] { $thanks } agradecimentos de { $givers ->
        [one] { $givers } pessoa
       *[other] { $givers } pessoas
    } para { $managers ->
        [one] { $managers } pessoa da lista
       *[other] { $managers } pessoas da lista
    }.
}
status-roster = **Lista:** { $count ->
    [0] ninguém ainda.
   *[other] { $count } ({ $accepted } aceitaram, { $invited } sem resposta).
}
status-settings = **Ajustes:** publicações em <#{ $channel }>; idioma: { $language }; a hashtag está { $hashtag ->
    [on] ligada.
   *[off] desligada.
}
status-posts-here = **Os agradecimentos públicos** são publicados onde são dados, se todo mundo vê esse canal.
status-posts-campaign_channel = **Os agradecimentos públicos** são publicados em <#{ $channel }>.
status-reports-in = Os avisos vão para <#{ $channel }>.
status-reports-to = Os avisos vão para <@{ $user }>, por mensagem direta.
status-role = Quem tem <@&{ $role }> é community manager.
status-holders = Uma publicação pergunta a quem tem esse cargo se aceita: desde então, { $joined } de { $asked } estão na lista.
status-theme = Lema: { $theme }
status-reports = **Para conferir**, o mais recente primeiro:
status-in-which = Você configurou o dia em mais de um servidor. Use `/campaign status` no servidor que você quer ver.

status-report-skipped = - { $what }: pulado, porque teria chegado tarde demais. { $why }
status-report-unknown = - { $what }: não dá para saber se chegou, então não é enviado de novo. Por favor, confira.
status-report-refused = - { $what }: recusado pelo Discord (código { $code }), nova tentativa. `/campaign doctor` mostra o que falta.
status-report-failed = - { $what }: sem novas tentativas (erro { $code } do Discord).
status-report-lost = - { $what }: sem novas tentativas, porque o programa foi encerrado em cada uma.
status-report-closed-messages = - <@{ $user }> não aceita mensagens diretas. O bot tenta todos os dias até o encerramento; `/cmad digest` funciona de qualquer forma.
status-report-quarantined = - O Discord não deixa o bot enviar mensagens diretas a ninguém (quarentena, código 20026). Ele tenta uma vez por dia; `/cmad digest` funciona para todo mundo.
status-report-no-content-intent = - O Discord não deixa o bot ler mensagens, então ele não reconhece a hashtag. Todas as outras formas de agradecer funcionam.


steps-head = Nada foi alterado.
steps-how = Mude uma etapa de cada vez: `/campaign steps step:… on:False`, ou `days:-10 time:18:30`, ou `reset:True`.
steps-now-on = **{ $step }**: etapa ligada, planejada para <t:{ $unix }:f>.
steps-now-off = **{ $step }**: etapa desligada. Todo o resto segue como planejado.
steps-moved = **{ $step }**: etapa movida para <t:{ $unix }:f>.
steps-reset-done = **{ $step }**: etapa de volta ao padrão: ligada, para <t:{ $unix }:f>.
steps-reset-off = **{ $step }**: etapa de volta ao padrão: desligada.
steps-event-goes = O evento agendado também some. O que já foi publicado fica.
steps-was-sent = Já foi enviado e não dá para desfazer. A mudança vale a partir do ano que vem.
steps-past = Essa hora já passou: sai nos próximos minutos, a menos que seja tarde demais para esta etapa.
steps-which = Qual etapa? Informe `step` junto com o que você quer mudar. Nada foi alterado.
steps-one-change = Uma mudança de cada vez, por favor: ou `on`, ou `days` e `time`, ou `reset`. Nada foi alterado.
steps-bad-time = O horário tem que ser uma hora do dia como `09:00` ou `18:30`. Nada foi alterado.

refused-cannot-be-off = **{ $step }**: esta etapa não pode ser desligada, é para isso que a campanha existe. Nada foi alterado.
refused-out-of-order = **{ $earlier }** tem que vir antes de **{ $later }**. Nada foi alterado; se é isso que você quer, mova primeiro a outra etapa.
refused-too-far = **{ $step }** pode ficar no máximo 60 dias antes do dia e 30 dias depois. Nada foi alterado.
refused-not-before = **{ $step }** tem que vir antes do dia: `days` precisa ser -1 ou menos. Nada foi alterado.
refused-not-on-the-day = **{ $step }** tem que ser no próprio dia: `days` precisa ser 0. Nada foi alterado.
refused-not-after = **{ $step }** tem que vir depois do dia: `days` precisa ser 1 ou mais. Nada foi alterado.

doctor-good = **Está tudo bem.** Conferidos: o banco de dados, os dois canais e as permissões do bot neles, o evento agendado, a leitura de mensagens, o cargo de community manager, a lista e os avisos.
holders-on-roster = **{ $on }** dos { $count } membros com <@&{ $role }> estão na lista. Os outros recusaram, ou saíram dela.
holders-waiting = **{ $on }** dos { $count } membros com <@&{ $role }> estão na lista. Faltam { $waiting }: cada pessoa receberia uma mensagem direta perguntando se aceita, no máximo { $pace } por minuto. Em vez disso, uma única publicação em <#{ $channel }> pode perguntar ao grupo todo.
holders-asked = **{ $on }** dos { $count } membros com <@&{ $role }> estão na lista. Uma publicação em <#{ $channel }> pergunta às outras { $waiting } pessoas; ela some quando todas tiverem aceitado.
holders-unread = O Discord não me mostrou todos os membros. Quem falta recebe a pergunta quando eu vir a pessoa pela primeira vez.
button-invite-holders = Enviar os convites ({ $count })
button-ask-holders = Perguntar em uma publicação
button-ask-holders-again = Publicar de novo
doctor-head = { $count ->
    [one] **{ $count } coisa precisa de atenção.**
   *[other] **{ $count } coisas precisam de atenção.**
}
doctor-database = **O banco de dados não responde**, então nada pode ser guardado nem enviado agora. Avise quem mantém este bot; o que está pendente sai assim que ele voltar.
doctor-new-database = **O banco de dados do bot é novo.** Se o CMAD já estava configurado neste servidor, nada disso está nele. Avise quem mantém este bot antes de configurar tudo de novo.
doctor-missing = - **Em <#{ $channel }> falta ao bot** { $list }. Abra Editar canal > Permissões e permita ao cargo do bot.
doctor-permission = *{ $permission }* ({ $why })
why-view-channel = para ver o canal
why-send-messages = para publicar
why-send-in-threads = para fazer uma pergunta sob uma mensagem em um tópico
why-read-message-history = sem ela, uma publicação enviada durante uma queda fica “desconhecida”
why-add-reactions = para mostrar sob uma mensagem que ela conta
why-attach-files = para enviar arquivos, como um digest em PDF ou uma exportação
why-create-events = para criar o evento agendado
doctor-no-events = - **O bot não pode criar o evento agendado.** Permita *{ $permission }* ao cargo dele em Configurações do servidor > Cargos. Todo o resto funciona sem isso.
doctor-channel-gone = - **O canal da campanha não existe mais**, então nada pode ser publicado. Use `/campaign setup` com outro.
doctor-admin-channel-gone = - **O canal dos admins não existe mais**, então nenhum aviso chega. Use `/campaign setup` com outro `admin_channel`.
doctor-admin-channel-public = - **Todo mundo pode ler <#{ $channel }>**, para onde vão os avisos aos admins. Tire *Ver canal* de @everyone lá, ou escolha outro `admin_channel`.
doctor-reports-unread = - **Ninguém recebe os avisos:** <@{ $user }>, que configurou isto, saiu ou não pode mais gerenciar o servidor. Eles ficam em `/campaign status`. Use `/campaign setup` com sua conta, ou indique nele um `admin_channel`.
doctor-no-content = - **O bot não reconhece a hashtag**, porque o Discord não o deixa ler mensagens. Quem mantém este bot pode ligar *Message Content Intent* no portal de desenvolvedores; ou desligue a hashtag com `/campaign hashtag`. Todas as outras formas de agradecer funcionam.
doctor-no-content-review = - **O bot não reconhece a hashtag**, porque o Discord não o deixa ler mensagens. Ele alcança tantas pessoas que o Discord precisa aprovar antes o *Message Content Intent*; quem mantém este bot pode pedir. Mensagens que mencionam o bot ou respondem a ele com ping contam, e todas as outras formas de agradecer funcionam. Você também pode desligar a hashtag com `/campaign hashtag`.
doctor-reach = Este bot alcança no máximo { $users } pessoas, em { $servers ->
    [one] { $servers } servidor
   *[other] { $servers } servidores
  }. Message Content Intent: { $content }; Server Members Intent: { $members }.
doctor-reach-free = A partir de 10.000, o Discord revisa esses intents.
doctor-reach-apply = A partir de 10.000, o Discord revisa esses intents, todo ano de novo: quem mantém este bot deveria pedi-los agora.
doctor-reach-reviewed = A partir de 10.000, o Discord precisa aprovar esses intents, todo ano de novo. Sem eles funcionam todos os comandos, botões e formulários, e as mensagens que mencionam o bot ou respondem a ele com ping.
doctor-reach-public = Qualquer pessoa pode convidá-lo, e os membros desses servidores contam; quem o mantém para os próprios servidores pode desligar *Public Bot* no portal de desenvolvedores.
doctor-role-gone = - **O cargo de community manager não existe mais** (<@&{ $role }>), então ninguém novo entra na lista por ele. Use `/campaign setup` com outro `manager_role`, ou use `/roster add`.
doctor-allowed-others = **{ $command }** também pode ser usado por { $who }: isso foi permitido em Configurações do servidor > Integrações.
doctor-roster-empty = - **A lista está vazia**, então não há a quem agradecer. Adicione quem cuida da comunidade com `/roster add`.
doctor-none-accepted = - **Ninguém da lista aceitou ainda.** Mesmo assim, essas pessoas podem receber agradecimentos e recebem o digest; *Pare e respire* e uma cópia para a chefia precisam da autorização delas. Peça que olhem as mensagens diretas.
doctor-paused = - **A campanha está pausada**, então nada é publicado nem enviado. Retome com `/campaign resume`.
doctor-copies-held = - **Nenhuma cópia vai para chefias**: os dados do bot foram restaurados e não se sabe quem pediu para não receber mais. Quem mantém este bot pode resolver isso.
doctor-timed-out = - **O bot está de castigo** até <t:{ $unix }:f>: aqui ele não pode publicar nem reagir. Quem pode colocar membros de castigo também pode tirá-lo. O que está pendente espera enquanto fizer sentido.
doctor-reports = - **{ $count ->
    [one] Há { $count } aviso.
   *[other] Há { $count } avisos.
}** `/campaign status` mostra os detalhes.

preview-line = *Prévia de **{ $step }**: só você vê, e não notifica ninguém. { $on ->
    [yes] Está planejada para <t:{ $unix }:f> em <#{ $channel }>, com os números e nomes que houver até lá.
   *[no] Esta etapa está desligada.
}*
hashtag-on = A hashtag está ligada: enquanto a campanha recebe agradecimentos, conta uma mensagem com #CMAD que mencione alguém da lista. Perguntamos uma vez a quem escreveu o que pode ser feito com as palavras.
hashtag-on-refused = A hashtag está ligada, mas o Discord não deixa o bot ler mensagens, então ele ainda não a reconhece. Quem mantém este bot pode ligar *Message Content Intent* no portal de desenvolvedores; a partir de 10.000 pessoas, o Discord precisa aprovar antes. Todas as outras formas de agradecer funcionam.
hashtag-off = A hashtag está desligada: mensagens com #CMAD não são mais reconhecidas. O que já foi encontrado fica. `/thank`, os botões e as menções ao bot funcionam como antes.
paused-now = Pausada: nada é publicado nem enviado a partir de agora, e nada se perde. Agradecimentos ainda contam. Retome com `/campaign resume`; uma etapa que então chegaria tarde demais é pulada e entra nos avisos.
paused-already = Já estava pausada. Retome com `/campaign resume`.
resumed-now = Retomada. O que ficou para trás é enviado agora, a menos que seja tarde demais; nesse caso é pulado e entra nos avisos. `/campaign status` mostra.
resumed-already = Não estava pausada, então nada foi alterado. `/campaign status` mostra o que vem a seguir.

roster-invited = **{ $name }** (<@{ $user }>) está na lista e pode receber agradecimentos. Uma mensagem direta pergunta se aceita; até lá, recebe o digest, mas não *Pare e respire*.
roster-already = **{ $name }** (<@{ $user }>) já está na lista. Nada foi alterado.
roster-already-changed = **{ $name }** (<@{ $user }>) já está na lista. Função e equipe foram atualizadas.
roster-declined = **{ $name }** (<@{ $user }>) prefere não participar. Nada foi alterado. Pode voltar quando quiser, com o botão da mensagem direta do bot.
roster-bot = **{ $name }** (<@{ $user }>) é um bot. Só pessoas podem estar na lista.
roster-not-a-member = **{ $name }** (<@{ $user }>) não é membro deste servidor. Nada foi alterado.
roster-removed = **{ $name }** (<@{ $user }>) saiu da lista: aqui ninguém mais pode agradecer a essa pessoa, e ela não recebe mensagens. Os agradecimentos que ela já tem ficam guardados. `/roster add` coloca a pessoa de volta.
roster-was-not-on = **{ $name }** (<@{ $user }>) não está na lista. Nada foi alterado.
roster-empty = Ninguém está na lista ainda, então não há a quem agradecer. Adicione quem cuida da comunidade com `/roster add`.
roster-of-role = Quem tem <@&{ $role }> entra na primeira vez que o bot vê a pessoa: ao receber um agradecimento ou uma menção, ou ao clicar em um botão.
roster-head = { $count ->
    [one] **{ $count } pessoa** pode receber agradecimentos aqui:
   *[other] **{ $count } pessoas** podem receber agradecimentos aqui:
}
roster-line = - **{ $name }** (<@{ $user }>){ $has ->
    [about] , { $about }
   *[nothing] { "" }
} · { $place }
place-accepted = aceitou
roster-cares = O que importa: { $cares }
place-invited = sem resposta
roster-foot = Mude com `/roster add` e `/roster remove`. Quem não respondeu pode receber agradecimentos do mesmo jeito, e recebe o digest.

invite-accepted = **Boas-vindas à lista de { $server }.** As pessoas podem agradecer a você lá, e o que escrevem é seu: ninguém mais recebe se você não passar adiante.
    As mensagens chegam no horário de { $zone }. Informe seu fuso horário, idioma e função com `/cmad profile`. Se um dia quiser enviar uma cópia à sua chefia, informe quem é com `/cmad boss set`; nada é enviado sem você decidir.
invite-declined = **Você não está na lista de { $server }.** Ninguém pode agradecer a você lá por meio de mim, e não escrevo mais a você sobre isso.
    Se mudar de ideia, o botão abaixo traz você de volta a qualquer momento.
invite-no-place = Você não está mais na lista de { $server }, então não há o que aceitar nem recusar. Se for um engano, um admin de lá pode adicionar você com `/roster add`.
invite-server-gone = O dia não está mais configurado nesse servidor, então não há o que aceitar nem recusar.
holder-not-asked = Esta publicação não vale mais: com <@&{ $role }> ninguém mais entra na lista de { $server }.
holder-other = Esta publicação pergunta aos membros com <@&{ $role }>. Você não tem esse cargo, então não precisa fazer nada.
invite-leave-button = Prefiro não participar
invite-return-button = Quero entrar na lista
