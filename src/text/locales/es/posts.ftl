# Véase ../en/posts.ftl.

post-when = **{ $date }** · en tu reloj empieza { $begins }, { $in }
post-when-today = **{ $date }** · en tu reloj dura hasta { $ends }, { $in }
post-not-last-monday = Es el cuarto lunes de enero. Este año **no es el último lunes**: ese llega una semana después.

post-announce-title = Se acerca el Community Manager Appreciation Day
post-announce =
    Alguien aquí responde la primera pregunta, mantiene la paz y habla por todos nosotros. Ese día se lo decimos.

    ¿Te ayudó alguna de esas personas? Dale las gracias aquí, donde te ayudó. Puedes escribir hoy mismo; después del día lo recibe todo en una sola página.
post-roster-title = Quién cuida de { $server }
post-roster-note = El título no importa: advocate, soporte, evangelista, moderación.
post-roster-none = La lista aún está vacía. ¿En quién piensas? Propón a alguien con `/nominate`.
post-roster-more = { $count ->
    [one] y una persona más
   *[other] y { $count } más
}

post-countdown-title = ¿Quién te ayudó este año?
post-countdown = El Community Manager Appreciation Day está cerca. Piensa en un momento en que alguien aquí te hizo las cosas más fáciles. Una frase sincera sobre eso es un buen agradecimiento.

post-eve-title = { $days ->
    [1] Mañana es el Community Manager Appreciation Day
   *[other] Ya casi es el Community Manager Appreciation Day
}
post-eve = Una frase basta: qué hizo esa persona y qué cambió para ti. El título no importa.

post-day-title = Hoy es el Community Manager Appreciation Day
post-day =
    {"**"}¿Te ayudó alguien aquí?** Dale las gracias, donde te ayudó.
    {"**"}¿Trabajas con esa persona?** Tómate el tiempo de entender su pasión, dale las gracias y pon en copia a su responsable.
    {"**"}¿Eres tú?** Para, respira, y ten por seguro que se te aprecia. Abraza a tu familia.
post-ways-title = Formas de dar las gracias
post-way-command = `/thank` y su nombre
post-way-member = Clic derecho en un miembro, luego Aplicaciones, luego **Agradecer por #CMAD**
post-way-mention = Menciónanos a mí y a esa persona en un mensaje, con una palabra de agradecimiento
post-way-hashtag = Escribe **#CMAD** y menciona a esa persona, o respóndele con él
post-way-button = Pulsa **Dar las gracias** aquí abajo

post-last-call-title = Última llamada de hoy
post-last-call-late = Las gracias tardías también cuentan, hasta { $closes }.
post-last-call = { $givers ->
    [0] Nadie ha escrito aún, así que las tuyas pueden ser las primeras. Una frase basta.
    [one] { $people } ha dado las gracias hasta ahora. ¿Hay alguien a quien querías agradecer?
   *[other] { $people } han dado las gracias hasta ahora. ¿Hay alguien a quien querías agradecer?
}

post-recap-title = Gracias a todas y a todos
post-recap = { $givers ->
    [0] Este año hubo silencio. Si hay alguien a quien querías agradecer: aún cuenta hasta { $closes }.
    [one] { $people } escribió { $messages } a { $managers } por el Community Manager Appreciation Day { $year }. Las gracias tardías cuentan hasta { $closes }.
   *[other] { $people } escribieron { $messages } a { $managers } por el Community Manager Appreciation Day { $year }. Las gracias tardías cuentan hasta { $closes }.
}
post-recap-thanked = Recibieron gracias este año, por orden alfabético
post-recap-managers = ¿Estás aquí? Tus palabras te esperan en **Mi digest**. Solo tú las ves.
post-count-people = { $count ->
    [one] Una persona
   *[other] { $count } personas
}
post-count-messages = { $count ->
    [one] un mensaje
   *[other] { $count } mensajes
}
post-count-managers = { $count ->
    [one] una persona que nos cuida
   *[other] { $count } personas que nos cuidan
}

post-thanks = **{ $giver }** da las gracias a { $manager }
post-thanks-for = por: { $what }

