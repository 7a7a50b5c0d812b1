# Véase ../en/thanks.ftl.

form-title = Dar las gracias por #CMAD
form-title-everyone = Dar las gracias a toda la lista
form-manager = ¿A quién le das las gracias?
form-manager-help = Hasta cinco personas de la lista de community managers de este servidor, sea cual sea su cargo.
form-words = Tus palabras
form-words-help = ¿Qué hizo, y qué cambió para ti? Un momento concreto es lo que más dice.
form-words-cares-help = Le importa: { $cares }
form-relation = Para esa persona eres…
form-relation-help = Ayuda a quien lo lea sin conocerte.
form-for = Esa persona…
form-for-help = Por qué le das las gracias.
form-consent = ¿Qué se puede hacer con tus palabras?
form-consent-help = Puedes cambiarlo, o retirarlo todo, hasta que cierre la campaña.

consent-public-means = Se publica aquí con tu nombre; se puede mostrar a su responsable, con nombre y enlace.
consent-named-means = No se publica; se puede mostrar a su responsable con tu nombre.
consent-unnamed-means = No se publica; su responsable, admins y community managers ven «un miembro», nunca tu nombre.
consent-private-means = Para la persona a quien das las gracias, con tu nombre; los demás solo ven que se contó.
choice-row = **{ $choice }**: { $means }

receipt-thanked = 💚 **{ $manager }** lo leerá en su digest #CMAD { $year }.
receipt-thanked-many = 💚 **{ $managers }** lo leerán, cada quien en su digest #CMAD { $year }.
receipt-public = Firmado como **{ $signature }**. Es **público**: se publica en <#{ $channel }>, y se puede mostrar a su responsable con tu nombre y un enlace.
receipt-public-many = Firmado como **{ $signature }**. Es **público**: se publica una vez en <#{ $channel }>, y se puede mostrar a sus responsables con tu nombre y un enlace.
receipt-named = Firmado como **{ $signature }**. No se publica, y se puede mostrar a su responsable **con tu nombre**.
receipt-named-many = Firmado como **{ $signature }**. No se publica, y se puede mostrar a sus responsables **con tu nombre**.
receipt-unnamed = Firmado como **un miembro**: la persona a quien das las gracias lee tus palabras sin tu nombre, y así puede leerlas su responsable. No se publica nada.
receipt-unnamed-many = Firmado como **un miembro**: las personas a quienes das las gracias leen tus palabras sin tu nombre, y así pueden leerlas sus responsables. No se publica nada.
receipt-private = Firmado como **{ $signature }**. Es **privado**: solo lo lee la persona a quien das las gracias; los demás solo ven que se contó.
receipt-private-many = Firmado como **{ $signature }**. Es **privado**: solo lo leen las personas a quienes das las gracias; los demás solo ven que se contó.
receipt-not-asked = Firmado como **{ $signature }**. Ya está en el canal; qué más se puede hacer con ello lo decides tú.
receipt-cares = -# A **{ $name }** le importa: { $cares }
receipt-mixed = No elegiste lo mismo para todas las personas; `/cmad mine` muestra cada caso.
receipt-again = Este ya lo tenía; cuenta una sola vez.
receipt-waits = La campaña empieza el { $opens }; hasta entonces tus palabras esperan a #CMAD { $year }.
receipt-withdrawn = Retirado. **{ $manager }** no lo verá, y no cuenta en ninguna parte.
receipt-withdrawn-many = Retirado. **{ $managers }** no lo verán, y no cuenta en ninguna parte.
receipt-hidden = Un admin ha ocultado tu agradecimiento para **{ $manager }**. Pregunta a los admins de este servidor si crees que es un error.
receipt-hidden-many = Un admin ha ocultado tus agradecimientos para **{ $managers }**. Pregunta a los admins de este servidor si crees que es un error.
receipt-over = Esto ya no se puede cambiar: la campaña está cerrada, o el agradecimiento no es tuyo. Si aun así quieres que se borren tus palabras, pulsa **Borrar** en `/cmad privacy`: siempre se puede, y es al momento.
button-undo = Deshacer
button-withdraw = Retirar
button-take-back = Dar las gracias de todos modos
button-try-again = Intentar de nuevo

