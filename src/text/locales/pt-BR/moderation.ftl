# Veja ../en/moderation.ftl.

cmd-cmad-scorecard = Nossa startup precisa de um community manager? Uma ficha com motivos a favor e contra

scorecard-intro =
    ## Uma startup precisa de um community manager?
    Uma ficha informal, do ponto de vista de quem funda. Marque o que é verdade para você: cada motivo a favor conta +1, cada motivo contra −1, e uma direção que não quer ouvir −2. Ninguém mais vê, e nada dela é guardado.
scorecard-pick-for = Motivos a favor
scorecard-pick-against = Motivos contra
scorecard-sum = **Soma: { $sum }**
scorecard-speaks-for = A favor de um community manager:
scorecard-speaks-against = Contra, ou contra por enquanto:
scorecard-no-verdict = Não existe um número a partir do qual a resposta seja sim. Olhe o que você marcou e converse sobre isso com sua equipe.
scorecard-reason-product-talk = Há uma conversa animada sobre nosso produto
scorecard-reason-lifestyle-talk = Há uma conversa animada sobre o estilo de vida em torno dele
scorecard-reason-online-product = Nosso produto é online
scorecard-reason-direct-feedback = Queremos opiniões diretas
scorecard-reason-outside-developers = O desenvolvimento por terceiros faz parte do nosso modelo de negócio
scorecard-reason-rival-community = A concorrência tem uma comunidade
scorecard-reason-mass-adoption = Nosso produto está pronto para o grande público
scorecard-reason-rival-has-one = A concorrência tem um community manager
scorecard-reason-questions = A clientela bate à porta com perguntas
scorecard-reason-asked-for = A clientela pede um community manager
scorecard-reason-stealth = Ainda trabalhamos em segredo
scorecard-reason-small-enough = A equipe é tão pequena que todo mundo pode participar
scorecard-reason-no-interaction = Ninguém interage com nosso produto
scorecard-reason-everyone-speaks = Toda a equipe pode falar com a clientela
scorecard-reason-no-lifestyle-talk = Ninguém conversa online sobre o estilo de vida
scorecard-reason-all-hands = O produto vai mal e precisa de todas as mãos
scorecard-reason-supports-itself = Nossa comunidade se ajuda sozinha, em 95% ou mais
scorecard-reason-unprepared = A direção não está preparada para aceitar o que a comunidade diz (−2)

cmd-nominate = Dizer aos admins quem deveria estar na lista de community managers
cmd-nominate-member = Quem você indica
cmd-nominate-reason = O que essa pessoa faz por quem está aqui; os admins leem
cmd-roster-nominations = Quem foi indicado para a lista; coloque na lista, ou recuse

button-nominate = Indicar
button-my-nominations = Minhas indicações
button-nomination-accept = Colocar na lista
button-nomination-decline = Recusar
nominate-form-title = Indicar um community manager
nominate-form-member = Quem você indica?
nominate-form-member-help = Alguém que cuida das pessoas aqui, seja qual for a função.
nominate-form-reason = Por quê?
nominate-form-reason-help = O que essa pessoa faz por quem está aqui? Os admins deste servidor leem, com seu nome.
nominate-done = Agradecemos. Sua indicação (**{ $name }**) chegou aos admins, e a decisão é deles. Quando decidirem, você recebe uma mensagem direta.
nominate-no-reason = Uma indicação precisa de um motivo: o que essa pessoa faz por quem está aqui?
nominate-not-a-member = **{ $name }** não é membro deste servidor.
nominate-bot = **{ $name }** é um bot. Só pessoas podem estar na lista.
nominate-on-roster = **{ $name }** já está na lista. Agradeça com `/thank`!
nominate-left-out = **{ $name }** pediu para ficar de fora do #CMAD.
nominate-twice = Você já indicou **{ $name }** antes. Uma vez basta: os admins leram, ou vão ler.
nominate-too-many = { $limit } indicações suas esperam pelos admins, e mais do que isso não é aceito de uma vez. Tente de novo quando eles responderem a uma.
nominations-none = Ninguém está indicado no momento. Qualquer membro pode indicar alguém com `/nominate`.
nominations-none-of-yours = Você não indicou ninguém aqui. Use `/nominate` para isso.
nominations-head = { $n ->
    [one] **Uma indicação** espera sua resposta.
   *[other] **{ $n } indicações** esperam sua resposta.
}
nominations-one = **{ $name }** (<@{ $member }>), por indicação de <@{ $nominator }> em { $when }:
nominations-more = -# E mais { $n }. Responda a algumas destas para ver as outras.
nomination-line = - **{ $name }**: { $state }
nomination-is-open = à espera dos admins
nomination-is-accepted = na lista
nomination-is-declined = recusada
nomination-only-admins = Só membros com a permissão “Gerenciar servidor” podem responder a uma indicação.
nomination-over = Esta indicação já foi respondida.
nomination-has-left = **{ $name }** (<@{ $member }>) não é mais membro deste servidor. Recuse a indicação, ou espere a pessoa voltar.
nomination-invited = **{ $name }** (<@{ $member }>) está na lista e pode receber agradecimentos. Uma mensagem direta pergunta se a pessoa aceita, e quem indicou fica sabendo.
nomination-already = **{ $name }** (<@{ $member }>) já estava na lista. Quem indicou fica sabendo.
nomination-left-out = **{ $name }** (<@{ $member }>) prefere não participar. A indicação está encerrada, e quem a fez fica sabendo que ela foi recusada.
nomination-declined = Recusada. Quem indicou **{ $name }** fica sabendo, com suas palavras se você escreveu alguma. Ninguém mais.
nomination-decline-title = Recusar uma indicação
nomination-decline-answer = Um motivo gentil, se quiser
nomination-decline-answer-help = Quem indicou recebe isto em uma mensagem direta.
note-nominated-title = Alguém foi indicado
note-nominated = <@{ $nominator }> gostaria de ver **{ $name }** (<@{ $member }>) na lista de community managers, porque:
note-nominated-means = Se você colocar a pessoa na lista, perguntamos a ela se aceita. `/roster nominations` mostra todas as indicações que esperam.
note-nomination-accepted = Agradecemos por indicar **{ $name }** em { $server }. A pessoa está na lista agora, e pode receber agradecimentos.
note-nomination-declined = Agradecemos por indicar **{ $name }** em { $server }. Os admins decidiram não colocar a pessoa na lista.
note-nomination-answer = Os admins escreveram:
send-nominated = uma indicação

