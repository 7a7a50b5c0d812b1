# Voir ../en/privacy.ftl.

cmd-cmad-privacy = Ce qui est enregistré sur toi, partout : le voir, l’emporter, l’effacer

privacy-title = ## Ce qui est enregistré sur toi
privacy-none = Rien n’est enregistré sur toi ici.
privacy-server = ### { $server }
privacy-given = { $n ->
    [one] - { $year } : un merci de toi, avec ses mots et le nom dont tu as signé
   *[other] - { $year } : { $n } mercis de toi, avec leurs mots et le nom dont tu as signé
}
privacy-counted = { $n ->
    [one] - { $year } : un merci de toi, seulement compté ; ses mots ont été retirés
   *[other] - { $year } : { $n } mercis de toi, seulement comptés ; leurs mots ont été retirés
}
privacy-consent = - Ton dernier choix : { $consent }
privacy-answers = - { $year } : ce que tu as permis pour des mots trouvés
privacy-judged = { $n ->
    [one] - Un message de toi : s’il a compté, sans ses mots
   *[other] - { $n } messages de toi : s’ils ont compté, sans leurs mots
}
privacy-place = - Ta place sur la liste ({ $place }) et ton profil
privacy-left-alone = - Ton choix de rester en dehors : tu n’es pas sur la liste
privacy-boss = - Qui tu as indiqué comme hiérarchie, et ce que tu as décidé pour tes digests
privacy-received = { $n ->
    [one] - { $year } : un merci qu’on t’a adressé ; ses mots sont à la personne qui l’a écrit, ton digest les contient
   *[other] - { $year } : { $n } mercis qu’on t’a adressés ; leurs mots sont aux personnes qui les ont écrits, ton digest les contient
}
privacy-boss-of = { $n ->
    [one] - Une personne d’une liste a donné ton nom comme hiérarchie
   *[other] - { $n } personnes des listes ont donné ton nom comme hiérarchie
}
privacy-nominated = { $n ->
    [one] - Une proposition de toi pour la liste, avec ta raison
   *[other] - { $n } propositions de toi pour la liste, avec tes raisons
}
privacy-nominee = { $n ->
    [one] - Une proposition de te mettre sur la liste, avec sa raison
   *[other] - { $n } propositions de te mettre sur la liste, avec leurs raisons
}
privacy-decided = { $n ->
    [one] - Ta réponse à une proposition, en tant qu’admin
   *[other] - Tes réponses à { $n } propositions, en tant qu’admin
}
privacy-named-in = { $n ->
    [one] - Un message de quelqu’un d’autre qui te nomme : s’il a compté, sans ses mots
   *[other] - { $n } messages d’autres personnes qui te nomment : s’ils ont compté, sans leurs mots
}
privacy-kept-copies = { $n ->
    [one] - { $year } : une copie de ton digest, telle que tu l’as envoyée à ta hiérarchie
   *[other] - { $year } : { $n } copies de ton digest, telles que tu les as envoyées à ta hiérarchie
}
privacy-messages = { $n ->
    [one] - Un message de moi pour toi ou à ton sujet : son type et sa date, sans son texte
   *[other] - { $n } messages de moi pour toi ou à ton sujet : leur type et leur date, sans leur texte
}
privacy-saves = { $n ->
    [one] - Un message que quelqu’un a demandé de garder, sans ses mots
   *[other] - { $n } messages que quelqu’un a demandé de garder, sans leurs mots
}
privacy-no-more = - Ton choix de ne plus recevoir de copies du digest de quelqu’un, sous forme de hachage à clé
privacy-set-up = - Le fait que tu as configuré la campagne ici, pour que les rapports te parviennent
privacy-spoken = - La langue de ton Discord, pour que les messages privés arrivent dans cette langue : { $language }
privacy-more = { $n ->
    [one] Et un autre serveur : l’export les contient tous.
   *[other] Et { $n } autres serveurs : l’export les contient tous.
}
privacy-how = -# Il s’agit de toi sur tous les serveurs où je suis. Les mots sont retirés automatiquement { $days } jours après la clôture de leur campagne. **Exporter** te donne tout sous forme de fichiers ; **Effacer** demande une confirmation.
button-export = Exporter
button-erase = Effacer
button-erase-now = Oui, tout effacer
button-erase-not = Garder
button-ignore = Ignorer mes messages
button-notice = Ne plus ignorer mes messages
privacy-ignore-how = -# **Ignorer mes messages** : je ne regarde rien de ce que tu écris, sur aucun serveur où je suis, jusqu’à nouvel ordre de ta part. Les commandes marchent toujours.
privacy-ignores = J’ignore tes messages sur tous les serveurs où je suis, parce que tu l’as demandé. Les commandes marchent toujours.
privacy-ignored = À partir de maintenant, je ne regarde rien de ce que tu écris, sur aucun serveur où je suis. Les commandes marchent toujours, et tu peux annuler ici ou dans `/cmad privacy`. Pour cela, je ne garde qu’un hachage à clé de ton identifiant.
privacy-noticed = À partir de maintenant, je vois de nouveau tes messages.

