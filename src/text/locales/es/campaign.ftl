# Véase ../en/campaign.ftl.

unknown-command = No conozco ese comando o botón. Quizá Discord aún muestre uno antiguo; prueba el comando otra vez.
member-not-described = Discord no me dijo quién es ese miembro, así que no se cambió nada. Envía el comando otra vez y elige al miembro de la lista; si vuelve a pasar, el problema es de Discord.
person-not-described = Discord no me dijo a quién elegiste, así que no se guardó nada. Inténtalo otra vez; si vuelve a pasar, el problema es de Discord.
files-not-taken = **Sin los archivos:** por ahora Discord no acepta archivos aquí. Prueba más tarde o en otro servidor.
files-too-large = **Omitidos, porque Discord no acepta archivos tan grandes:** { $files }
only-in-servers = Esto solo funciona en un servidor. Usa el comando allí.
only-for-admins = Esto solo lo pueden ver los miembros con el permiso «Gestionar servidor».
not-set-up = El Community Manager Appreciation Day aún no está configurado en este servidor. Un admin puede hacerlo con `/campaign setup`.
not-set-up-admin = El Community Manager Appreciation Day aún no está configurado en este servidor. Empieza con `/campaign setup`: basta con un canal y tu zona horaria.
failed-inside = Algo salió mal por mi parte, así que puede que esto no se haya hecho. Inténtalo de nuevo en un minuto; si vuelve a pasar, díselo a quien gestiona este bot.
failed-whole = Discord no aceptó todo esto, así que aquí va una versión más corta.
failed-answer = Discord rechazó mi respuesta, incluso una más corta, así que no puedo mostrarte el resultado. Díselo a quien gestiona este bot: el motivo está en su registro.
failed-form = Discord no quiso abrir el formulario. Inténtalo de nuevo en un minuto; si vuelve a pasar, díselo a quien gestiona este bot: el motivo está en su registro.
bot-is-no-member = Mis comandos están aquí, pero yo no soy miembro de este servidor. Invítame de nuevo con el enlace de quien gestiona este bot (scopes `bot` y `applications.commands`). No se cambió nada.

and-more = { $count ->
    [one] … y uno más
   *[other] … y { $count } más
}

permission-view-channel = Ver canal
permission-send-messages = Enviar mensajes
permission-send-in-threads = Enviar mensajes en hilos
permission-read-message-history = Leer el historial de mensajes
permission-add-reactions = Añadir reacciones
permission-attach-files = Adjuntar archivos
permission-create-events = Crear eventos

campaign-day = ## #CMAD { $year }: { $date }
    Inicio del día aquí: <t:{ $unix }:R>; en tu hora, el <t:{ $unix }:f>.
plan-head = **El plan**, en la hora de { $zone } (entre paréntesis: tu hora)
plan-line = - **{ $step }**: { $date }, { $time } (<t:{ $unix }:f>){ $own ->
    [yes] , en la zona horaria de cada persona
   *[no] { "" }
}{ $moved ->
    [yes] , movido
    [rests] , no cuando lo pusiste: ese momento ya no encaja con los demás pasos
   *[no] { "" }
} · { $state }

state-off = desactivado
state-nobody = para nadie aún
state-planned = previsto
state-claimed = en camino
state-sent = enviado
state-refused = rechazado por Discord, se reintenta
state-skipped = omitido, demasiado tarde
state-failed = fallido
state-unknown = no se sabe si llegó
state-dropped = ya no hace falta
state-counted = { $state }: { $count }
state-and-event = { $state }; el evento: { $event }

next-nothing = No hay nada más previsto para esta campaña.
next-now = **A continuación:** { $step }, en los próximos minutos.
next-then = **A continuación:** { $step }, <t:{ $unix }:R> (el <t:{ $unix }:f>). Hasta entonces no se publica nada automáticamente.
next-paused = **A continuación:** { $step }, previsto para el <t:{ $unix }:f>, pero la campaña está en pausa. Reanúdala con `/campaign resume`.