refused-not-set-up = Aún no hay una campaña configurada en este servidor, así que no hay dónde guardar un agradecimiento. Un admin puede empezar con `/campaign setup`.
refused-yourself = ¡Eres tú! Dale las gracias a alguien que te ayudó; otras personas te las darán a ti.
refused-bot = **{ $name }** es un bot. Los bots no están en la lista; da las gracias a las personas que hay detrás.
refused-from-bot = Los agradecimientos de bots y webhooks no cuentan.
refused-not-on-roster = **{ $name }** no está en la lista de community managers de este servidor. Si debería estarlo, propón su nombre con `/nominate`: deciden los admins.
refused-no-one-else = Todavía no hay nadie más en la lista de este servidor. Si alguien debería estar, propón a esa persona con `/nominate`: los admins deciden.
refused-declined = **{ $name }** ha pedido quedarse fuera de #CMAD. Aun así puedes darle las gracias con tus propias palabras.
refused-too-many = Has dado las gracias { $limit } veces en la última hora, y ese es el límite. Inténtalo un poco más tarde.
refused-everyone-once = En esta campaña ya diste las gracias a toda la lista, así que cuenta una vez. Con `/thank` das las gracias a una persona, y `/cmad mine` muestra lo que escribiste.
refused-too-long = Tu mensaje tiene { $length } caracteres; caben hasta { $limit }. Acórtalo un poco, por favor.
refused-words-kept = -# Tus palabras quedan aquí, solo para ti:

found-not-yours = Esta pregunta es solo para { $giver }: las palabras son suyas.
found-nothing = Nada espera tu decisión. `/cmad mine` muestra todos tus agradecimientos.
found-choose = He visto tus palabras para **{ $managers }**, firmadas como **{ $signature }**. ¿Qué se puede hacer con ellas? El mensaje sigue siendo tuyo en todo caso.
found-answered = { $n ->
    [0] Anotado: **{ $choice }** desde ahora.
    [one] Gracias. Tu elección para estas palabras: **{ $choice }**.
   *[other] Gracias. Tu elección para tus { $n } mensajes: **{ $choice }**.
  } { $means } Puedes cambiarlo en `/cmad mine`.
whom-pick = ¿A quién le das las gracias con este mensaje?
whom-placeholder = Una o más personas
whom-gone = Ese mensaje ya no existe, así que no hay nada que guardar.
whom-thanked = 💚 **{ $manager }** leerá tu mensaje en su digest.

when-ahead = El Community Manager Appreciation Day { $year } es el **{ $date }**: { $days ->
    [one] mañana.
   *[other] en { $days } días.
  }
when-today = El Community Manager Appreciation Day { $year } es **hoy**, { $date }. ¡Dale las gracias a alguien!
when-past = El Community Manager Appreciation Day { $year } fue el **{ $date }**.
when-here = Aquí ({ $zone }) dura del { $from } al { $until }.
when-not-last = El cuarto lunes de enero no es el último ese año: quien diga «el último lunes» llega una semana tarde.
when-file = Con este archivo, el día queda en tu calendario todos los años.
when-no-such-year = Indica un año de 1583 a 9999.
mine-none = Aún no has dado las gracias a nadie en esta campaña. Con `/thank` basta una línea; clic derecho en un miembro → **Dar las gracias por #CMAD** abre un formulario.
mine-some = { $n ->
    [one] Has escrito **un** agradecimiento en esta campaña.
   *[other] Has escrito **{ $n }** agradecimientos en esta campaña.
  } Elige uno para cambiar qué se puede hacer con él, o para retirarlo.
mine-line = - **{ $manager }**, { $when } ({ $state }): { $words }
mine-unclear = [Este mensaje]({ $link }) no nombra a nadie, así que aún no cuenta.
mine-undecided = { $n ->
    [one] Aún no has dicho cómo se puede mostrar **un** agradecimiento.
   *[other] Aún no has dicho cómo se pueden mostrar **{ $n }** agradecimientos.
  }
