# Véase ../en/moderation.ftl.

cmd-cmad-scorecard = ¿Necesita nuestra start-up un community manager? Una hoja con motivos a favor y en contra

scorecard-intro =
    ## ¿Necesita una start-up un community manager?
    Una hoja informal, desde el punto de vista de quien funda. Marca lo que sea cierto en tu caso: cada motivo a favor cuenta +1, cada motivo en contra −1, y una dirección que no quiere escuchar −2. Nadie más la ve, y no se guarda nada de ella.
scorecard-pick-for = Motivos a favor
scorecard-pick-against = Motivos en contra
scorecard-sum = **Suma: { $sum }**
scorecard-speaks-for = A favor de un community manager:
scorecard-speaks-against = En contra, o en contra por ahora:
scorecard-no-verdict = No hay un número a partir del cual la respuesta sea sí. Mira lo que marcaste y háblalo con tu equipo.
scorecard-reason-product-talk = Hay una conversación viva sobre nuestro producto
scorecard-reason-lifestyle-talk = Hay una conversación viva sobre el estilo de vida que lo rodea
scorecard-reason-online-product = Nuestro producto está en línea
scorecard-reason-direct-feedback = Queremos opiniones directas
scorecard-reason-outside-developers = El desarrollo por terceros es parte de nuestro modelo de negocio
scorecard-reason-rival-community = La competencia tiene una comunidad
scorecard-reason-mass-adoption = Nuestro producto está listo para el gran público
scorecard-reason-rival-has-one = La competencia tiene un community manager
scorecard-reason-questions = La clientela llama a la puerta con preguntas
scorecard-reason-asked-for = La clientela pide un community manager
scorecard-reason-stealth = Aún trabajamos en secreto
scorecard-reason-small-enough = El equipo es tan pequeño que todo el mundo puede participar
scorecard-reason-no-interaction = Nadie interactúa con nuestro producto
scorecard-reason-everyone-speaks = Todo el equipo puede hablar con la clientela
scorecard-reason-no-lifestyle-talk = Nadie habla en línea del estilo de vida
scorecard-reason-all-hands = El producto va mal y necesita todas las manos
scorecard-reason-supports-itself = Nuestra comunidad se ayuda sola, en un 95 % o más
scorecard-reason-unprepared = La dirección no está preparada para aceptar lo que diga la comunidad (−2)

cmd-nominate = Decir a los admins quién debería estar en la lista de community managers
cmd-nominate-member = A quién propones
cmd-nominate-reason = Qué hace por la gente de aquí; lo leen los admins
cmd-roster-nominations = Propuestas para la lista: poner a la persona en ella, o rechazar

button-nominate = Proponer
button-my-nominations = Mis propuestas
button-nomination-accept = Poner en la lista
button-nomination-decline = Rechazar
nominate-form-title = Proponer a un community manager
nominate-form-member = ¿A quién propones?
nominate-form-member-help = Alguien que cuida de la gente de aquí, sea cual sea su cargo.
nominate-form-reason = ¿Por qué?
nominate-form-reason-help = ¿Qué hace por la gente de aquí? Lo leen los admins de este servidor, con tu nombre.
nominate-done = Gracias. Tu propuesta (**{ $name }**) ha llegado a los admins, y la decisión es suya. Cuando la tomen, recibirás un mensaje directo.
nominate-no-reason = Una propuesta necesita un motivo: ¿qué hace por la gente de aquí?
nominate-not-a-member = **{ $name }** no es miembro de este servidor.
nominate-bot = **{ $name }** es un bot. Solo las personas pueden estar en la lista.
nominate-on-roster = **{ $name }** ya está en la lista. ¡Dale las gracias con `/thank`!
nominate-left-out = **{ $name }** pidió quedarse fuera de #CMAD.
nominate-twice = Ya propusiste antes a **{ $name }**. Con una vez basta: los admins lo han leído, o lo leerán.
nominate-too-many = { $limit } propuestas tuyas esperan a los admins, y no se aceptan más a la vez. Inténtalo de nuevo cuando hayan respondido a una.
nominations-none = Ahora mismo no hay nadie propuesto. Cualquier miembro puede proponer a alguien con `/nominate`.
nominations-none-of-yours = No has propuesto a nadie aquí. Se hace con `/nominate`.
nominations-head = { $n ->
    [one] **Una propuesta** espera tu respuesta.
   *[other] **{ $n } propuestas** esperan tu respuesta.
}
nominations-one = **{ $name }** (<@{ $member }>), a propuesta de <@{ $nominator }>, el { $when }:
nominations-more = -# Y { $n } más. Responde a algunas de estas para verlas.
nomination-line = - **{ $name }**: { $state }
nomination-is-open = espera a los admins
nomination-is-accepted = en la lista
nomination-is-declined = rechazada
nomination-only-admins = Solo los miembros con el permiso «Gestionar servidor» pueden responder a una propuesta.
nomination-over = Esta propuesta ya tiene respuesta.
nomination-has-left = **{ $name }** (<@{ $member }>) ya no es miembro de este servidor. Rechaza la propuesta, o espera a que vuelva.
nomination-invited = **{ $name }** (<@{ $member }>) está en la lista y puede recibir agradecimientos. Un mensaje directo le pregunta si acepta, y se avisa a quien hizo la propuesta.
nomination-already = **{ $name }** (<@{ $member }>) ya estaba en la lista. Se avisa a quien hizo la propuesta.
nomination-left-out = **{ $name }** (<@{ $member }>) prefiere no participar. La propuesta queda cerrada, y a quien la hizo se le dice que fue rechazada.
nomination-declined = Rechazada. Se avisa a quien propuso a **{ $name }**, con tus palabras si escribiste alguna. A nadie más.
nomination-decline-title = Rechazar una propuesta
nomination-decline-answer = Un motivo amable, si quieres
nomination-decline-answer-help = Quien hizo la propuesta lo recibe en un mensaje directo.
note-nominated-title = Han propuesto a alguien
note-nominated = A <@{ $nominator }> le gustaría ver a **{ $name }** (<@{ $member }>) en la lista de community managers, porque:
note-nominated-means = Si pones a esa persona en la lista, se le pregunta si acepta. `/roster nominations` muestra todas las propuestas que esperan.
note-nomination-accepted = Gracias por proponer a **{ $name }** en { $server }. Ya está en la lista, y puede recibir agradecimientos.
note-nomination-declined = Gracias por proponer a **{ $name }** en { $server }. Los admins decidieron no añadir su nombre a la lista.
note-nomination-answer = Los admins escribieron:
send-nominated = una propuesta

