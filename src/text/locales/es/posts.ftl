# Véase ../en/posts.ftl.

post-when = **{ $date }** · inicio en tu hora: { $begins }, { $in }
post-when-today = **{ $date }** · fin en tu hora: { $ends }, { $in }
post-not-last-monday = Es el cuarto lunes de enero. Este año **no es el último lunes**: ese llega una semana después.

post-announce-title = Se acerca el Community Manager Appreciation Day
post-announce =
    Aquí hay personas que responden la primera pregunta, cuidan la convivencia y hablan en nombre de todos. Ese día les damos las gracias.

    ¿Te ayudó alguna de esas personas? Dale las gracias aquí, donde te ayudó. Puedes escribir hoy mismo; pasado el día, lo recibirá todo en una sola página.
post-roster-title = Quién cuida de { $server }
post-roster-note = El cargo no importa: advocate, soporte, evangelista, moderación.
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
post-eve = Una frase basta: qué hizo esa persona y qué cambió para ti. El cargo no importa.

post-day-title = Hoy es el Community Manager Appreciation Day
post-day =
    {"**"}¿Te ayudó alguien aquí?** Dale las gracias, donde te ayudó.
    {"**"}¿Trabajas con esa persona?** Tómate el tiempo de entender su pasión, dale las gracias y pon en copia a su responsable.
    {"**"}¿Eres una de esas personas?** Detente, respira, y ten por seguro que se te aprecia. Abraza a tu familia.
post-ways-title = Formas de dar las gracias
post-way-command = `/thank` y su nombre
post-way-member = Clic derecho en un miembro, luego Aplicaciones, luego **Dar las gracias por #CMAD**
post-way-mention = Mencióname junto con esa persona en un mensaje, con una palabra de agradecimiento
post-way-hashtag = Escribe **#CMAD** y menciona a esa persona, o responde a un mensaje suyo con el hashtag
post-way-button = Pulsa **Dar las gracias** aquí abajo

post-last-call-title = Última llamada de hoy
post-last-call-late = Los agradecimientos tardíos también cuentan, hasta el { $closes }.
post-last-call = { $givers ->
    [0] Nadie ha escrito aún, así que tu agradecimiento puede ser el primero. Una frase basta.
    [one] { $people } ha dado las gracias hasta ahora. ¿Queda alguien a quien quieras dar las gracias?
   *[other] { $people } han dado las gracias hasta ahora. ¿Queda alguien a quien quieras dar las gracias?
}

post-recap-title = Gracias a todo el mundo
post-recap = { $givers ->
    [0] Este año hubo silencio. Si querías dar las gracias a alguien, aún cuenta hasta el { $closes }.
    [one] { $people } escribió { $messages } a { $managers }, con motivo del Community Manager Appreciation Day { $year }. Los agradecimientos tardíos cuentan hasta el { $closes }.
   *[other] { $people } escribieron { $messages } a { $managers }, con motivo del Community Manager Appreciation Day { $year }. Los agradecimientos tardíos cuentan hasta el { $closes }.
}
post-recap-thanked = Recibieron agradecimientos este año, por orden alfabético
post-recap-link = mensaje { $n }
post-recap-managers = ¿Está tu nombre aquí? Lo que te escribieron te espera en **Mi digest**. Solo tú lo ves.
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
post-thanks-for = Motivo: { $what }

button-thank = Dar las gracias
button-thank-everyone = Dar las gracias a toda la lista
button-remind = Recuérdamelo
button-how-to-thank = Cómo dar las gracias
remind-set = Te lo recordaré por mensaje directo el { $at }. Pulsa **Recuérdamelo** otra vez para retirarlo.
remind-taken-back = Retirado: no te lo recordaré.
remind-too-late = Ya es tarde para un recordatorio: el día ha llegado o ya pasó. Con `/thank` puedes dar las gracias todo el año.
note-remind-title = Hoy es el Community Manager Appreciation Day
note-remind = Me pediste que te lo recordara. ¿Quién en **{ $server }** te ayudó este año? Dale las gracias en { $channel } o con `/thank`.
note-remind-once = -# Es el único recordatorio que te envío.
button-thank-too = Dar las gracias también a { $name }
button-thank-them-too = Dar las gracias también
button-my-digest = Mi digest
button-accept = Aceptar
post-holders-title = ¿Cuidas de { $server }?
post-holders = Esto va para quien tiene <@&{ $role }>: ese día, los miembros pueden dar las gracias a las personas que cuidan de la comunidad. ¿Pueden dártelas a ti?
post-holders-means =
    Si pulsas **Aceptar**:
    - Tu nombre está entre los de quienes pueden recibir las gracias, y los miembros pueden escribirte a partir del { $opens }.
    - Al día siguiente recibes una página con sus palabras: el digest. Es solo tuyo, y nada llega a tu responsable si tú no lo eliges.

    Si prefieres no participar, no tienes que hacer nada.
