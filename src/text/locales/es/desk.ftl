# El escritorio: citas, la frase a la persona responsable, archivos, años, la respuesta a quienes dieron las gracias; y
# ajustes que un admin olvida.

button-answer-all = Responder a todo el mundo
button-copy-update = Enviar la copia actualizada
button-as-it-left = Ver la copia enviada
button-as-it-left-before = La anterior
button-quotes = Citas: fijar, ocultar, acortar
button-sentence = Una frase para mi responsable
button-back-to-desk = Volver a mi escritorio
button-back-to-quotes = Volver a las citas
button-first = Poner la primera
button-second = Poner la segunda
button-third = Poner la tercera
button-not-first = No poner arriba
button-show-quote = Mostrarla a mi responsable
button-hide-quote = Ocultarla a mi responsable
button-quote-picture = Como imagen
button-page-before = ◀ Anteriores
button-page-after = Siguientes ▶
button-change = Cambiar
button-write = Escribir
button-sentence-none = Quitar la frase

desk-year = #CMAD { $year }
desk-years = Ver otro año
desk-copied-when = Se envió el { $when }; **Ver la copia enviada** la muestra tal como era.
desk-copied-changed = La página ha cambiado desde entonces: puedes enviarla otra vez, marcada como actualización.
desk-copied-another = La persona responsable que habías indicado antes tiene una copia; la de ahora aún no tiene ninguna.
desk-has-sentence = Una frase tuya va al principio de la copia.
desk-copies-held = Las copias esperan: mis datos se restauraron y no se sabe quién pidió no recibir más. Quien gestiona este bot puede resolverlo.
# Words that hold a link, markup or the like wait before they go by themselves.
unseen-waits = { $count ->
    [one] **Un mensaje espera a que lo mires.** Hay un enlace, marcas de formato o algo parecido en las palabras o en el nombre, así que tu responsable solo lo recibe si tú lo dices.
   *[other] **{ $count } mensajes esperan a que los mires.** Hay un enlace, marcas de formato o algo parecido en las palabras o en el nombre, así que tu responsable solo los recibe si tú lo dices.
}
quotes-unseen = Espera a que lo mires, porque hay un enlace, marcas de formato o algo parecido en las palabras o en el nombre. Si lo dejas ir, tu responsable lo recibe como texto sin formato.
button-look-at-it = Mirarlo
button-let-go = Dejarlo ir con la copia

copy-preview = Esto es lo que recibiría { $boss }, en un mensaje directo mío. Aún no se ha enviado nada.
copy-preview-changed = **Ha cambiado desde que miraste**, así que no se envió nada; esto es lo que se enviaría ahora.
copy-enough = Tu responsable ya recibió tres copias de este digest; enviar más sería una molestia. Puedes hacerle llegar los archivos por tu cuenta.
copy-as-it-left = Esto es lo que se envió el { $when }. Se queda como era, cambies lo que cambies; solo faltan las palabras que borró quien las escribió.
copy-as-it-left-gone = Esa copia ya no se guarda: las palabras se borran al cabo de un tiempo, y sus copias también.

quotes-head = **Tus citas, de la { $first } a la { $last } de { $count }.** Hasta { $most } van primero, en tu orden. Lo que ocultas se queda contigo. Desde aquí no se envía nada a nadie.
quotes-none = Aquí no hay palabras entre las que elegir.
quotes-none-pinned = No hay ninguna fijada, así que elige la página: citas breves y con contenido, de personas distintas.
quotes-look = Elige una para moverla o acortarla
quotes-gone = Esa ya no está: la retiró quien la escribió, o un admin la ocultó.
quotes-picture = La cita como imagen, para compartirla donde quieras. Quien la escribió la hizo pública.
quotes-not-public = Solo una cita pública puede ser una imagen: una que pude publicar y cuyo mensaje sigue ahí.
quotes-passed-on-as = **Se comparte así:**
quotes-whole = Entera, como se escribió
quotes-shorten = Que termine antes, con «…»
quotes-full = Ya hay { $most } arriba. Quita una para hacer sitio a esta.

sentence-about = Una frase tuya puede ir al principio de la copia, en el mensaje y en cada archivo: por qué la envías, o qué te gustaría. Solo la lee tu responsable.
sentence-address = { $found } parece una dirección. En una copia por correo no puede haber ninguna, para que nadie reciba en mi nombre un enlace ajeno. Tu frase no se guardó: con **Cambiar** la tienes tal como la escribiste.
sentence-form-title = Una frase para mi responsable
sentence-form-label = Tu frase
sentence-form-help = Va al principio de la página, con tu nombre. No la lee nadie más.