setup-done = Listo: las publicaciones van a <#{ $channel }>, y no notifican a nadie. Puedes usar `/campaign setup` de nuevo para cambiar lo que sea; lo que omitas queda como está.
setup-not-last-monday = Es el cuarto lunes de enero, como siempre. Este año **no** es el último: enero tiene un quinto lunes una semana después.
setup-skipped = **Demasiado tarde para:** { $steps }. Omitido; todo lo demás va según lo previsto.
setup-roster = **Llena la lista:** `/roster add` por cada community manager, o usa `/campaign setup` otra vez con un `manager_role`.
setup-roster-role = **Llena la lista:** quien tiene <@&{ $role }> entra en ella la primera vez que el bot ve a esa persona (al recibir un agradecimiento o una mención, o al pulsar un botón). `/roster add` lo hace al momento.
setup-all-there = El bot tiene todos los permisos que necesita. Mira una publicación tal como saldrá con `/campaign preview`, y revisa cuando quieras con `/campaign doctor`.
setup-missing = **Lo que aún falta** (revisa de nuevo con `/campaign doctor`):
setup-bad-hour = La hora tiene que ser un número entero de 0 a { $latest }, para que la última llamada venga después de la publicación del día. No se cambió nada.
setup-role-everyone = @everyone pondría a cada miembro en la lista. Elige el rol de tu equipo, o no indiques ninguno y usa `/roster add`. No se cambió nada.
setup-same-channel = Los informes para admins no deben ir al canal donde se publica la campaña. Elige un canal privado como `admin_channel`; si lo omites, te llegan como mensajes directos. No se cambió nada.
setup-public-admins = Los informes para admins no deben ir a un canal público, y todo el mundo puede leer <#{ $channel }>. Quita *Ver canal* a @everyone allí, o elige otro `admin_channel`; si lo omites, te llegan como mensajes directos. No se cambió nada.
setup-channel-gone = Ese canal ya no existe, o es de otro servidor. Elige otro. No se cambió nada.
setup-cannot-post = El bot no puede publicar allí, así que no se cambió nada.
setup-again = Después usa `/campaign setup` de nuevo.
setup-refused-hour = La nueva hora choca con la hora de otros pasos, así que no se cambió nada. Mira `/campaign steps`.
unknown-zone = No conozco ninguna zona horaria ni ciudad «{ $typed }». Escribe la ciudad grande más cercana y elige de la lista, o un nombre IANA como `Europe/Madrid`. Un desfase como GMT+2 no basta, porque los relojes cambian. No se cambió nada.
unknown-zone-near = No conozco ninguna zona horaria ni ciudad «{ $typed }». ¿Querías decir { $near }? No se cambió nada.

phase-before = Los agradecimientos de esta campaña se recogen del <t:{ $opens }:f> al <t:{ $closes }:f>. Los que se dieron antes con `/thank` también cuentan.
phase-open = Se recogen agradecimientos hasta el <t:{ $closes }:f>.
phase-day = **Hoy es el día.** Se recogen agradecimientos hasta el <t:{ $closes }:f>.
phase-after = Se recogieron agradecimientos hasta el <t:{ $closes }:f>. Esta campaña se está cerrando.
phase-paused = **En pausa** desde el <t:{ $unix }:f>: no se publica ni se envía nada. Los agradecimientos siguen contando. Reanúdala con `/campaign resume`.
status-total = **Hasta ahora:** { $thanks ->
    [0] aún ningún agradecimiento.
    [one] un agradecimiento.
   *[other] { $thanks } agradecimientos de { $givers ->
        [one] una persona
       *[other] { $givers } personas
    } para { $managers ->
        [one] una persona de la lista
       *[other] { $managers } personas de la lista
    }.
}
status-roster = **Lista:** { $count ->
    [0] aún nadie.
   *[other] { $count } ({ $accepted } aceptaron, { $invited } sin responder).
}
status-settings = **Ajustes:** publicaciones en <#{ $channel }>; idioma: { $language }; el hashtag está { $hashtag ->
    [on] activado.
   *[off] desactivado.
}
status-posts-here = **Los agradecimientos públicos** se publican donde se dan, si todo el mundo ve ese canal.
status-posts-campaign_channel = **Los agradecimientos públicos** se publican en <#{ $channel }>.
status-reports-in = Los informes van a <#{ $channel }>.
status-reports-to = Los informes van a <@{ $user }>, por mensaje directo.
status-role = Quien tiene <@&{ $role }> es community manager.
status-holders = Una publicación pregunta a quienes tienen ese rol si aceptan: desde entonces están { $joined } de { $asked }.
status-theme = Lema: { $theme }
status-reports = **Por revisar**, lo más reciente primero:
status-in-which = Configuraste el día en más de un servidor. Usa `/campaign status` en el que quieras consultar.