button-decline = No, gracias
button-copy-boss = Copia a mi responsable
button-keep = Guardarlo para mí
button-no-more = No recibir más
button-found = Decidir
button-whom = Elegir a la persona
button-status = Estado de la campaña

event-name = Community Manager Appreciation Day { $year }
event-about = Un día para dar las gracias a quienes nos cuidan: allí donde te ayudaron, con tus propias palabras. Escribe `/thank` aquí, o haz clic derecho en un miembro y elige «Dar las gracias por #CMAD».

note-roster-title = Community Manager Appreciation Day { $year }: ¿está todo bien?
note-roster = { $server } lo celebra el **{ $date }**.
note-roster-who = A estas personas se les pueden dar las gracias, y cada una recibe un digest:
note-roster-none = Nadie está en la lista aún, así que no se le pueden dar las gracias a nadie. Añade a las personas con `/roster add`, o indica un rol con `/campaign setup`.
note-roster-plan = Próximos pasos
note-roster-channel = Las publicaciones van a { $channel }.
note-roster-wrong = ¿Está todo como debe? Entonces no hay nada que hacer. Si no: `/roster add` y `/roster remove` cambian quién está en la lista, `/campaign steps` mueve un paso o lo desactiva, `/campaign preview` muestra una publicación antes de que salga.
plan-step = { $at } · { $what }
plan-announce = el anuncio, y el evento programado
plan-countdown = la publicación de una semana antes
plan-eve = la publicación de la víspera
plan-day = la publicación del día
plan-last-call = la última llamada
plan-breathe = *detente y respira*, a cada persona por la tarde, en su zona horaria
plan-recap = el resumen
plan-digest = cada persona recibe su digest por la mañana, en su zona horaria
plan-close = el final: lo que llegue hasta entonces cuenta

note-invite-title = Estás en la lista de personas que cuidan de { $server }
note-invite = El Community Manager Appreciation Day es el { $date }, y allí los miembros dan las gracias a quienes cuidan de la comunidad. ¿Te parece bien que te las den también a ti?
note-invite-means =
    Si aceptas:
    - Pueden escribirte a partir del { $opens }. Al día siguiente de la celebración recibes una página con sus palabras: el digest. Es solo tuyo.
    - Nada llega a tu responsable si tú no lo eliges.
    - La tarde de ese día te recuerdo que te detengas y respires. Con `/cmad profile` puedes cambiarlo, igual que tu cargo, tu zona horaria y más.

    Si no: pulsa **No, gracias**, y te quedas fuera. Si no respondes, te pueden dar las gracias y recibes tu digest, y nada más.

note-breathe-title = Detente y respira
note-breathe = { $givers ->
    [0] Hoy es para personas como tú. Cuidar de los demás muchas veces no se ve, e importa igual: se te aprecia.
    [one] Una persona te escribió por el Community Manager Appreciation Day. Se te aprecia.
   *[other] { $givers } personas te escribieron por el Community Manager Appreciation Day. Se te aprecia.
}
note-breathe-wait = Esta noche no hay nada que responder: las palabras seguirán ahí mañana. Ve y abraza a tu familia.

note-digest-title = Tu digest { $year }
note-digest-title-updated = Tu digest { $year }, actualizado
note-digest = Esto es lo que te escribieron. En **Mi digest** fijas lo que más te gusta y ocultas lo que deba quedarse contigo. Luego envía una copia a tu responsable, o guárdalo para ti: nada le llega si tú no lo eliges.
note-digest-updated = Desde el último se añadió, cambió o retiró algo. De este nadie ha recibido copia.
note-digest-few = Esto es lo que te escribieron. Es solo tuyo: una copia necesita palabras de al menos dos personas que tu responsable pueda leer.
note-without-words-title = Tu #CMAD { $year }
# To a manager to whom no one wrote.
without-words = Llegó el día, y aquí no hay palabras para ti. Eso no dice nada de tu trabajo: muchas personas están agradecidas sin escribirlo, y para la mayoría este día es nuevo. Gracias por cuidar de ellas.
without-words-others = Lo que hacen otras personas:
without-words-ask = Pide una frase a alguien a quien ayudaste. Quien te dio las gracias por correo, en un foro o en persona puede escribirlo aquí con `/thank`, hasta el { $closes }.
without-words-next = Apunta en tu calendario el día del próximo año: { $date }.

note-copy = { $mention } cuida de la comunidad { $server } en Discord. En el Community Manager Appreciation Day { $year } sus miembros pudieron dar las gracias, y { $manager } decidió enviarle la página.
note-copy-more = ¿Preguntas? Hable con { $mention }. Si pulsa **No recibir más**, no le enviaré nada más sobre { $manager }, tampoco en años posteriores.

