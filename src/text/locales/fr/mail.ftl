# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Il n’y a rien ici
web-not-found = Cette adresse ne mène nulle part. Si vous venez d’un e-mail, le lien a peut-être été coupé : ouvrez-le encore une fois depuis l’e-mail, ou écrivez à la personne qui vous l’a envoyé.

# The commands' options: 100 characters at most.
cmd-boss-email = L’adresse e-mail de ta hiérarchie, si les copies peuvent y aller ; toi seul·e la vois
cmd-boss-reply-to = Où vont les réponses de ta hiérarchie ; sans cela, l’e-mail ne donne aucune adresse à toi

# What a manager is told when they name a boss's address, and when they want to send a copy there.
boss-bad-address = « { $address } » n’est pas une adresse e-mail que je peux utiliser. Écris-la comme `quelquun@example.org`, sans nom à côté. Rien n’a été changé.
boss-reply-alone = Une adresse pour les réponses demande aussi celle de ta hiérarchie : `/cmad boss set email:… reply_to:…`. Rien n’a été changé.
boss-mail-off = Je ne peux pas envoyer d’e-mails ici : la personne qui me fait tourner ne l’a pas configuré. Je n’ai donc pas gardé l’adresse, et rien n’a été changé. **Copie à ma hiérarchie** te donne les fichiers à transférer ; si ta ou ton responsable est membre, un message privé est possible : `/cmad boss set member:@nom`.
boss-mail-domain = La personne qui me fait tourner n’a pas autorisé les e-mails vers **{ $domain }**. Je n’ai donc pas gardé l’adresse, et rien n’a été changé. Demande-lui de l’ajouter ; d’ici là, **Copie à ma hiérarchie** te donne les fichiers à transférer.
boss-mail = Les copies partent **par e-mail à { $to }**, en ton nom, depuis { $from }. Là-bas, personne n’en sait rien avant qu’une copie parte.
boss-mail-answers = Les réponses vont à **{ $to }**.
boss-mail-no-answers = L’e-mail ne donne aucune adresse à toi ; `reply_to` en ajoute une pour les réponses.
boss-mail-and-member = { $boss } ne reçoit pas de deuxième copie. Seulement si aucun e-mail ne peut plus y aller, la copie arrive à la place en message privé.
copy-preview-mail = Voici l’e-mail qui part **à { $to }**, en ton nom, depuis { $from }. Rien n’est encore envoyé.
mail-head-from = De :
mail-head-to = À :
mail-head-reply-to = Répondre à :
mail-head-subject = Objet :
mail-head-attached = Joint :
mail-head-nobody = personne : l’e-mail ne donne aucune adresse de toi
mail-head-nothing = rien
mail-preview-whole = { $file } est l’e-mail tel qu’il part, { $page } sa page. Seule l’adresse derrière « Ne plus en recevoir » y est cachée : elle n’appartient qu’à la personne qui le reçoit.
mail-preview-cut = Le texte continue dans les fichiers.
copy-mail-off = Je ne peux pas envoyer d’e-mails : la personne qui me fait tourner ne l’a pas configuré. Voici les fichiers à transférer toi-même, avec seulement ce que les auteurs permettent.
copy-mail-domain = La personne qui me fait tourner n’a pas autorisé les e-mails vers ce domaine, donc rien n’a été envoyé. Voici les fichiers à transférer toi-même, avec seulement ce que les auteurs permettent.
copy-mail-limit = Ce serveur a envoyé aujourd’hui autant d’e-mails qu’il le peut, donc rien n’a été envoyé. Réessaie demain, ou transfère toi-même les fichiers : les voici.
copy-mail-unmade = Je n’ai pas pu en faire une copie, et c’est une erreur de ma part ; rien n’a été envoyé. Voici les fichiers à transmettre toi-même, avec seulement ce que leurs auteurs permettent.
note-copy-trouble-title = La copie pour ta hiérarchie
note-copy-trouble-unknown = **On ne peut pas savoir si elle est arrivée.** Le serveur de messagerie avait l’e-mail, ou peut-être, et n’a pas répondu. Pour que personne ne le reçoive deux fois, je ne le renvoie pas. Demande, ou transfère les fichiers depuis ton bureau.
note-copy-trouble-refused = **Elle n’est pas arrivée.** Le serveur de messagerie la refuse : l’adresse contient peut-être une erreur, ou rien de ma part n’y est accepté. `/cmad boss set` change l’adresse ; les fichiers à transférer sont sur ton bureau.
note-copy-trouble-given-up = **Elle n’est pas arrivée.** J’ai essayé pendant trois jours, et le serveur de messagerie ne l’a pas acceptée. Les fichiers à transférer sont sur ton bureau, et tu peux la renvoyer de là.
note-copy-trouble-closed = **Elle n’est pas arrivée.** Discord n’accepte pas de message privé de ma part pour cette personne : ils sont peut-être fermés, ou elle a quitté le serveur. Les fichiers à transférer sont sur ton bureau ; `/cmad boss set` indique une autre voie.
note-copy-trouble-unmade = **Elle n’a pas été envoyée.** Je n’ai pas pu faire une copie de ta page, et c’est une erreur de ma part ; la personne qui m’héberge la trouvera dans le journal. Les fichiers qui ont pu être faits sont sur ton bureau, à transférer, et tu peux la renvoyer de là.
note-copy-trouble-light = **Elle a été envoyée sans son PDF ni son image.** En les créant, mon programme a été arrêté deux fois, sans doute par manque de mémoire. La page elle-même est complète. Les fichiers à transférer sont sur ton bureau.
note-copy-trouble-unseen = **On ne peut pas savoir si elle est arrivée.** Discord n’a pas répondu, et je ne peux pas regarder. Pour que personne ne la reçoive deux fois, je ne la renvoie pas. Demande, ou transfère les fichiers depuis ton bureau.