status-report-skipped = - { $what }: omitido, porque habría llegado demasiado tarde. { $why }
status-report-unknown = - { $what }: no se puede saber si llegó, así que no se envía otra vez. Por favor, compruébalo.
status-report-refused = - { $what }: rechazado por Discord (código { $code }), se reintenta. `/campaign doctor` muestra qué falta.
status-report-failed = - { $what }: sin más intentos (error { $code } de Discord).
status-report-lost = - { $what }: sin más intentos, porque el programa se cerró cada vez.
status-report-closed-messages = - <@{ $user }> no acepta mensajes directos. El bot lo intenta cada día hasta el cierre; `/cmad digest` funciona en todo caso.
status-report-quarantined = - Discord no deja al bot enviar mensajes directos a nadie (cuarentena, código 20026). Lo intenta una vez al día; `/cmad digest` funciona para todo el mundo.
status-report-no-content-intent = - Discord no deja al bot leer mensajes, así que no detecta el hashtag. Todas las demás formas de dar las gracias funcionan.


steps-head = No se cambió nada.
steps-how = Cambia los pasos de uno en uno: `/campaign steps step:… on:False`, o `days:-10 time:18:30`, o `reset:True`.
steps-now-on = **{ $step }**: paso activado, previsto para el <t:{ $unix }:f>.
steps-now-off = **{ $step }**: paso desactivado, no se hará. Todo lo demás va según lo previsto.
steps-moved = **{ $step }**: paso movido al <t:{ $unix }:f>.
steps-reset-done = **{ $step }**: paso de vuelta a su valor predeterminado: activado, para el <t:{ $unix }:f>.
steps-reset-off = **{ $step }**: paso de vuelta a su valor predeterminado: desactivado.
steps-event-goes = También desaparece el evento programado. Lo que ya se publicó se queda.
steps-was-sent = Ya se envió y no se puede deshacer. El cambio cuenta a partir del año que viene.
steps-past = Esa hora ya pasó: sale en los próximos minutos, a menos que sea demasiado tarde para este paso.
steps-which = ¿Qué paso? Indica `step` junto con lo que quieres cambiar. No se cambió nada.
steps-one-change = Un solo cambio a la vez, por favor: o `on`, o `days` y `time`, o `reset`. No se cambió nada.
steps-bad-time = La hora tiene que ser una hora del día como `09:00` o `18:30`. No se cambió nada.

refused-cannot-be-off = **{ $step }** no se puede desactivar: para eso es la campaña. No se cambió nada.
refused-out-of-order = **{ $earlier }** tiene que venir antes que **{ $later }**. No se cambió nada; si eso es lo que quieres, mueve primero el otro paso.
refused-too-far = **{ $step }** puede estar como mucho 60 días antes del día y 30 días después. No se cambió nada.
refused-not-before = **{ $step }** tiene que venir antes del día: `days` debe ser -1 o menos. No se cambió nada.
refused-not-on-the-day = **{ $step }** tiene que ser el mismo día: `days` debe ser 0. No se cambió nada.
refused-not-after = **{ $step }** tiene que venir después del día: `days` debe ser 1 o más. No se cambió nada.

