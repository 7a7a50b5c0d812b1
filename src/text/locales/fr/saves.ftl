# Voir ../en/saves.ftl.

cmd-save-message = Garder comme merci #CMAD

note-ask-to-save = Quelqu’un aimerait garder ces mots comme merci #CMAD. Ces boutons ne sont que pour toi, car ce sont tes mots. Rien n’est gardé tant que tu ne dis pas oui.
button-save-no = Non, merci

save-whom = Qui remercies-tu avec ce message ?
save-also = -# Il compte aussi pour **{ $managers }** ; tu peux changer chacun d’eux dans `/cmad mine`.
save-no-words = Dans ce message, je n’ai pas trouvé de mots que je puisse lire. Fais un clic droit dessus et choisis **Garder comme merci #CMAD**, ou colle les mots dans `/thank`.
save-asked = C’est **{ $author }** qui l’a écrit, donc c’est **{ $author }** qui décide : je demande sous le message. Tant qu’il n’y a pas de oui, rien n’en est gardé.
save-asked-in-mine = C’est **{ $author }** qui l’a écrit, donc c’est **{ $author }** qui décide : `/cmad mine` lui pose la question, car il y a déjà assez de questions ouvertes ici. Tant qu’il n’y a pas de oui, rien n’en est gardé.
save-asked-before = La question a déjà été posée à **{ $author }** pour ce message. On ne la pose qu’une fois par message.
save-counts = Ce message compte déjà. Merci de l’avoir remarqué.
save-no-questions = **{ $author }** ne veut pas qu’on lui demande de garder des messages pendant cette campagne. Tu peux remercier avec tes propres mots : `/thank`.
save-choose = Ton message peut être gardé comme merci #CMAD, signé **{ $signature }**. Que peut-on faire de ses mots ? Le message lui-même reste à toi dans tous les cas.
standing-public-means = Peut être montré à sa hiérarchie avec ton nom et le lien vers ton message.
standing-named-means = Peut être montré à sa hiérarchie avec ton nom.
standing-unnamed-means = Peut être montré à sa hiérarchie comme mots d’« un membre ».
standing-private-means = Rien que pour la personne que tu remercies ; sa hiérarchie voit seulement que cela a compté.
save-refused = Rien n’a été gardé, et on ne te reposera pas la question pendant cette campagne.
receipt-public-stands = Signé **{ $signature }**. C’est **public** : cela reste là où tu l’as écrit, et cela peut être montré à sa hiérarchie avec ton nom et le lien du message.
receipt-public-stands-many = Signé **{ $signature }**. C’est **public** : cela reste là où tu l’as écrit, et cela peut être montré à leur hiérarchie avec ton nom et le lien du message.

button-copy-theirs = Copie à sa hiérarchie
button-copy-theirs-of = Copie à la hiérarchie de { $name }
button-suggest = Le lui suggérer
copy-theirs = « Mets sa hiérarchie en copie », c’est la moitié de la tradition. Voici un texte que tu peux envoyer à la hiérarchie de **{ $manager }** ; il contient ce que tu as permis :
copy-theirs-text =
    Bonjour !
    Le Community Manager Appreciation Day { $year } a lieu le { $date }. J’ai remercié { $manager } pour ce que notre communauté lui doit, et je voulais que vous le sachiez.
copy-theirs-words = Voici ce que j’ai écrit :
copy-theirs-cares = Ce qui tient à cœur à { $manager } : { $cares }
copy-theirs-suggest = Ou laisse faire **{ $manager }** : la suggestion attend sur son bureau, et la décision lui revient. Rien n’est envoyé à personne.
copy-theirs-suggested = Elle attend maintenant sur le bureau de **{ $manager }**. La décision lui revient, et rien n’a été envoyé à personne.
desk-suggester-unnamed = un membre
desk-suggested = 💡 { $more ->
    [0] { $names }
    [one] { $names } et une autre personne
   *[other] { $names } et { $more } autres personnes
  } { $n ->
    [one] suggère
   *[other] suggèrent
  } de montrer ceci à ta hiérarchie. C’est à toi de décider.
button-dismiss = Écarter

cmd-boss-copy = Quand ton digest est arrivé : te demander, toujours une copie après 24 heures, ou jamais
copying-ask = demander : rien ne part si tu ne l’envoies pas
copying-always = toujours : 24 heures après ton digest, sauf si tu appuies sur « Ne pas encore envoyer »
copying-never = jamais : rien n’est proposé
boss-nobody = Tu n’as pas indiqué ta hiérarchie.
boss-copy-ask = Pour les copies : **demander**. Rien n’est envoyé à ta hiérarchie tant que tu n’appuies pas sur **Copie à ma hiérarchie** dans ton digest.
boss-copy-always = Pour les copies : **toujours**. À partir de ton prochain digest, une copie part à ta hiérarchie 24 heures après son arrivée chez toi, avec ce que permettent les personnes qui ont écrit. **Ne pas encore envoyer**, sur le digest ou sur ton bureau, l’arrête. Pour cela, il faut que tu aies accepté ta place et que ta hiérarchie soit indiquée et n’ait pas dit « Ne plus en recevoir ». Les mises à jour ne sont jamais copiées automatiquement.
boss-copy-never = Pour les copies : **jamais**. Rien n’est proposé ; tes propres fichiers restent sur ton bureau.
button-wait = Ne pas encore envoyer
note-digest-always = Voici ce qu’on t’a écrit. Sous **Mon digest**, tu peux épingler ce que tu préfères et masquer ce qui ne regarde que toi. Tu as choisi que ta hiérarchie soit **toujours** en copie : cela se fait 24 heures après ce message, sauf si tu appuies sur **Ne pas encore envoyer**.
note-digest-never = Voici ce qu’on t’a écrit. Sous **Mon digest**, tu peux épingler ce que tu préfères. Ton digest reste à toi : tu as choisi que ta hiérarchie ne soit jamais en copie.
desk-files-own = Ton propre digest avec chaque citation. Ouvre la page dans un navigateur, ou imprime-la.
desk-copy-waits = Le { $when }, une copie part à ta hiérarchie, parce que tu as choisi *toujours*. **Ne pas encore envoyer** l’arrête.
desk-copy-called-off = Aucune copie n’est partie : elle a été arrêtée, ou n’a plus pu être envoyée. Tu peux encore en envoyer une.
copy-waited = Arrêtée : aucune copie ne part automatiquement à ta hiérarchie. Tu peux encore l’envoyer depuis ton bureau, `/cmad digest` ; ton choix pour l’an prochain se change avec `/cmad boss set`.
copy-nothing-waits = Aucune copie n’attend, donc rien ne part automatiquement à ta hiérarchie.
copy-wait-too-late = Cette copie est en route ou déjà arrivée, donc on ne peut plus l’arrêter.