mine-to-save = Alguien quiere guardar [este mensaje]({ $link }) tuyo como agradecimiento.
mine-pick = Elige un agradecimiento
list-page = -# Del { $first } al { $last } de { $count }.
button-list-newer = ◀ Más nuevos
button-list-older = Más antiguos ▶
mine-withdrawn = retirado
mine-hidden = ocultado por un admin
why-which = Indica el enlace de un mensaje: clic derecho → **Copiar enlace del mensaje**, y luego `/cmad why message:`.
why-not-yours = Ese mensaje lo escribió otra persona; solo puede preguntar quien lo escribió.
why-counts = Cuenta: **{ $manager }** lo leerá en su digest.
why-counts-not-asked = Cuenta: **{ $manager }** lo leerá en su digest. Su responsable no, a menos que lo permitas con `/cmad mine`.
why-withdrawn = No cuenta para **{ $manager }**: se retiró, o el mensaje se editó o se borró.
why-hidden = No cuenta para **{ $manager }**: lo ha ocultado un admin.
why-asked = Parece un agradecimiento, pero no sé para quién. Pulsa el botón de mi respuesta y elige a alguien, o menciona a la persona en el mensaje.
why-closed = Ahora mismo ninguna campaña recoge agradecimientos en este servidor, así que no leo mensajes. `/thank` funciona todo el año.
why-hashtag-off = El hashtag está desactivado en este servidor. Mencióname junto con la persona a quien das las gracias, o usa `/thank`.
why-no-sign = No encontré ningún agradecimiento en él: escribe `#CMAD` y menciona a quien das las gracias (no dentro de código, una cita o un enlace), o usa `/thank`.

profile =
    {"**"}Tu perfil en { $server }** ({ $place })
    Nombre: { $name }
    Cargo: { $title }
    Equipo: { $team }
    Lo que te importa: { $cares }
    Enlace: { $link }
    Zona horaria: { $zone }
    Idioma: { $language }
    {"*"}Detente y respira*: { $breathe }
    -# Todo se cambia con `/cmad profile`. Tu responsable se indica con `/cmad boss set`, y nadie más que tú ve quién es.
profile-none = –
profile-language-none = Idioma del servidor
profile-no-link = Un enlace empieza por https:// y lleva a una página pública.
addressless-name = «{ $text }» contiene una dirección o una @. Un nombre, un cargo, un equipo o un lema no puede tenerla, porque también aparece en correos y páginas. No se cambió nada.
not-a-manager = No estás en la lista de community managers de este servidor. Si deberías estar, pide `/roster add` a un admin.
profile-place-invited = aún sin aceptar
profile-place-accepted = aceptado
profile-place-declined = rechazado
profile-place-removed = fuera de la lista
switch-is-on = activado
switch-is-off = desactivado
boss-who = Indica a tu responsable: un miembro con `/cmad boss set member:@nombre`, o un correo con `/cmad boss set email:…`.
boss-is-bot = **{ $boss }** es un bot; indica a una persona.
boss-is-you = ¿Te indicas a ti como responsable? Entonces tu digest ya ha llegado. Indica a otra persona, o no indiques a nadie.
boss-not-here = **{ $boss }** no es miembro de este servidor, así que no podría escribirle. Indica a un miembro, o una dirección con `email`. No se cambió nada.
boss-set = Anotado: **{ $boss }**. No se le dice nada.
boss-cleared = Ya no hay nadie indicado como tu responsable. **Copia a mi responsable** te da los archivos para reenviar.
boss-no-more = No le enviaré más digests de **{ $manager }**, los pida quien los pida. Esa persona solo lo verá en su escritorio si intenta enviarle otra copia; a nadie más se le dice nada.
boss-no-more-of-none = Aquí no se le ha enviado ningún digest de esa persona, así que no hay nada que detener.
which-server = ¿A qué servidor te refieres?
which-server-none = No conozco ningún servidor en el que estés en la lista o hayas dado las gracias a alguien. Usa el comando en el propio servidor.
which-server-go = Usa ese comando en **{ $server }**, por favor: lo que le indicaste no se puede trasladar.