button-thank = Dar las gracias
button-thank-too = Agradecer también a { $name }
button-thank-them-too = Agradecer también
button-my-digest = Mi digest
button-accept = Aceptar
button-decline = No, gracias
button-copy-boss = Copia a mi responsable
button-keep = Guardarlo para mí
button-no-more = No recibir más
button-found = Responder
button-whom = Decir a quién te refieres
button-status = Cómo va

event-name = Community Manager Appreciation Day { $year }
event-about = Un día para dar las gracias a quienes nos cuidan: donde nos ayudaron, con tus propias palabras. Escribe `/thank` aquí, o haz clic derecho en un miembro y elige «Agradecer por #CMAD».

note-roster-title = Community Manager Appreciation Day { $year }: ¿está todo bien?
note-roster = { $server } lo celebra el **{ $date }**.
note-roster-who = A estas personas se les puede agradecer, y cada una recibe un digest:
note-roster-none = Nadie está en la lista aún, así que no se puede agradecer a nadie. Añade a las personas con `/roster add`, o indica un rol con `/campaign setup`.
note-roster-plan = Lo que viene ahora
note-roster-channel = Las publicaciones van a { $channel }.
note-roster-wrong = ¿Todo está como debe? Entonces no hay nada que hacer. Si no: `/roster add` y `/roster remove` cambian quién está en la lista, `/campaign steps` mueve un paso o lo desactiva, `/campaign preview` muestra una publicación antes de que salga.
plan-step = { $at } · { $what }
plan-announce = el anuncio, y el evento programado
plan-countdown = la publicación de una semana antes
plan-eve = la publicación de la víspera
plan-day = la publicación del día
plan-last-call = la última llamada
plan-breathe = *para y respira*, a cada persona en su propia tarde
plan-recap = el resumen
plan-digest = cada persona recibe su digest, en su propia mañana
plan-close = el final: lo que llegó hasta entonces ha contado

note-invite-title = Estás en la lista de personas que cuidan de { $server }
note-invite = { $date } es el Community Manager Appreciation Day, y sus miembros pueden darte las gracias. ¿Te parece bien?
note-invite-means =
    Si aceptas:
    - Pueden escribirte a partir de { $opens }. Al día siguiente de la celebración recibes una página con sus palabras: el digest. Es solo tuyo.
    - Nada llega a tu responsable si tú no lo eliges.
    - La tarde del día te digo que pares y respires. `/cmad profile` cambia eso, tu título, tu zona horaria y más.

    Si no: pulsa **No, gracias**, y se te deja en paz. Si no respondes, te pueden agradecer y recibes tu digest, y nada más.

note-breathe-title = Para y respira
note-breathe = { $givers ->
    [0] Hoy es para personas como tú. Cuidar de los demás pocas veces se ve, e importa igual: se te aprecia.
    [one] Una persona te ha escrito por el Community Manager Appreciation Day. Se te aprecia.
   *[other] { $givers } personas te han escrito por el Community Manager Appreciation Day. Se te aprecia.
}
note-breathe-wait = Esta noche no hay nada que responder: las palabras esperan hasta mañana. Ve y abraza a tu familia.

note-digest-title = Tu digest { $year }
note-digest-title-updated = Tu digest { $year }, actualizado
note-digest = Estas son sus palabras para ti. En **Mi digest** fijas las que más te gustan y ocultas lo que deba quedarse contigo. Luego envía una copia a tu responsable, o guárdalo para ti: nada le llega si tú no lo eliges.
note-digest-updated = Desde el último se añadió, cambió o retiró algo. No se envió copia a nadie.

note-copy-title = Un agradecimiento que { $manager } quiere enseñarte
note-copy = { $mention } cuida de la comunidad { $server } en Discord. En el Community Manager Appreciation Day { $year } sus miembros pudieron dar las gracias, y { $manager } decidió enviarte la página.
note-copy-more = ¿Preguntas? Habla con { $mention }. Si pulsas **No recibir más**, no te envío nada más sobre { $manager }, tampoco en años posteriores.

note-ask-consent = Tu agradecimiento se ha oído. ¿Puede verlo su responsable? El botón te responde solo a ti, porque son tus palabras. Hasta que digas que sí, solo las lee la persona a quien agradeces.
note-ask-whom = Esto parece un agradecimiento, y no quiero adivinar para quién. El botón te responde solo a ti, porque el mensaje es tuyo: di a quién te refieres, y cuenta.