note-ask-consent = He visto tu agradecimiento. ¿Puede verlo su responsable? Solo tú puedes usar los botones, porque las palabras son tuyas. Hasta que digas que sí, solo las ve la persona a quien das las gracias.
note-ask-whom = Esto parece un agradecimiento, y no quiero adivinar para quién. Solo tú puedes usar los botones, porque el mensaje es tuyo: elige a quién te refieres, y contará.

note-report-title = Algo requiere tu atención
report-skipped = **Omitido: { $send }.** { $why } Ahora llegaría demasiado tarde. Si quieres, escribe tú unas palabras; todo lo demás sigue como estaba previsto.
held-away = Yo no estaba cuando tocaba.
held-no-answer = No se podía contactar con Discord, o no respondía bien.
held-too-many = Discord no me dejó enviar tanto.
held-paused = La campaña estaba en pausa cuando tocaba.
held-removed = Yo no estaba en este servidor cuando tocaba.
held-moved = Se cambió su hora, y la nueva ya había pasado.
held-database = Mi base de datos no funcionaba cuando tocaba.
held-clock = El reloj del ordenador en el que funciono iba mal cuando tocaba.
held-limit = Ese día ya habían salido todas las copias permitidas.
report-unknown = **No es seguro: { $send }.** La respuesta se perdió al enviarlo, y no pude comprobar si llegó. Para que nada llegue dos veces, no lo envío de nuevo. Por favor, compruébalo, y escríbelo tú si falta. Con el permiso **Leer el historial de mensajes** puedo comprobarlo yo.
report-refused = **Retenido: { $send }.** { $why } Lo sigo intentando hasta que sea demasiado tarde. `/campaign doctor` muestra qué falta.
report-failed = **Sin más intentos: { $send }.** { $why }
report-lost = **Sin más intentos: { $send }.** En cada intento se cerró mi programa; lo más probable es que esta máquina tenga poca memoria para ello. Quien gestiona este bot encuentra los detalles en el registro. Un digest se puede seguir leyendo con `/cmad digest`.
report-closed = **Sin entregar: { $send }.** { $manager } no acepta mensajes directos míos. Lo intento una vez al día mientras tenga sentido. Basta con permitir mensajes directos de miembros de este servidor, o leerlo con `/cmad digest`.
report-quarantined = **Discord no me deja enviar mensajes directos a nadie.** Me ha puesto en cuarentena (código 20026) porque me toma por spam. Los mensajes directos esperan y pruebo uno al día; cada community manager puede leer su digest con `/cmad digest`. Quien gestiona este bot puede apelar ante el soporte de Discord.
report-no-content-intent = **No detecto el hashtag.** Discord me niega el intent Message Content. Quien gestiona este bot puede activarlo en el portal de desarrolladores de Discord, en la página «Bot», y reiniciarme; a partir de 10.000 personas, Discord tiene que aprobarlo antes. Todas las demás formas de dar las gracias funcionan sin él; `/campaign hashtag` desactiva el hashtag.
report-code-10003 = El canal ya no existe (error 10003 de Discord). Elige otro con `/campaign setup`.
report-code-50001 = No puedo ver el canal (error 50001 de Discord). Dame **Ver canal** allí.
report-code-50007 = Ahí no se aceptan mensajes directos míos (error 50007 de Discord).
report-code-50013 = Falta un permiso (error 50013 de Discord). Necesito **Enviar mensajes**, y **Crear eventos** para el evento programado.
report-code-200000 = AutoMod lo detuvo (error 200000 de Discord). Añádeme como excepción en la regla que lo detuvo.
report-code-full = En este servidor hay una lista llena (error { $code } de Discord): de eventos programados, por ejemplo, cien que aún no han terminado. Haz sitio ahí.
report-code-passes = Discord no lo acepta por ahora (código { $code }); se pasa solo.
report-code-filter = Un filtro de Discord lo detuvo (código { $code }).
report-code-none = Discord no dio ninguna razón.
report-code-other = El error de Discord es { $code }. Quizá `/campaign doctor` muestre por qué.

send-roster-check = el repaso de la lista
send-announce = el anuncio
send-event = el evento programado
send-countdown = la publicación de una semana antes
send-eve = la publicación de la víspera
send-day = la publicación del día
send-last-call = la última llamada
send-breathe = *detente y respira* para { $who }
send-recap = el resumen
send-digest = el digest de { $who }
send-close = el cierre de la campaña
send-invite = la invitación a { $who }
send-ask-holders = la publicación que pregunta a quienes tienen el rol
send-thanks = un agradecimiento público
send-react = la reacción bajo un mensaje
send-question = una pregunta a quien dio las gracias
send-other = un mensaje

page-more-words = Más de sus palabras
page-more = { $count ->
    [one] y un mensaje más en el archivo
   *[other] y { $count } mensajes más en el archivo
}
page-added-more = { $count ->
    [one] y una cita más de estas en el archivo
   *[other] y { $count } citas más de estas en el archivo
}
page-cut = «…» marca palabras que siguen en el archivo.
send-unpost = la eliminación de palabras retiradas