cmd-hashtag-channels = En qué canales cuenta; después viene un menú de canales
channels-everywhere = En todas partes
channels-only = Solo en algunos canales
channels-except = En todas partes menos en algunos canales
hashtag-pick-only = ¿En qué canales cuenta el hashtag? En los demás está desactivado. Un hilo cuenta como un canal aparte.
hashtag-pick-except = ¿En qué canales está **desactivado** el hashtag? En los demás cuenta. Un hilo cuenta como un canal aparte.
hashtag-pick = Canales
hashtag-heard-everywhere = Cuenta en todos los canales que el bot puede ver.
hashtag-heard-only = Cuenta solo en { $channels }.
hashtag-heard-except = Cuenta en todos los canales menos en { $channels }.
why-hashtag-not-here = En ese canal el hashtag está desactivado. Mencióname junto con la persona a quien das las gracias, o usa `/thank`.

cmd-campaign-hide = Ocultar un agradecimiento: no cuenta, y quien lo escribió puede ver que está oculto
cmd-campaign-restore = Hacer que un agradecimiento oculto vuelva a contar
cmd-moderate-message = Un enlace al mensaje; sin él sale una lista
cmd-campaign-export = Todos los agradecimientos en un archivo de hoja de cálculo; palabras solo si son públicas
moderate-no-link = Eso no es un enlace a un mensaje. Clic derecho en el mensaje → **Copiar enlace del mensaje**. Sin enlace sale una lista para elegir.
moderate-nothing-there = De ese mensaje no salió ningún agradecimiento. Sin enlace sale una lista para elegir.
moderate-hidden = { $n ->
    [one] **Oculto.** No cuenta
   *[other] **{ $n } ocultos.** No cuentan
  } en ninguna parte: ni en el digest, ni en el resumen, ni en los totales. Lo que el bot publicó se retira. Quien escribió lo ve en `/cmad mine` y `/cmad why`.
moderate-restored = { $n ->
    [one] **Restaurado.**
   *[other] **{ $n } restaurados.**
  } Lo que no se haya retirado entretanto vuelve a contar, y se publica de nuevo si era público.
moderate-nothing-to-hide = No hay nada que ocultar: ya está oculto, o se retiró.
moderate-nothing-to-restore = No hay nada que restaurar: no está oculto.
moderate-none-counted = En esta campaña aún no cuenta ningún agradecimiento.
moderate-none-hidden = No hay ningún agradecimiento oculto en esta campaña.
moderate-list-hide = { $n ->
    [one] El último agradecimiento de esta campaña.
   *[other] Los últimos { $n } agradecimientos de esta campaña, primero el más reciente.
  } Solo ves las palabras que puede ver todo el mundo.
moderate-list-restore = { $n ->
    [one] Hay un agradecimiento oculto.
   *[other] Los últimos { $n } agradecimientos ocultos, primero el más reciente.
  }
moderate-pick-hide = Elige qué ocultar
moderate-pick-restore = Elige qué restaurar
moderate-unnamed = un miembro ({ $code })
moderate-only-counted = (eliminado)
moderate-line = - { $giver } → **{ $manager }**, { $when } ({ $state }){ $has ->
    [words] : { $words }
   *[nothing] { "" }
  }
moderate-is-counted = cuenta
moderate-is-withdrawn = retirado
moderate-is-hidden = oculto
export-nothing = No hay agradecimientos en la campaña de { $year }.
export-done = Todos los agradecimientos de la campaña de { $year }: { $n }. Las palabras solo aparecen donde son públicas. Quien dio las gracias sin nombre aparece con un código, uno por agradecimiento. Por favor, cuida el archivo como merecen esas palabras.
export-column-giver = Quien da las gracias
export-column-giver-id = ID de quien da las gracias
export-column-manager = Community manager
export-column-manager-id = ID del community manager
export-column-date = Fecha
export-column-state = Estado
export-column-words = Palabras

refused-young-account = Para que un agradecimiento cuente, la cuenta debe tener al menos { $limit ->
    [one] un día
   *[other] { $limit } días
  }. La tuya es más reciente; vuelve más adelante, por favor.
refused-new-member = Para que un agradecimiento cuente, hay que llevar aquí al menos { $limit ->
    [one] un día
   *[other] { $limit } días
  }. Tú llevas menos; vuelve más adelante, por favor.
refused-same-words = Ya le diste las gracias a **{ $name }** con las mismas palabras, así que cuenta una sola vez. Lo que dijiste primero se queda.
refused-gone = Lo dijiste antes de borrar tus datos, o se eliminó el mensaje, así que no lo guardo. Dilo de nuevo y contará.
refused-ignored = Me pediste que ignorara tus mensajes. `/thank` sigue funcionando, y **Dejar de ignorar mis mensajes** en `/cmad privacy` recupera lo demás.
