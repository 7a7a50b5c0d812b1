# What a boss replies to a copy: the page of the link in a mail and the form on Discord; what the manager gets of it.

# To the boss, on Discord and on the page.
reply-title = { $who ->
    [known] Répondre à { $manager }
   *[unknown] Votre réponse
}
reply-kept = Envoyée. { $manager } la reçoit en message privé et pourra la relire. Vous pouvez la modifier pendant sept jours.
reply-unchanged = C’est ce que vous avez déjà envoyé ; rien n’a été modifié.
reply-empty = Il n’y avait rien à lire, donc rien n’a été envoyé.
reply-too-long = Cela fait { $count } caractères, et une réponse en compte { $most } au plus. Rien n’a été envoyé : merci de la raccourcir.
reply-over = Cette réponse ne peut plus être modifiée. Elle reste telle que vous l’avez envoyée, ou vous la retirez.
reply-gone = Cette copie n’est plus gardée, donc rien n’a été envoyé.
reply-withdrawn = Retirée. Ce que vous avez écrit n’est plus ici, ni le message qui le contenait.
reply-nothing = Il n’y a rien de vous à retirer.
button-reply-change = Modifier
button-reply-back = Retirer
reply-form-title = Votre réponse
reply-form-words = Vos mots
reply-form-words-help = Une phrase suffit ; 500 caractères au plus.
reply-form-may = Qui peut la lire ?
reply-form-may-help = Vous pouvez changer d’avis pendant sept jours.
reply-may-no = Seulement la personne à qui je réponds
reply-may-no-means = En message privé ; rien n’est publié.
reply-may-yes = Elle peut aussi être publiée
reply-may-yes-means = Sous le récapitulatif, si cette personne le veut aussi : en tant que hiérarchie, sans votre nom.
web-reply-about = { $who ->
    [known] Ce que vous écrivez ici arrive à { $manager } de { $server } en message privé. Personne d’autre ne le lit, sauf si vous cochez la case ci-dessous. Vous pouvez le modifier pendant sept jours.
   *[unknown] Ce que vous écrivez ici arrive en message privé à la personne dont vous avez reçu la page. Personne d’autre ne le lit, sauf si vous cochez la case ci-dessous. Vous pouvez le modifier pendant sept jours.
}
web-reply-label = Votre réponse (500 caractères au plus)
web-reply-may = Elle peut aussi être publiée dans la communauté, sous le récapitulatif de la journée, si cette personne le veut aussi : en tant que mots de sa hiérarchie, sans votre nom.
web-reply-send = Envoyer
web-reply-change = Envoyer la modification
mail-answers-page = Merci de ne pas répondre à cet e-mail : personne ne lit les réponses. Ce que vous écrivez derrière le lien en haut arrive à { $manager }.

# To the manager.
note-boss-wrote-title = Ta hiérarchie a écrit
note-boss-changed-title = Ta hiérarchie a modifié ce qu’elle a écrit
note-boss-wrote-alone = C’est pour toi seulement. Ton bureau le garde.
note-boss-wrote-may = Personne d’autre ne l’a lu. Ta hiérarchie accepte que je le publie sous le récapitulatif, sans son nom ; **Publier sous le récapitulatif** le fait, si tu le veux aussi.
desk-boss-wrote = **Ta hiérarchie a écrit :**
button-boss-replies = Ce qu’a écrit ma hiérarchie
button-reply-post = Publier sous le récapitulatif
button-reply-down = Retirer la publication
boss-reply-head = **Ta hiérarchie a écrit**, le { $when } :
boss-reply-none = Ta hiérarchie n’a rien écrit, ou l’a retiré.
boss-reply-for-you = Pour toi seulement.
boss-reply-may = Ta hiérarchie accepte que je le publie sous le récapitulatif, sans son nom. Rien n’est publié si tu ne le veux pas aussi.
boss-reply-posted = C’est publié sous le récapitulatif.
boss-reply-on-its-way = C’est en route vers le récapitulatif.
boss-reply-unknown = Je ne peux pas savoir si c’est publié, donc je ne le publie pas à nouveau automatiquement. Regarde le salon.
boss-reply-failed = Ça n’a pas pu être publié. **Retirer la publication** te permet de réessayer.
boss-reply-hidden = Un admin a masqué la publication. Demande-lui si tu ne sais pas pourquoi.
boss-reply-changed = Ta hiérarchie l’a modifié ou retiré depuis, donc rien n’a été publié. Voici ce qu’il en est maintenant.

# Under the recap, and to admins.
post-boss-reply = **La hiérarchie de { $manager } a écrit :**
send-wrote-back-post = les mots d’une hiérarchie sous le récapitulatif
moderate-reply-hidden = Masqué : ce qu’a écrit la hiérarchie de **{ $manager }** est retiré. Son bureau le lui dit. `/campaign restore` avec le même lien permet de le publier à nouveau.
moderate-reply-restored = Rétabli : **{ $manager }** peut publier à nouveau ce qu’a écrit sa hiérarchie.

privacy-boss-replies = { $n ->
    [one] - { $year } : une réponse de ta hiérarchie à une copie de ton digest
   *[other] - { $year } : { $n } réponses de ta hiérarchie à des copies de ton digest
}
privacy-replies-as-boss = { $n ->
    [one] - { $year } : une réponse de ta part, en tant que hiérarchie, à une copie que tu as reçue
   *[other] - { $year } : { $n } réponses de ta part, en tant que hiérarchie, à des copies que tu as reçues
}