# The mail, around the digest.
mail-intro = { $manager } s’occupe de la communauté { $server } et souhaite vous montrer cette page : pour le Community Manager Appreciation Day { $year }, ses membres pouvaient dire merci.
mail-why = Vous recevez cet e-mail parce que { $manager } a indiqué votre adresse et choisi que vous receviez cette page. C’est le bot de { $server } qui l’a envoyé ; il ne vous envoie rien que { $manager } n’ait choisi.
mail-answers = Votre réponse va à { $manager }.
mail-no-answers = Merci de ne pas répondre à cet e-mail, car personne ne le lit ; { $manager } sera content·e d’avoir de vos nouvelles autrement.
mail-no-more-page = Ne plus en recevoir : un clic, et c’est durable
mail-no-more-write = Ne plus en recevoir ? Écrivez à { $operator } en mettant cette ligne dans votre e-mail : { $line }

# The page on which its reader says that they want no more.
web-no-more-title = Ne plus en recevoir ?
web-no-more-ask = { $who ->
    [known] Vous avez reçu un e-mail avec une page de remerciements, parce que { $manager } de { $server } souhaitait vous la montrer.
   *[unknown] Vous avez reçu un e-mail avec une page de remerciements, parce que quelqu’un souhaitait vous la montrer.
}
web-no-more-means = Si vous appuyez sur le bouton, ce bot ne vous envoie plus rien à ce sujet, les années suivantes non plus, peu importe qui le demande. Seule une empreinte chiffrée de votre adresse est gardée pour cela, jamais l’adresse elle-même.
web-no-more-button = Ne m’en envoie plus
web-no-more-all-button = Ne m’envoie plus aucun e-mail, quel qu’en soit le sujet
web-no-more-done-title = C’est fait
web-no-more-done = { $who ->
    [known] Vous ne recevrez plus rien sur { $manager } de { $server } de la part de ce bot. C’est durable ; vous n’avez rien d’autre à faire.
   *[unknown] Vous ne recevrez plus rien à ce sujet de la part de ce bot. C’est durable ; vous n’avez rien d’autre à faire.
}
web-no-more-done-all = Vous ne recevrez plus aucun e-mail de ce bot, quel qu’en soit le sujet. C’est durable ; vous n’avez rien d’autre à faire.