note-report-title = Algo te necesita
report-skipped = **Omitido: { $send }.** { $why } Ahora llegaría demasiado tarde. Si quieres, di algo tú; todo lo demás sigue como estaba previsto.
held-away = Yo no estaba cuando tocaba.
held-no-answer = No se podía contactar con Discord, o no respondía bien.
held-too-many = Discord no me dejó enviar tanto.
held-paused = La campaña estaba en pausa cuando tocaba.
held-removed = Yo no estaba en este servidor cuando tocaba.
held-moved = Se cambió su hora, y la nueva ya había pasado.
held-database = Mi base de datos no funcionaba cuando tocaba.
held-clock = El reloj del ordenador en el que funciono iba mal cuando tocaba.
report-unknown = **No es seguro: { $send }.** La respuesta se perdió al enviarlo, y no pude mirar si llegó. Para que nada llegue dos veces, no lo envío de nuevo. Por favor, míralo, y escríbelo tú si falta. Con el permiso **Leer el historial de mensajes** puedo mirarlo yo.
report-refused = **Retenido: { $send }.** { $why } Lo sigo intentando hasta que sea demasiado tarde. `/campaign doctor` muestra qué falta.
report-failed = **Abandonado: { $send }.** { $why }
report-closed = **Sin entregar: { $send }.** { $manager } no acepta mensajes privados míos. Lo intento una vez al día mientras tenga sentido. Basta con permitir mensajes privados de miembros de este servidor, o leerlo con `/cmad digest`.
report-quarantined = **Discord no me deja escribir a nadie en privado.** Me ha puesto en cuarentena (código 20026) porque me toma por spam. Los mensajes privados esperan y pruebo uno al día; cada community manager puede leer su digest con `/cmad digest`. Quien me administra puede apelar ante el soporte de Discord.
report-no-content-intent = **El hashtag no se oye.** Discord me niega el intent Message Content. Quien me gestiona puede activarlo en el portal de desarrolladores de Discord, en la página «Bot», y reiniciarme. Todas las demás formas de agradecer funcionan sin él; `/campaign hashtag` desactiva el hashtag.
report-code-10003 = El canal ya no existe (código 10003 de Discord). Elige otro con `/campaign setup`.
report-code-50001 = No puedo ver el canal (código 50001 de Discord). Dame **Ver canal** allí.
report-code-50007 = Ahí no se aceptan mensajes privados míos (código 50007 de Discord).
report-code-50013 = Falta un permiso (código 50013 de Discord). Necesito **Enviar mensajes**, y **Crear eventos** para el evento programado.
report-code-200000 = AutoMod lo detuvo (código 200000 de Discord). Déjame pasar en la regla que lo detuvo.
report-code-full = En este servidor hay una lista llena (código { $code } de Discord): de eventos programados, por ejemplo, cien que aún no han terminado. Haz sitio ahí.
report-code-passes = Discord no lo acepta por ahora (código { $code }); se pasa solo.
report-code-filter = Un filtro de Discord lo detuvo (código { $code }).
report-code-none = Discord no dio ninguna razón.
report-code-other = El código de Discord es { $code }. Quizá `/campaign doctor` muestre por qué.

send-roster-check = el repaso de la lista
send-announce = el anuncio
send-event = el evento programado
send-countdown = la publicación de una semana antes
send-eve = la publicación de la víspera
send-day = la publicación del día
send-last-call = la última llamada
send-breathe = *para y respira* para { $who }
send-recap = el resumen
send-digest = el digest de { $who }
send-close = el final de la recogida
send-invite = la invitación de { $who }
send-thanks = un agradecimiento público
send-react = la reacción bajo un mensaje
send-question = una pregunta a quien agradeció
send-other = un mensaje

page-more-words = Más de sus palabras
page-more = { $count ->
    [one] y un mensaje más en el archivo
   *[other] y { $count } mensajes más en el archivo
}
page-cut = «…» marca palabras que siguen en el archivo.
send-unpost = la retirada de palabras que su autor retiró
