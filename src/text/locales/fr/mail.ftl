# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Il n’y a rien ici
web-not-found = Cette adresse ne mène nulle part. Si vous venez d’un e-mail, le lien a peut-être été coupé : ouvrez-le encore une fois depuis l’e-mail, ou écrivez à la personne qui vous l’a envoyé.

# The commands' options: 100 characters at most.
cmd-boss-email = L’adresse e-mail de ta hiérarchie, si les copies peuvent y aller ; personne d’autre ne la voit
cmd-boss-reply-to = Où vont les réponses de ta hiérarchie ; sans cela, l’e-mail ne donne aucune adresse de toi

# What a manager is told when they name a boss's address, and when they want to send a copy there.
boss-bad-address = « { $address } » n’est pas une adresse e-mail que je peux utiliser. Écris-la comme `quelquun@example.org`, sans nom à côté. Rien n’a été changé.
boss-reply-alone = Une adresse pour les réponses demande aussi celle de ta hiérarchie : `/cmad boss set email:… reply_to:…`. Rien n’a été changé.
boss-mail-off = Je ne peux pas envoyer d’e-mails ici : la personne qui gère ce bot ne l’a pas configuré. Je n’ai donc pas gardé l’adresse, et rien n’a été changé. **Copie à ma hiérarchie** te donne les fichiers à transférer ; si ta hiérarchie est membre, un message privé est possible : `/cmad boss set member:@nom`.
boss-mail-domain = La personne qui gère ce bot n’a pas autorisé les e-mails vers **{ $domain }**. Je n’ai donc pas gardé l’adresse, et rien n’a été changé. Demande-lui de l’ajouter ; d’ici là, **Copie à ma hiérarchie** te donne les fichiers à transférer.
boss-mail-server = La personne qui gère ce bot n’a pas autorisé les e-mails depuis ce serveur. Je n’ai donc pas gardé l’adresse, et rien n’a été changé. **Copie à ma hiérarchie** te donne les fichiers à transférer ; si ta hiérarchie est membre, un message privé est possible : `/cmad boss set member:@nom`.
boss-mail = Les copies partent **par e-mail à { $to }**, depuis { $from }. Rien n’y est envoyé avant la première copie.
boss-mail-answers = Les réponses vont à **{ $to }**.
boss-mail-no-answers = L’e-mail ne donne aucune adresse de toi ; `reply_to` en ajoute une pour les réponses.
boss-mail-and-member = { $boss } ne reçoit pas de deuxième copie. La copie n’arrive en message privé que si aucun e-mail ne peut plus être envoyé.
copy-preview-mail = Voici l’e-mail qui part **à { $to }**, depuis { $from }. Rien n’est encore envoyé.
mail-head-from = De :
mail-head-to = À :
mail-head-reply-to = Répondre à :
mail-head-subject = Objet :
mail-head-attached = Joint :
mail-head-nobody = personne : l’e-mail ne donne aucune adresse de toi
mail-head-nothing = rien
mail-preview-whole = { $file } est l’e-mail tel qu’il part, { $page } sa page. Seules les adresses derrière *Se désabonner* et pour répondre y sont masquées : elles n’appartiennent qu’à la personne qui le reçoit.
mail-preview-cut = Le texte continue dans les fichiers.
copy-mail-off = Je ne peux pas envoyer d’e-mails : la personne qui gère ce bot ne l’a pas configuré. Voici les fichiers à transférer, avec seulement ce que permettent les personnes qui ont écrit.
copy-mail-domain = La personne qui gère ce bot n’a pas autorisé les e-mails vers ce domaine, donc rien n’a été envoyé. Voici les fichiers à transférer, avec seulement ce que permettent les personnes qui ont écrit.
copy-mail-server = La personne qui gère ce bot n’a pas autorisé les e-mails depuis ce serveur, donc rien n’a été envoyé. Voici les fichiers à transférer, avec seulement ce que permettent les personnes qui ont écrit.
copy-mail-address = Ta phrase contient une adresse, et une copie par e-mail n’en accepte aucune, donc rien n’a été envoyé. Change la phrase, puis envoie la copie.
copy-too-few = Une copie demande les mots d’au moins deux personnes que ta hiérarchie peut lire, donc rien n’a été envoyé. Voici les fichiers à transférer, avec seulement ce que permettent les personnes qui ont écrit. On peut écrire une fois avec son nom et une fois sans, donc un message avec nom et un sans nom ne comptent pas pour deux personnes.
copy-waits = Une copie est prévue et attend jusqu’au { $when } : le nombre de copies par jour est limité. **Ne pas encore envoyer**, sur ton bureau, l’arrête.
copy-mail-unmade = Je n’ai pas pu créer de copie ; l’erreur vient de moi, et rien n’a été envoyé. Voici les fichiers à transférer, avec seulement ce que permettent les personnes qui ont écrit.
note-copy-trouble-title = La copie pour ta hiérarchie
note-copy-trouble-unknown = **Je ne peux pas savoir si elle est arrivée.** Le serveur de messagerie a peut-être accepté l’e-mail, mais ne l’a pas confirmé. Pour que personne ne le reçoive deux fois, je ne le renvoie pas. Demande à ta hiérarchie, ou transfère les fichiers depuis ton bureau.
note-copy-trouble-refused = **Elle n’est pas arrivée.** Le serveur de messagerie l’a refusée : l’adresse contient peut-être une erreur, ou rien de ma part n’y est accepté. `/cmad boss set` change l’adresse ; les fichiers à transférer sont sur ton bureau.
note-copy-trouble-given-up = **Elle n’est pas arrivée.** J’ai essayé pendant trois jours, et le serveur de messagerie ne l’a pas acceptée. Les fichiers à transférer sont sur ton bureau, et tu peux la renvoyer de là.
note-copy-trouble-closed = **Elle n’est pas arrivée.** Discord ne me laisse pas envoyer de message privé à cette personne : elle les a peut-être désactivés, ou elle a quitté le serveur. Les fichiers à transférer sont sur ton bureau ; avec `/cmad boss set`, tu peux indiquer un autre moyen.
note-copy-trouble-unmade = **Elle n’a pas été envoyée.** Je n’ai pas pu créer de copie de ta page ; l’erreur vient de moi, et la personne qui gère ce bot la trouvera dans le journal. Les fichiers qui ont pu être créés sont sur ton bureau, à transférer, et tu peux la renvoyer de là.
note-copy-trouble-waits = **Elle attend jusqu’au { $when }.** Le nombre de copies par jour est limité. Elle partira alors automatiquement ; **Ne pas encore envoyer**, sur ton bureau, l’arrête.
note-copy-trouble-too-few = **Elle n’a pas été envoyée.** Une copie demande les mots d’au moins deux personnes que ta hiérarchie peut lire, et il y en a moins maintenant. Les fichiers à transférer sont sur ton bureau. On peut écrire une fois avec son nom et une fois sans, donc un message avec nom et un sans nom ne comptent pas pour deux personnes.
note-copy-trouble-has-address = **Elle n’a pas été envoyée.** Ta phrase contient une adresse, et une copie par e-mail n’en accepte aucune. Change la phrase sur ton bureau, et envoie la copie de là.
note-copy-trouble-light = **Elle a été envoyée sans son PDF ni son image.** En les créant, mon programme a été arrêté, sans doute par manque de mémoire. La page elle-même est complète. Les fichiers à transférer sont sur ton bureau.
note-copy-trouble-unseen = **Je ne peux pas savoir si elle est arrivée.** Discord n’a pas répondu, et je ne peux pas vérifier. Pour que personne ne la reçoive deux fois, je ne la renvoie pas. Demande à ta hiérarchie, ou transfère les fichiers depuis ton bureau.

