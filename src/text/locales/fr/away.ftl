# Ce qui s’est dit pendant l’absence du bot, et n’a pas pu être lu.
report-unread = **Je n’ai pas pu lire ce qui s’est dit pendant mon absence dans { $count ->
        [one] un salon
       *[other] { $count } salons
    }.** { $channels }{ $more ->
        [0] {""}
        [one] {" "}et un autre
       *[other] {" "}et { $more } autres
    }. Il peut y manquer des remerciements. Donne-moi **Voir les anciens messages** dans ces salons, et la prochaine fois je les retrouverai. Ce qui manque peut encore compter : la personne qui l’a écrit fait un clic droit sur le message et choisit **Applications**, **{ cmd-save-message }**.
status-report-unread = - Ce qui s’est dit dans { $count ->
        [one] un salon
       *[other] { $count } salons
    } pendant l’absence du bot n’a pas pu être lu : il y manque « Voir les anciens messages ».
