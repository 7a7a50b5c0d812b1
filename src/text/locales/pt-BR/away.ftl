# O que foi dito enquanto o bot estava fora, e não pôde ser lido.
report-unread = **Não consegui ler o que foi dito enquanto eu estava fora em { $count ->
        [one] um canal
       *[other] { $count } canais
    }.** { $channels }{ $more ->
        [0] {""}
        [one] {" "}e mais um
       *[other] {" "}e mais { $more }
    }. Podem faltar agradecimentos que foram dados ali. Com **Ver histórico de mensagens** ali, da próxima vez eu os encontro. O que falta ainda pode contar: quem escreveu clica com o botão direito na mensagem e escolhe **Aplicativos**, **{ cmd-save-message }**.
status-report-unread = - Não foi possível ler o que foi dito em { $count ->
        [one] um canal
       *[other] { $count } canais
    } enquanto o bot estava fora: ali falta “Ver histórico de mensagens”.