# The mail, around the digest.
mail-why = Vous recevez cet e-mail parce que { $manager } a indiqué votre adresse et choisi de vous envoyer cette page. C’est le bot de { $server } qui l’a envoyé ; il ne vous envoie rien que { $manager } n’ait choisi.
mail-answers = Votre réponse va à { $manager }.
mail-no-answers = Merci de ne pas répondre à cet e-mail : personne ne lit les réponses. { $manager } aura plaisir à avoir de vos nouvelles autrement.
mail-no-more-page = Se désabonner : un clic, et c’est définitif
mail-no-more-write = Pour vous désabonner, écrivez à { $operator } en mettant cette ligne dans votre e-mail : { $line }

# The page on which its reader says that they want no more.
web-no-more-title = Se désabonner ?
web-no-more-ask = { $who ->
    [known] Vous avez reçu un e-mail avec une page de remerciements, parce que { $manager } de { $server } souhaitait vous la montrer.
   *[unknown] Vous avez reçu un e-mail avec une page de remerciements, parce que quelqu’un souhaitait vous la montrer.
}
web-no-more-means = Si vous appuyez sur le bouton, ce bot ne vous enverra plus rien sur cette personne, les années suivantes non plus, peu importe qui le demande. Pour cela, seul un hachage à clé de votre adresse est gardé, jamais l’adresse elle-même.
web-no-more-button = Me désabonner de ces pages
web-no-more-all-button = Ne plus recevoir aucun e-mail de ce bot
web-no-more-done-title = C’est fait
web-no-more-done = { $who ->
    [known] Ce bot ne vous enverra plus rien sur { $manager } de { $server }. C’est définitif ; vous n’avez rien d’autre à faire.
   *[unknown] Ce bot ne vous enverra plus rien sur cette personne. C’est définitif ; vous n’avez rien d’autre à faire.
}
web-no-more-done-all = Ce bot ne vous enverra plus aucun e-mail, quel qu’en soit le sujet. C’est définitif ; vous n’avez rien d’autre à faire.
