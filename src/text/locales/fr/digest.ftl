# Voir ../en/digest.ftl.

digest-title = { $manager } · Community Manager Appreciation Day { $year }
digest-eyebrow = Community Manager Appreciation Day · { $date }
digest-update = Mise à jour { $revision } de cette page : quelque chose a été ajouté, changé ou retiré depuis la dernière.
digest-yours = Personne d’autre que toi ne voit cette page. Personne d’autre ne la reçoit, sauf si tu la transmets, et ce qui est marqué « rien que pour toi » ou « masqué par toi » ne part jamais avec.
digest-headline = { $people ->
    [0] Personne n’a encore écrit à { $manager } pour le Community Manager Appreciation Day { $year }
    [one] Une personne a remercié { $manager } lors du Community Manager Appreciation Day { $year }
   *[other] { $people } personnes ont remercié { $manager } lors du Community Manager Appreciation Day { $year }
}
digest-ask = Répondez à { $manager } aujourd’hui : une phrase suffit.
digest-about = { $role ->
    [some] { $manager } ({ $roles }) prend soin de { $server }, une communauté sur la messagerie Discord.
   *[none] { $manager } prend soin de { $server }, une communauté sur la messagerie Discord.
}
digest-about-words = Voici les mots de ses membres.
digest-cares = Ce qui tient à cœur à { $manager } : « { $cares } ».
digest-none = C’est tout ce que cette page peut dire, et elle ne dit rien du travail. Beaucoup de gens sont reconnaissants sans l’écrire, et cette journée est nouvelle pour la plupart.
digest-none-do = { $audience ->
    [manager] Les mercis comptent jusqu’à la clôture de la campagne. Si quelqu’un t’a dit merci ailleurs, cette personne peut l’écrire ici avec /thank.
   *[boss] Si { $manager } vous a rendu service, aujourd’hui est un bon jour pour écrire une phrase. Elle vaut plus qu’un chiffre sur une page.
}

digest-testimonials = Avec leurs mots
digest-numbers = En chiffres
digest-wrote = { $shape ->
    [each] { $people } personnes ont écrit
   *[more] { $people } personnes ont écrit { $messages } messages
}
digest-wrote-only = { $wrote }.
digest-wrote-since = { $wrote } ; la plus récente est arrivée { $newest }, la plus ancienne { $longest }.
digest-ago = { $unit ->
    [week] la même semaine
    [weeks] { $count ->
        [one] il y a { $count } semaine
       *[other] il y a { $count } semaines
    }
    [months] il y a { $count } mois
   *[years] { $count ->
        [one] il y a { $count } an
       *[other] il y a { $count } ans
    }
}
digest-wrote-first = { $count ->
    [one] Pour { $count } d’entre elles, c’était la première fois.
   *[other] Pour { $count } d’entre elles, c’était la première fois.
}

digest-chart-days = Les mercis par jour
digest-chart-years = Année par année
digest-chart-days-summary = { $on_day } sur { $messages } le jour même, le { $date }.
digest-chart-days-other = { $count ->
    [one] { $count } de plus est venu à un autre moment de l’année.
   *[other] { $count } de plus sont venus à d’autres moments de l’année.
}
digest-chart-bar = { $date } : { $count }
digest-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
digest-chart-years-summary = { $this } : { $people }, { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}. { $earlier } : { $earlier_people }, { $earlier_messages ->
    [one] { $earlier_messages } message
   *[other] { $earlier_messages } messages
}.
digest-what-for = Les raisons de ces mercis
digest-what-for-row = { $what } : { $people }
digest-what-for-note = Compté par personne ; tout le monde n’a pas dit pourquoi.

