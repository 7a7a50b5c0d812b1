# Veja ../en/commands.ftl: descrições e opções têm no máximo 100 caracteres.

cmd-thank-member = Agradecer pelo #CMAD

cmd-thank = Agradeça a um community manager: é publicado aqui e a chefia da pessoa pode ver, salvo outra escolha
cmd-thank-manager = A quem você agradece
cmd-thank-message = Suas palavras; sem elas, abre um formulário
cmd-thank-relation = O que você é para essa pessoa
cmd-thank-for = Pelo que você agradece
cmd-thank-consent = Quem pode ver: público, com nome, sem nome ou privado

cmd-cmad = Community Manager Appreciation Day: seus agradecimentos, seu digest, a data
cmd-cmad-when = Quando é o Community Manager Appreciation Day
cmd-year = O ano, por exemplo 2027
cmd-cmad-mine = Seus agradecimentos: mude quem pode vê-los, ou retire-os
cmd-cmad-why = Se uma mensagem sua contou como agradecimento, e por quê
cmd-why-message = Um link para a mensagem
cmd-cmad-digest = Para community managers: o que escreveram para você
cmd-cmad-profile = Para community managers: como você aparece, e seu fuso horário
cmd-profile-title = A função, seja qual for; - remove
cmd-profile-team = A equipe; - remove
cmd-profile-cares = O que importa para você, em uma linha, para quem agradecer a você; - remove
cmd-profile-display-name = O nome que os outros veem; - para o do Discord
cmd-profile-link = Uma página pública sua, por exemplo https://example.org/voce; - remove
cmd-profile-timezone = Uma cidade ou fuso para suas mensagens diretas; - para o do servidor
cmd-profile-language = O idioma das mensagens para você
cmd-profile-breathe = Se você quer a mensagem da noite do dia: pare e respire
cmd-cmad-boss = Para community managers: quem recebe uma cópia, se você quiser enviar alguma
cmd-boss-set = Informe sua chefia e decida sobre as cópias; nada vai para lá sem você escolher
cmd-boss-member = Sua chefia, como membro deste servidor
cmd-boss-clear = Esquecer quem é sua chefia
cmd-cmad-about = O que é este bot, e de onde vem o dia

cmd-campaign = Configurar e cuidar do Community Manager Appreciation Day neste servidor
cmd-campaign-setup = Configurar o dia aqui, ou mudar a configuração
cmd-setup-channel = O canal em que a campanha é publicada
cmd-setup-timezone = Uma cidade ou fuso horário, por exemplo Recife ou America/Sao_Paulo
cmd-setup-hour = A hora das etapas que normalmente saem às 9 ou às 10, de 0 a 16
cmd-setup-manager-role = Quem tem este cargo está na lista de community managers
cmd-setup-admin-channel = Um canal privado para os avisos; sem ele, vão para você
cmd-setup-theme = Uma linha sua que aparece em cada publicação
cmd-setup-posts = Onde publicar os agradecimentos públicos: aqui, onde são dados, ou no canal da campanha
posts-here = aqui, onde são dados
posts-campaign_channel = canal da campanha
cmd-setup-language = O idioma das publicações
cmd-campaign-status = Como está a campanha: cada etapa, o total até agora, o que precisa da sua atenção
cmd-campaign-doctor = Procurar o que pode dar errado, antes que dê
cmd-campaign-preview = Ver uma publicação como ela sairia; ninguém mais vê
cmd-preview-step = Qual publicação
cmd-campaign-steps = Ver o plano; mover uma etapa, ligar ou desligar
cmd-steps-step = Qual etapa
cmd-steps-on = Ligar ou desligar a etapa
cmd-steps-days = Dias a partir do dia: -7 é uma semana antes, 1 o dia seguinte
cmd-steps-time = A hora local, por exemplo 10:30
cmd-steps-reset = Devolver a etapa ao padrão
cmd-campaign-hashtag = Ligar ou desligar a hashtag #CMAD, e dizer onde ela conta
cmd-hashtag-switch = Ligada ou desligada
cmd-switch-on = Ligada
cmd-switch-off = Desligada
cmd-campaign-pause = Parar publicações e mensagens até você retomar
cmd-campaign-resume = Retomar uma campanha pausada

cmd-roster = Os community managers que podem receber agradecimentos aqui
cmd-roster-add = Colocar alguém na lista; perguntamos à pessoa se aceita
cmd-roster-member = Quem
cmd-roster-remove = Tirar alguém da lista
cmd-roster-list = Quem está na lista, e quem aceitou

step-roster-check = Conferência da lista
step-announce = Anúncio
step-countdown = Contagem regressiva
step-eve = A véspera
step-day = O dia
step-last-call = Última chamada
step-breathe = Pare e respire
step-recap = Resumo
step-digest = Digests
step-close = Encerramento
