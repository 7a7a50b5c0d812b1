# Voir ../en/moderation.ftl.

cmd-cmad-scorecard = Notre start-up a-t-elle besoin d’un community manager ? Une fiche de pour et de contre

scorecard-intro =
    ## Une start-up a-t-elle besoin d’un community manager ?
    Une fiche informelle, du point de vue des fondateurs et fondatrices. Coche ce qui est vrai pour toi : chaque raison pour compte +1, chaque raison contre −1, et une direction qui ne veut pas écouter −2. Personne d’autre ne la voit, et rien n’en est gardé.
scorecard-pick-for = Les raisons pour
scorecard-pick-against = Les raisons contre
scorecard-sum = **Somme : { $sum }**
scorecard-speaks-for = En faveur d’un community manager :
scorecard-speaks-against = Contre, ou contre pour l’instant :
scorecard-no-verdict = Il n’y a pas de nombre à partir duquel la réponse est oui. Regarde ce que tu as coché, et parlez-en.
scorecard-reason-product-talk = On parle beaucoup de notre produit
scorecard-reason-lifestyle-talk = On parle beaucoup du mode de vie qui l’entoure
scorecard-reason-online-product = Notre produit est en ligne
scorecard-reason-direct-feedback = Nous voulons des retours directs
scorecard-reason-outside-developers = Le développement par des tiers fait partie de notre modèle économique
scorecard-reason-rival-community = La concurrence a une communauté
scorecard-reason-mass-adoption = Notre produit est prêt pour le grand public
scorecard-reason-rival-has-one = La concurrence a un community manager
scorecard-reason-questions = La clientèle frappe à la porte avec des questions
scorecard-reason-asked-for = La clientèle demande un community manager
scorecard-reason-stealth = Nous travaillons encore en secret
scorecard-reason-small-enough = Nous sommes assez peu pour que tout le monde participe
scorecard-reason-no-interaction = Personne n’interagit avec notre produit
scorecard-reason-everyone-speaks = Toute l’équipe peut parler avec la clientèle
scorecard-reason-no-lifestyle-talk = Personne ne parle du mode de vie en ligne
scorecard-reason-all-hands = Le produit va mal et a besoin de tous les bras
scorecard-reason-supports-itself = Notre communauté s’entraide toute seule, à 95 % ou plus
scorecard-reason-unprepared = La direction n’est pas prête à entendre les retours de la communauté (−2)

cmd-nominate = Dire aux admins qui devrait être sur la liste des community managers
cmd-nominate-member = Qui tu proposes
cmd-nominate-reason = Ce que cette personne fait pour les gens ici ; les admins le lisent
cmd-roster-nominations = Les propositions pour la liste ; mettre sur la liste, ou refuser