digest-do = { $audience ->
    [manager] Ce qu’on demandera à ta hiérarchie
   *[boss] Ce que vous pouvez faire
}
digest-do-row = **{ $title }.** { $text }
digest-do-answer = Répondre à { $manager } aujourd’hui
digest-do-answer-text = Une phrase suffit : dites que vous avez lu cette page, et ce qui vous a frappé.
digest-do-post = Le dire là où d’autres le voient
digest-do-post-text = Le { $day }, c’était le Community Manager Appreciation Day, et des personnes de { $server } ont pris le temps de remercier { $manager }. { $quotes ->
    [0] Je tiens à ajouter mes propres remerciements : une communauté vit parce que quelqu’un en prend soin, chaque jour de l’année.
   *[other] J’ai lu ce qu’elles ont écrit, et je tiens à ajouter mes propres remerciements : une communauté vit parce que quelqu’un en prend soin, chaque jour de l’année.
} Merci, { $manager }. #CMAD
digest-do-day = Offrir une journée de formation
digest-do-day-text = Une journée de temps de travail pour un cours, une conférence ou une rencontre avec d’autres community managers.
digest-do-day-link = L’inscrire au calendrier : { $date }
digest-do-day-file = { $file } l’inscrit au calendrier : { $date }.
digest-do-day-move = La date n’est qu’une proposition : déplacez-la à votre convenance.
development-day = Journée de formation pour { $manager }
development-day-why = Des personnes de { $server } ont remercié { $manager } lors du Community Manager Appreciation Day { $year }.

digest-quotes = { $count ->
    [one] L’unique message, mot pour mot
   *[other] Les { $count } messages, mot pour mot
}
digest-quotes-shown = { $count ->
    [one] Un message, mot pour mot
   *[other] { $count } messages, mot pour mot
}
digest-counted-only = { $count ->
    [one] { $count } autre message compte aussi, mais ses mots ne sont pas destinés à cette page.
   *[other] { $count } autres messages comptent aussi, mais leurs mots ne sont pas destinés à cette page.
}
digest-counted-all = { $count ->
    [one] Le message compte, mais ses mots ne sont pas destinés à cette page.
   *[other] Les messages comptent, mais leurs mots ne sont pas destinés à cette page.
}
digest-added = Ajouté par { $manager }, non vérifié
digest-member = Un membre
digest-without-words = A remercié sans autres mots.
digest-someone = quelqu’un
digest-channel = salon
digest-role = rôle
digest-page-customize = Salons et rôles
digest-page-browse = Parcourir les salons
digest-page-guide = Guide du serveur
digest-page-linked-roles = Rôles liés
digest-link = lire sur Discord
digest-kept-private = rien que pour toi
digest-kept-not-asked = pas encore demandé : rien que pour toi
digest-kept-unseen = attend que tu le regardes
digest-kept-hidden = masqué par toi
digest-kept-shortened = transmis en plus court

digest-how = Comment ceci a été recueilli
digest-how-collected = Autour du { $date }, les membres de { $server } ont pu écrire un merci aux personnes qui prennent soin de la communauté. Les mots ne sont transmis que comme l’ont choisi les personnes qui les ont écrits, avec ou sans nom. Rien n’a été reformulé ni noté.
digest-how-shortened = Là où { $manager } a raccourci un message, il finit par « … ».
digest-how-counted = Plusieurs messages sous un même nom comptent pour une personne.
digest-how-object = Les personnes qui ont écrit peuvent changer ou retirer leurs mots sur Discord avec /cmad mine, jusqu’à la clôture de la campagne{ $when ->
    [known] , le { $closes }
   *[unknown] { "" }
}.{ $audience ->
    [manager] { "" }
   *[boss] {" "}Si vous ne souhaitez plus recevoir de telles pages, dites-le à { $manager }, et il n’y en aura plus.
}
digest-how-not-a-score = Ceci est un merci, pas une évaluation. Veuillez ne pas vous en servir pour comparer des personnes.
digest-sentence-by = { $manager }
digest-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
digest-more-pdf = { $count ->
    [one] et { $count } autre dans le PDF joint
   *[other] et { $count } autres dans le PDF joint
}