button-added = Palabras de otros sitios
button-added-add = Añadir palabras de otros sitios
button-added-remove = Quitar
added-about = **Palabras de otros sitios, { $count } de { $most }.** Agradecimientos que te llegaron por correo, en un foro o en un escenario. Van después de las palabras de tus miembros, como «añadido por ti, sin comprobar», y no cuentan en ninguna cifra. Tu responsable solo lee lo que marques aquí.
added-allow = Marca lo que tu responsable puede leer
added-look = Elige una para cambiarla o quitarla
added-for-boss = tu responsable puede leerla
added-form-title = Añadir palabras de otros sitios
added-form-words = Sus palabras
added-form-words-help = Tal cual, sin enlaces, menciones ni formato.
added-form-said-by = Quién lo dijo
added-form-said-by-help = Con el nombre que puede aparecer en una página que leen otras personas.
added-form-place = Dónde
added-form-place-help = Un enlace o un lugar. En un correo va como texto sin más.
added-empty = No hay palabras que añadir. **Intentar de nuevo** te devuelve lo que escribiste.
added-nameless = El nombre no se puede leer, así que no se guardó nada. **Intentar de nuevo** te devuelve tus palabras.
added-address = { $found } parece una dirección. Las palabras de otros sitios no pueden llevar ninguna, para que nadie reciba en mi nombre un enlace ajeno. No se guardó nada: **Intentar de nuevo** te devuelve tus palabras.
added-mention = Estas palabras llevan una @, y nadie debe recibir una notificación. Escribe el nombre sin ella. No se guardó nada: **Intentar de nuevo** te devuelve tus palabras.
added-markup = Estas palabras llevan formato, código o letras que no se pueden leer; solo se pueden añadir palabras sin más. No se guardó nada: **Intentar de nuevo** te devuelve tus palabras.
added-full = Ya hay { $most }, así que no se guardó nada. Quita una, y **Intentar de nuevo** te devuelve tus palabras.
added-gone = Lo que querías cambiar ya no está. **Intentar de nuevo** añade tus palabras otra vez.
added-purged = Las palabras de esta campaña ya se eliminaron, así que no se puede añadir nada.

files-forward = La versión para tu responsable, solo con lo que permiten quienes escribieron, para que la envíes por tu cuenta.
files-none-go = Con una copia no se envía ningún archivo: tu responsable recibe solo el mensaje.
files-go = Con una copia se envían: { $files }.
files-with-copy = Qué archivos van con una copia
files-own = Mi propio digest, en otro formato
files-lacking = No pude crear esto: { $files }. Es un fallo mío; quien gestiona este bot lo encuentra en el registro, y puedes volver a pedirlo más tarde.
files-forward-as = Para mi responsable, en otro formato
files-for-boss = para-tu-responsable
files-as-html = una página para el navegador
files-as-text = texto sin formato
files-as-pdf = un PDF para imprimir
files-as-card = una imagen para un chat
files-as-eml = un correo, como borrador
files-as-markdown = Markdown
files-as-json = JSON, para programas
files-as-csv = CSV, para hojas de cálculo
files-as-calendar = un día de formación, para el calendario

thankers-about = Una respuesta tuya a { $people ->
    [one] la única persona que te dio
   *[other] las { $people } personas que te dieron
} las gracias. La publico una vez, bajo el resumen en { $channel }, donde todo el mundo puede leerla, y pongo un 💌 bajo los mensajes públicos. Nadie recibe un mensaje directo ni una mención.
thankers-draft = Esto aún no lo ha visto nadie. Con **Publicar** aparece bajo el resumen en { $channel }, con tu nombre.
thankers-waits = Aún no se ha publicado; hasta entonces puedes cambiarla.
thankers-on-its-way = Está en camino.
thankers-posted = Está publicada aquí: { $link }. Para cambiarla, retírala primero.
thankers-unknown = No puedo saber si se publicó, así que no la publico otra vez automáticamente. Mira el canal; con **Retirar** empiezas de nuevo.
thankers-failed = No se pudo publicar. Con **Cambiar** puedes mirarla e intentarlo otra vez.
thankers-hidden = Un admin ha ocultado tu respuesta. Pregunta a los admins si no sabes por qué.
thankers-empty = Tu respuesta estaba vacía.
thankers-not-due = Primero van sus palabras: puedes responder en cuanto llegue tu digest.
thankers-nobody = Aún no te ha escrito nadie, así que no hay a quién responder.
thankers-stands = Tu respuesta ya está publicada o en camino. Retírala primero si quieres escribir otra.
thankers-form-title = Responder a todo el mundo
thankers-form-label = Tu respuesta
thankers-form-help = Se publica una vez bajo el resumen, a la vista de todos. La ves antes y puedes retirarla.
button-answer-post = Publicar
button-answer-throw = Descartar
button-answer-back = Retirar
post-answer = **{ $manager } responde a quienes dieron las gracias en el #CMAD { $year }:**
send-answer = la respuesta de { $who } a quienes le dieron las gracias

moderate-answer-hidden = Oculta: se retira la respuesta de **{ $manager }**, con sus 💌. Lo verá en su escritorio. `/campaign restore` la devuelve.
moderate-answer-restored = Restaurada: la respuesta de **{ $manager }** se publica otra vez.
moderate-hidden-answer = La respuesta de **{ $manager }** a quienes le dieron las gracias está oculta.
button-restore-answer = Restaurarla

button-forget-theme = Quitar el lema
button-forget-role = Dejar de usar el rol
button-forget-admins = Sin canal de admins
forgot-theme = El lema ya no saldrá en las próximas publicaciones. Lo publicado se queda como está.
forgot-role = Ya ningún rol pone a nadie en la lista. Quien ya está sigue en ella.
forgot-admins = Desde ahora los informes van a <@{ $user }>, por mensaje directo.

privacy-thankers = - Tu respuesta a quienes te dieron las gracias en el #CMAD { $year }
privacy-copies = { $n ->
    [one] - Un pasaje tuyo en una copia que se envió a una persona responsable, guardada tal como era
   *[other] - { $n } pasajes tuyos en copias que se enviaron a personas responsables, guardadas tal como eran
}