privacy-sure =
    ## Effacer tout ce qui te concerne ?
    Cela vaut pour tous les serveurs où je suis, et ne peut pas être annulé.
    - Tes mots et ton nom disparaissent : de la base de données, des digests qui ne sont pas encore partis, et de mes publications. Ce qui a été compté reste un nombre, sans nom.
    - Si tu es sur une liste : ton profil, ta hiérarchie et tes digests disparaissent, ainsi que les mots que d’autres t’ont écrits, parce que personne d’autre ne doit les avoir. Tu seras alors en dehors.
    - Ce qui est arrivé ailleurs ne peut pas être rappelé : les digests et copies déjà remis. Tes propres messages sur Discord sont à toi ; personne d’autre ne peut les supprimer.
privacy-kept = Rien n’a été effacé.

privacy-erased = ## Effacé
privacy-erased-nothing = Il ne restait rien à effacer.
privacy-erased-thanks = { $n ->
    [one] - Les mots d’un merci et ton nom. Il reste un nombre dans un total, et personne ne peut savoir qu’il était de toi.
   *[other] - Les mots de { $n } mercis et ton nom. Ils restent des nombres dans un total, et personne ne peut savoir qu’ils étaient de toi.
}
privacy-erased-posts = { $n ->
    [one] - Une publication ou question de ma part est en train d’être retirée.
   *[other] - { $n } publications et questions de ma part sont en train d’être retirées.
}
privacy-erased-received = { $n ->
    [one] - Un merci qu’on t’a écrit : personne d’autre ne doit l’avoir.
   *[other] - { $n } mercis qu’on t’a écrits : personne d’autre ne doit les avoir.
}
privacy-erased-profiles = { $n ->
    [one] - Ton profil, ta hiérarchie et tes digests sur un serveur.
   *[other] - Ton profil, ta hiérarchie et tes digests sur { $n } serveurs.
}
privacy-erased-boss-of = { $n ->
    [one] - Le fait qu’une personne avait donné ton nom comme hiérarchie.
   *[other] - Le fait que { $n } personnes avaient donné ton nom comme hiérarchie.
}
privacy-erased-notes = { $n ->
    [one] - Une note : un choix, une décision sur un message, ou un message pour toi prévu ou envoyé.
   *[other] - { $n } notes : des choix, des décisions sur des messages, et des messages pour toi prévus ou envoyés.
}
privacy-stays = ### Ce qui n’a pas pu être rappelé, et ce qui reste
privacy-stays-delivered = { $n ->
    [one] - Un digest avec tes mots était déjà arrivé. Demande à la personne qui l’a reçu si tu veux qu’il disparaisse là aussi.
   *[other] - { $n } digests avec tes mots étaient déjà arrivés. Demande aux personnes qui les ont reçus si tu veux qu’ils disparaissent là aussi.
}
privacy-stays-copied = { $n ->
    [one] - Une copie était déjà arrivée à une hiérarchie.
   *[other] - { $n } copies étaient déjà arrivées à une hiérarchie.
}
privacy-stays-alone = { $n ->
    [one] - Ton identifiant, sur un serveur, avec rien d’autre que ton choix de rester en dehors. Aucun admin ne peut te remettre sur la liste.
   *[other] - Ton identifiant, sur { $n } serveurs, avec rien d’autre que ton choix de rester en dehors. Aucun admin ne peut te remettre sur la liste.
}
privacy-stays-set-up = { $n ->
    [one] - Le fait que tu as configuré la campagne sur un serveur, jusqu’à ce que quelqu’un d’autre le fasse : les rapports vont à toi.
   *[other] - Le fait que tu as configuré la campagne sur { $n } serveurs, jusqu’à ce que quelqu’un d’autre le fasse : les rapports vont à toi.
}
privacy-stays-ignored = - Le fait que j’ignore tes messages, sous forme de hachage à clé, jusqu’à nouvel ordre de ta part.
privacy-stays-always = - Les messages sur Discord qui sont les tiens, dans les salons et dans tes messages privés avec moi. Si tu as dit « Ne plus en recevoir » pour le digest de quelqu’un, cela reste valable, sous forme de hachage à clé. La durée des sauvegardes dépend de la personne qui gère ce bot ; demande-lui.

privacy-files = Tout ce qui est enregistré sur toi : une page à lire, et la même chose en JSON.
privacy-page-title = Ce qui est enregistré sur toi
privacy-page-made = Établi le { $date } pour le membre Discord { $member }.
privacy-page-none = Rien n’est enregistré sur toi.
privacy-page-given = Tes mercis
privacy-page-to = À { $manager }, { $date }
privacy-page-facts = Signé « { $signature } » · { $consent } · { $year }
privacy-page-link = sur Discord
privacy-page-without = Sans mots.
privacy-page-more = Ce qui est gardé en plus
privacy-page-ignores = Tes messages sont ignorés, parce que tu l’as demandé.