doctor-good = **Todo está bien.** Revisado: la base de datos, los dos canales y los permisos del bot en ellos, el evento programado, la lectura de mensajes, el rol de community manager, la lista y lo que se informó.
holders-on-roster = **{ $on }** de los { $count } miembros con <@&{ $role }> están en la lista. El resto rechazó la invitación o ya no está en la lista.
holders-waiting = **{ $on }** de los { $count } miembros con <@&{ $role }> están en la lista. Faltan { $waiting }: cada persona recibiría un mensaje directo que le pregunta si acepta, como mucho { $pace } por minuto. En su lugar, una sola publicación en <#{ $channel }> puede preguntar a todo el grupo.
holders-asked = **{ $on }** de los { $count } miembros con <@&{ $role }> están en la lista. Una publicación en <#{ $channel }> pregunta a las otras { $waiting } personas; desaparece cuando todas hayan aceptado.
holders-unread = Discord no me mostró a todos los miembros. A quien falte se le pregunta cuando aparezca por primera vez.
button-invite-holders = Enviar las invitaciones ({ $count })
button-ask-holders = Preguntar en una publicación
button-ask-holders-again = Publicarla de nuevo
doctor-head = { $count ->
    [one] **Hay una cosa por revisar.**
   *[other] **Hay { $count } cosas por revisar.**
}
doctor-database = **La base de datos no responde**, así que ahora no se puede guardar ni enviar nada. Díselo a quien gestiona este bot; lo pendiente sale en cuanto vuelva.
doctor-new-database = **La base de datos del bot es nueva.** Si CMAD ya estaba configurado en este servidor, no contiene nada de eso. Díselo a quien gestiona este bot antes de configurarlo de nuevo.
doctor-missing = - **En <#{ $channel }> al bot le falta** { $list }. Abre Editar canal > Permisos y dáselo al rol del bot.
doctor-permission = *{ $permission }* ({ $why })
why-view-channel = para ver el canal
why-send-messages = para publicar
why-send-in-threads = para preguntar bajo un mensaje en un hilo
why-read-message-history = sin él, una publicación que se enviaba durante una caída queda como «desconocida»
why-add-reactions = para indicar bajo un mensaje que cuenta
why-attach-files = para enviar archivos, como un digest en PDF o una exportación
why-create-events = para crear el evento programado
doctor-no-events = - **El bot no puede crear el evento programado.** Da *{ $permission }* a su rol en Ajustes del servidor > Roles. Todo lo demás funciona sin ello.
doctor-channel-gone = - **El canal de la campaña ya no existe**, así que no se puede publicar nada. Usa `/campaign setup` con otro.
doctor-admin-channel-gone = - **El canal de admins ya no existe**, así que no llega ningún informe. Usa `/campaign setup` con otro `admin_channel`.
doctor-admin-channel-public = - **Todo el mundo puede leer <#{ $channel }>**, donde van los informes para admins. Quita *Ver canal* a @everyone allí, o elige otro `admin_channel`.
doctor-reports-unread = - **Nadie recibe los informes:** <@{ $user }>, que configuró esto, ya no está o ya no puede gestionar el servidor. Te esperan en `/campaign status`. Usa `/campaign setup` desde tu cuenta, o indica ahí un `admin_channel`.
doctor-no-content = - **El bot no detecta el hashtag**, porque Discord no le deja leer mensajes. Quien gestiona este bot puede activar *Message Content Intent* en el portal de desarrolladores; o desactiva el hashtag con `/campaign hashtag`. Todas las demás formas de dar las gracias funcionan.
doctor-no-content-review = - **El bot no detecta el hashtag**, porque Discord no le deja leer mensajes. Llega a tantas personas que Discord tiene que aprobar antes *Message Content Intent*; quien gestiona este bot puede solicitarlo. Los mensajes que mencionan al bot o le responden con ping cuentan, y todas las demás formas de dar las gracias funcionan. También puedes desactivar el hashtag con `/campaign hashtag`.
doctor-reach = Este bot llega como máximo a { $users } personas, en { $servers ->
    [one] un servidor
   *[other] { $servers } servidores
  }. Message Content Intent: { $content }; Server Members Intent: { $members }.