button-nominate = Proposer son nom
button-my-nominations = Mes propositions
button-nomination-accept = Mettre sur la liste
button-nomination-decline = Refuser
nominate-form-title = Proposer un community manager
nominate-form-member = Qui proposes-tu ?
nominate-form-member-help = Quelqu’un qui prend soin des gens ici, quelle que soit sa fonction.
nominate-form-reason = Pourquoi ?
nominate-form-reason-help = Que fait cette personne pour les gens ici ? Les admins de ce serveur le lisent, avec ton nom.
nominate-done = Merci. Tu as proposé **{ $name }** ; les admins le savent et décideront. Tu recevras un message privé à ce moment-là.
nominate-no-reason = Une proposition a besoin d’une raison : que fait cette personne pour les gens ici ?
nominate-not-a-member = **{ $name }** n’est pas membre de ce serveur.
nominate-bot = **{ $name }** est un bot. Seules des personnes peuvent être sur la liste.
nominate-on-roster = **{ $name }** est déjà sur la liste. Dis-lui merci avec `/thank` !
nominate-left-out = **{ $name }** a demandé à rester en dehors de #CMAD.
nominate-twice = Tu as déjà proposé **{ $name }**. Une fois suffit : les admins l’ont lu, ou le liront.
nominate-too-many = { $limit } propositions de toi attendent les admins, et on n’en prend pas plus à la fois. Réessaie quand l’une d’elles aura une réponse.
nominations-none = Il n’y a aucune proposition en ce moment. Chaque membre peut proposer quelqu’un avec `/nominate`.
nominations-none-of-yours = Tu n’as proposé personne ici. C’est possible avec `/nominate`.
nominations-head = { $n ->
    [one] **Une proposition** attend ta réponse.
   *[other] **{ $n } propositions** attendent ta réponse.
}
nominations-one = **{ $name }** (<@{ $member }>), sur proposition de <@{ $nominator }>, le { $when } :
nominations-more = -# Et { $n } de plus. Réponds à quelques-unes de celles-ci pour les voir.
nomination-line = - **{ $name }** : { $state }
nomination-is-open = attend les admins
nomination-is-accepted = sur la liste
nomination-is-declined = refusée
nomination-only-admins = Seuls les membres avec la permission « Gérer le serveur » peuvent répondre à une proposition.
nomination-over = Cette proposition a déjà une réponse.
nomination-has-left = **{ $name }** (<@{ $member }>) n’est plus membre de ce serveur. Refuse la proposition, ou attends son retour.
nomination-invited = **{ $name }** (<@{ $member }>) est sur la liste et peut recevoir des mercis. Un message privé lui demande son accord, et la personne à l’origine de la proposition est prévenue.
nomination-already = **{ $name }** (<@{ $member }>) était déjà sur la liste. La personne à l’origine de la proposition est prévenue.
nomination-left-out = **{ $name }** (<@{ $member }>) a demandé à rester en dehors. La proposition est close, et la personne qui l’a faite apprend qu’elle est refusée.
nomination-declined = Refusée. La personne qui a proposé **{ $name }** est prévenue, avec tes mots si tu en as écrit. Personne d’autre ne l’est.
nomination-decline-title = Refuser une proposition
nomination-decline-answer = Une raison aimable, si tu veux
nomination-decline-answer-help = La personne à l’origine de la proposition la reçoit dans un message privé.
note-nominated-title = Une proposition pour la liste
note-nominated = <@{ $nominator }> aimerait voir **{ $name }** (<@{ $member }>) sur la liste des community managers. Voici pourquoi :
note-nominated-means = Si tu mets cette personne sur la liste, on lui demande son accord. `/roster nominations` montre toutes les propositions qui attendent.
note-nomination-accepted = Merci d’avoir proposé **{ $name }** sur { $server }. Son nom est maintenant sur la liste, et on peut lui dire merci.
note-nomination-declined = Merci d’avoir proposé **{ $name }** sur { $server }. Les admins ont décidé de ne pas mettre son nom sur la liste.
note-nomination-answer = Les admins ont écrit :
send-nominated = une proposition

cmd-hashtag-channels = Dans quels salons il compte ; un menu de salons suit
channels-everywhere = Partout
channels-only = Seulement dans certains salons
channels-except = Partout sauf dans certains salons
hashtag-pick-only = Dans quels salons le hashtag compte-t-il ? Dans tous les autres, il est désactivé. Un fil compte comme un salon à part.
hashtag-pick-except = Dans quels salons le hashtag est-il **désactivé** ? Dans tous les autres, il compte. Un fil compte comme un salon à part.
hashtag-pick = Salons
hashtag-heard-everywhere = Il compte dans tous les salons que le bot peut voir.
hashtag-heard-only = Il compte seulement dans { $channels }.
hashtag-heard-except = Il compte dans tous les salons sauf { $channels }.
why-hashtag-not-here = Le hashtag est désactivé dans ce salon. Mentionne-moi avec la personne que tu remercies, ou utilise `/thank`.