cmd-hashtag-channels = Em quais canais ela conta; depois vem um menu de canais
channels-everywhere = Em todo lugar
channels-only = Só em alguns canais
channels-except = Em todo lugar, menos em alguns canais
hashtag-pick-only = Em quais canais a hashtag conta? Em todos os outros, está desligada. Um tópico conta como um canal próprio.
hashtag-pick-except = Em quais canais a hashtag está **desligada**? Em todos os outros, ela conta. Um tópico conta como um canal próprio.
hashtag-pick = Canais
hashtag-heard-everywhere = Ela conta em todos os canais que o bot pode ver.
hashtag-heard-only = Ela conta só em { $channels }.
hashtag-heard-except = Ela conta em todos os canais, menos em { $channels }.
why-hashtag-not-here = Nesse canal a hashtag está desligada. Mencione a mim e à pessoa a quem você agradece, ou use `/thank`.

cmd-campaign-hide = Ocultar um agradecimento: não conta em lugar nenhum, e quem escreveu pode ver que está oculto
cmd-campaign-restore = Fazer um agradecimento oculto contar de novo
cmd-moderate-message = Um link para a mensagem; sem ele vem uma lista
cmd-campaign-export = Todos os agradecimentos em um arquivo para planilhas; palavras só onde são públicas
moderate-no-link = Isso não é um link de mensagem. Clique na mensagem com o botão direito → **Copiar link da mensagem**. Sem link, vem uma lista para escolher.
moderate-nothing-there = Nenhum agradecimento veio dessa mensagem. Sem link, vem uma lista para escolher.
moderate-hidden = { $n ->
    [one] **Oculto.** Não conta
   *[other] **{ $n } ocultos.** Não contam
  } em lugar nenhum: nem no digest, nem no resumo, nem nos totais. O que o bot publicou é removido. Quem escreveu vê isso em `/cmad mine` e `/cmad why`.
moderate-restored = { $n ->
    [one] **Restaurado.**
   *[other] **{ $n } restaurados.**
  } O que não foi retirado nesse meio-tempo conta de novo, e é publicado de novo se era público.
moderate-nothing-to-hide = Não há nada a ocultar: já está oculto, ou foi retirado.
moderate-nothing-to-restore = Não há nada a restaurar: não está oculto.
moderate-none-counted = Nenhum agradecimento conta ainda nesta campanha.
moderate-none-hidden = Nenhum agradecimento está oculto nesta campanha.
moderate-list-hide = { $n ->
    [one] O último agradecimento desta campanha.
   *[other] Os últimos { $n } agradecimentos desta campanha, do mais novo ao mais antigo.
  } Você só vê as palavras que todos podem ver.
moderate-list-restore = { $n ->
    [one] Há um agradecimento oculto.
   *[other] Os últimos { $n } agradecimentos ocultos, do mais novo ao mais antigo.
  }
moderate-pick-hide = Escolha o que ocultar
moderate-pick-restore = Escolha o que restaurar
moderate-unnamed = um membro ({ $code })
moderate-only-counted = (removido)
moderate-line = - { $giver } → **{ $manager }**, { $when } ({ $state }){ $has ->
    [words] : { $words }
   *[nothing] { "" }
  }
moderate-is-counted = conta
moderate-is-withdrawn = retirado
moderate-is-hidden = oculto
export-nothing = Não há agradecimentos na campanha de { $year }.
export-done = Todos os agradecimentos da campanha de { $year }: { $n }. As palavras só aparecem onde são públicas. Quem agradeceu sem nome aparece com um código, um por agradecimento. Por favor, cuide do arquivo como essas palavras merecem.
export-column-giver = Quem agradece
export-column-giver-id = ID de quem agradece
export-column-manager = Community manager
export-column-manager-id = ID do community manager
export-column-date = Data
export-column-state = Situação
export-column-words = Palavras

refused-young-account = Para um agradecimento contar, a conta precisa ter pelo menos { $limit ->
    [one] um dia
   *[other] { $limit } dias
  }. A sua é mais nova; volte mais tarde, por favor.
refused-new-member = Para um agradecimento contar, é preciso estar aqui há pelo menos { $limit ->
    [one] um dia
   *[other] { $limit } dias
  }. Você está há menos tempo; volte mais tarde, por favor.
refused-same-words = Você já agradeceu a **{ $name }** com as mesmas palavras, então conta uma só vez. O que você disse primeiro fica.
refused-gone = Você disse isso antes de apagar seus dados, ou a mensagem foi excluída, então não guardo. Diga de novo e vai contar.
refused-ignored = Você pediu para eu ignorar suas mensagens. `/thank` continua funcionando, e **Parar de ignorar minhas mensagens** em `/cmad privacy` traz o resto de volta.