doctor-reach-free = A partir de 10.000, Discord revisa estos intents.
doctor-reach-apply = A partir de 10.000, Discord revisa estos intents, cada año de nuevo: quien gestiona este bot debería solicitarlos ahora.
doctor-reach-reviewed = A partir de 10.000, Discord tiene que aprobar estos intents, cada año de nuevo. Sin ellos funcionan todos los comandos, botones y formularios, y los mensajes que mencionan al bot o le responden con ping.
doctor-reach-public = Cualquiera puede invitarlo, y los miembros de esos servidores cuentan; quien lo gestiona para sus propios servidores puede desactivar *Public Bot* en el portal de desarrolladores.
doctor-role-gone = - **El rol de community manager ya no existe** (<@&{ $role }>), así que no se reconoce a nadie nuevo por él. Usa `/campaign setup` con otro `manager_role`, o `/roster add`.
doctor-allowed-others = También pueden usar **{ $command }**: { $who }. Se permitió en Ajustes del servidor > Integraciones.
doctor-roster-empty = - **La lista está vacía**, así que no se le pueden dar las gracias a nadie. Añade a quienes cuidan de la comunidad con `/roster add`.
doctor-none-accepted = - **Nadie de la lista ha aceptado aún.** Aun así se les pueden dar las gracias y reciben su digest; *Detente y respira* y una copia para su responsable requieren su consentimiento. Pídeles que miren sus mensajes directos.
doctor-paused = - **La campaña está en pausa**, así que no se publica ni se envía nada. Reanúdala con `/campaign resume`.
doctor-copies-held = - **Ninguna copia llega a responsables**: los datos del bot se restauraron y no se sabe quién pidió no recibir más. Quien gestiona este bot puede resolverlo.
doctor-timed-out = - **El bot está aislado** hasta el <t:{ $unix }:f>: aquí no puede publicar ni reaccionar. Quien pueda aislar a miembros puede quitarle el aislamiento. Lo pendiente espera mientras tenga sentido.
doctor-reports = - **{ $count ->
    [one] Hay un informe.
   *[other] Hay { $count } informes.
}** Los detalles están en `/campaign status`.

preview-line = *Vista previa de **{ $step }**: solo la ves tú, y no notifica a nadie. { $on ->
    [yes] Está prevista para el <t:{ $unix }:f> en <#{ $channel }>, con los números y nombres de entonces.
   *[no] Este paso está desactivado.
}*
hashtag-on = El hashtag está activado: mientras se recogen agradecimientos, cuenta un mensaje con #CMAD que mencione a alguien de la lista. A quien lo escribió se le pregunta una vez qué se puede hacer con sus palabras.
hashtag-on-refused = El hashtag está activado, pero Discord no deja al bot leer mensajes, así que aún no lo detecta. Quien gestiona este bot puede activar *Message Content Intent* en el portal de desarrolladores; a partir de 10.000 personas, Discord tiene que aprobarlo antes. Todas las demás formas de dar las gracias funcionan.
hashtag-off = El hashtag está desactivado: ya no se detectan los mensajes con #CMAD. Lo que ya se encontró queda. `/thank`, los botones y las menciones del bot funcionan como antes.
paused-now = En pausa: desde ahora no se publica ni se envía nada, y nada se pierde. Los agradecimientos siguen contando. Reanúdala con `/campaign resume`; un paso que para entonces llegue demasiado tarde se omite y se informa.
paused-already = Ya estaba en pausa. Reanúdala con `/campaign resume`.
resumed-now = Reanudada. Lo que tocaba mientras tanto se envía ahora, a menos que sea demasiado tarde; en ese caso se omite y se informa. `/campaign status` lo muestra.
resumed-already = No estaba en pausa, así que no se cambió nada. `/campaign status` muestra qué viene a continuación.