cmd-campaign-hide = Masquer un merci : il ne compte plus, et la personne qui l’a écrit peut le voir
cmd-campaign-restore = Faire de nouveau compter un merci masqué
cmd-moderate-message = Un lien vers le message ; sans lien, une liste s’affiche
cmd-campaign-export = Tous les mercis dans un fichier pour tableur ; les mots seulement s’ils sont publics
moderate-no-link = Ce n’est pas un lien de message. Clic droit sur le message → **Copier le lien du message**. Sans lien, une liste s’affiche pour choisir.
moderate-nothing-there = Aucun merci n’est venu de ce message. Sans lien, une liste s’affiche pour choisir.
moderate-hidden = { $n ->
    [one] **Masqué.**
   *[other] **{ $n } sont masqués.**
  } Ce qui est masqué ne compte nulle part : ni dans le digest, ni dans le récapitulatif, ni dans les totaux. Ce que le bot en a publié est retiré. La personne qui l’a écrit le voit dans `/cmad mine` et `/cmad why`.
moderate-restored = { $n ->
    [one] **Rétabli.**
   *[other] **{ $n } sont rétablis.**
  } Ce qui n’a pas été retiré entre-temps compte de nouveau, et est republié si c’était public.
moderate-nothing-to-hide = Il n’y a rien à masquer : c’est déjà masqué, ou cela a été retiré.
moderate-nothing-to-restore = Il n’y a rien à rétablir : ce n’est pas masqué.
moderate-none-counted = Aucun merci ne compte encore dans cette campagne.
moderate-none-hidden = Aucun merci n’est masqué dans cette campagne.
moderate-list-hide = { $n ->
    [one] Le dernier merci de cette campagne.
   *[other] Les { $n } derniers mercis de cette campagne, le plus récent d’abord.
  } Tu ne vois les mots que là où tout le monde peut les voir.
moderate-list-restore = { $n ->
    [one] Un merci est masqué.
   *[other] Les { $n } derniers mercis masqués, le plus récent d’abord.
  }
moderate-pick-hide = Choisis quoi masquer
moderate-pick-restore = Choisis quoi rétablir
moderate-unnamed = un membre ({ $code })
moderate-only-counted = (supprimé)
moderate-line = - { $giver } → **{ $manager }**, { $when } ({ $state }){ $has ->
    [words] {" "}: { $words }
   *[nothing] { "" }
  }
moderate-is-counted = compte
moderate-is-withdrawn = retiré
moderate-is-hidden = masqué
export-nothing = Il n’y a pas de mercis dans la campagne { $year }.
export-done = Tous les mercis de la campagne { $year } : { $n }. Les mots n’y sont que là où ils sont publics. Les personnes sans nom y ont un code, un par merci. Merci de garder le fichier avec le soin que ces mots méritent.
export-column-giver = Personne qui remercie
export-column-giver-id = ID de la personne qui remercie
export-column-manager = Community manager
export-column-manager-id = ID du community manager
export-column-date = Date
export-column-state = État
export-column-words = Mots

refused-young-account = Les mercis comptent à partir de comptes qui ont au moins { $limit ->
    [one] un jour
   *[other] { $limit } jours
  }. Le tien est plus récent ; reviens plus tard, s’il te plaît.
refused-new-member = Les mercis comptent de la part de personnes qui sont ici depuis au moins { $limit ->
    [one] un jour
   *[other] { $limit } jours
  }. Tu es là depuis moins longtemps ; reviens plus tard, s’il te plaît.
refused-same-words = Tu as déjà dit merci à **{ $name }** avec les mêmes mots, donc cela compte une fois. Ce que tu as dit d’abord reste.
refused-gone = Tu l’as dit avant d’effacer tes données, ou le message a été supprimé, donc je ne le garde pas. Redis-le et cela comptera.
refused-ignored = Tu m’as demandé d’ignorer tes messages. `/thank` marche toujours, et **Ne plus ignorer mes messages** dans `/cmad privacy` rétablit le reste.