desk-none = No estás en la lista de este servidor, o esa campaña no existió, así que no tienes ningún digest.
desk-title = ## Tu digest #CMAD { $year } · { $server }
desk-waits = Tu digest llega el { $when }; hasta entonces las palabras se guardan, para que el día sea tranquilo. Puedes mirar ahora si quieres.
desk-pin = Fija hasta tres citas arriba
desk-hide = Oculta citas a tu responsable
desk-no-words = (sin palabras)
desk-yours = Es tuyo. Nada llega a nadie si tú no lo envías.
desk-kept = Elegiste guardarlo para ti. Puedes cambiar de idea.
desk-kept-now = Guardado. Se queda contigo; no se envió nada a nadie. Puedes cambiar de idea en tu escritorio: `/cmad digest`.
desk-kept-late = Guardado a partir de ahora. Ya se envió una copia a tu responsable, o se está enviando; no se puede recuperar.
desk-copied = Tu responsable tiene una copia.
desk-copy-on-its-way = Una copia va en camino a tu responsable.
desk-copy-unknown = No puedo saber si la copia llegó a tu responsable, así que no se envía otra vez automáticamente. Pregúntale, o reenvía los archivos.
desk-copy-failed = La copia no pudo llegar a tu responsable (quizá tenga desactivados los mensajes directos, o su servidor de correo la rechazó). Reenvía los archivos, o inténtalo de nuevo.
desk-files = Tu propio digest con cada cita, y la versión para tu responsable, solo con lo que permiten quienes escribieron. Abre la página en un navegador, imprímela, o adjúntala a un correo.
button-show-now = Mostrar ahora
button-copy-now = Sí, enviar
button-files = Archivos para reenviar
copy-ordered = En camino. Tu escritorio muestra cuándo ha llegado.
copy-already = Tu responsable ya recibió este digest; una copia se envía una vez. Tras una actualización puedes enviarla de nuevo.
copy-no-boss = No has indicado quién es tu responsable, así que aquí están los archivos para reenviar, entre ellos un borrador de correo, solo con lo que permiten quienes escribieron. `/cmad boss set` indica a un miembro de este servidor o un correo.
copy-no-more = Tu responsable pidió no recibir más, así que no le escribo. Aquí están los archivos, por si quieres enviárselos por tu cuenta.
copy-not-accepted = Acepta primero tu lugar en la lista; después puedes enviar copias.
copy-not-due = Aún no es la hora de tu digest; a partir de entonces puedes enviar una copia.

about =
    {"**"}cmad** mantiene vivo el Community Manager Appreciation Day: cada cuarto lunes de enero desde 2010, cuando Jeremiah Owyang escribió una página de instrucciones.
    {"*"}Si te ayudaron como cliente*, da las gracias al community manager que te ayudó, allí donde te ayudó. *Si eres colega*, entiende su pasión, dale las gracias y pon en copia a su responsable. *Si eres community manager*, detente, respira, y ten por seguro que se te aprecia.
    `/thank` da las gracias a alguien · `/cmad when` es la fecha · `/cmad mine` muestra lo que dijiste
    -# Un agradecimiento, no una evaluación: nada aquí clasifica, puntúa ni compara a las personas.
about-data-link = **Tus datos:** [qué se guarda y durante cuánto tiempo](<{ $url }>) · `/cmad privacy` los muestra, los exporta y los borra.
about-data = **Tus datos:** `/cmad privacy` muestra lo que se guarda sobre ti, lo exporta y lo borra.
about-contact = **Contacto:** { $contact }. Escribe ahí si tienes preguntas sobre tus datos o para denunciar un mal uso de este bot.
about-no-contact = **Denunciar un mal uso:** avisa a los admins de este servidor; pueden contactar con quien gestiona este bot.
about-report = Lo que rompe las reglas de Discord también se puede denunciar a Discord: <https://dis.gd/report>

# The day, as an entry in a calendar.
calendar-day = Community Manager Appreciation Day
calendar-day-about = Cada cuarto lunes de enero: da las gracias a un community manager que te haya ayudado, allí donde te ayudó, con #CMAD. Si trabajas con esa persona, pon en copia a su responsable.