roster-invited = **{ $name }** (<@{ $user }>) está en la lista y puede recibir agradecimientos. Un mensaje directo le pregunta si acepta; hasta entonces recibe su digest, pero no *Detente y respira*.
roster-already = **{ $name }** (<@{ $user }>) ya está en la lista. No se cambió nada.
roster-already-changed = **{ $name }** (<@{ $user }>) ya está en la lista. Cargo y equipo quedan actualizados.
roster-declined = **{ $name }** (<@{ $user }>) prefiere no participar. No se cambió nada. Puede volver cuando quiera, con el botón del mensaje directo del bot.
roster-bot = **{ $name }** (<@{ $user }>) es un bot. Solo las personas pueden estar en la lista.
roster-not-a-member = **{ $name }** (<@{ $user }>) no es miembro de este servidor. No se cambió nada.
roster-removed = **{ $name }** (<@{ $user }>) ya no está en la lista: aquí nadie puede darle las gracias, y no recibe mensajes. Los agradecimientos que tiene se conservan. Con `/roster add` vuelve a la lista.
roster-was-not-on = **{ $name }** (<@{ $user }>) no está en la lista. No se cambió nada.
roster-empty = Nadie está en la lista aún, así que no se le pueden dar las gracias a nadie. Añade a quienes cuidan de la comunidad con `/roster add`.
roster-of-role = Quien tiene <@&{ $role }> se añade la primera vez que el bot ve a esa persona: al recibir un agradecimiento o una mención, o al pulsar un botón.
roster-head = { $count ->
    [one] Aquí se le pueden dar las gracias a **una persona**:
   *[other] Aquí se les pueden dar las gracias a **{ $count } personas**:
}
roster-line = - **{ $name }** (<@{ $user }>){ $has ->
    [about] , { $about }
   *[nothing] { "" }
} · { $place }
place-accepted = aceptó
roster-cares = Le importa: { $cares }
place-invited = sin responder
roster-foot = Se cambia con `/roster add` y `/roster remove`. A quien no ha respondido se le pueden dar las gracias igualmente, y recibe su digest.

invite-accepted = **Te damos la bienvenida a la lista de { $server }.** Allí te pueden dar las gracias, y lo que escriban es tuyo: nadie más lo recibe si tú no lo compartes.
    Los mensajes llegan en la hora de { $zone }. Indica tu zona horaria, idioma y cargo con `/cmad profile`. Si algún día quieres enviar una copia a tu responsable, indica quién es con `/cmad boss set`; no se envía nada si tú no lo decides.
invite-declined = **No estás en la lista de { $server }.** Nadie puede darte las gracias allí a través de mí, y no volveré a escribirte por esto.
    Si cambias de idea, el botón de abajo te devuelve a la lista en cualquier momento.
invite-no-place = Ya no estás en la lista de { $server }, así que no hay nada que aceptar ni rechazar. Si es un error, un admin de allí puede añadirte con `/roster add`.
invite-server-gone = El día ya no está configurado en ese servidor, así que no hay nada que aceptar ni rechazar.
holder-not-asked = Esta publicación ya no vale: con <@&{ $role }> ya nadie entra en la lista de { $server }.
holder-other = Esta publicación pregunta a los miembros con <@&{ $role }>. No tienes ese rol, así que no tienes que hacer nada.
invite-leave-button = Prefiero no participar
invite-return-button = Quiero estar en la lista
