# El escritorio: citas, la frase a la persona responsable, archivos, años, la respuesta a quienes dieron las gracias; y
# ajustes que un admin olvida.

button-answer-all = Responder a todo el mundo
button-copy-update = Enviar la actualización a mi responsable
button-as-it-left = La copia tal como salió
button-as-it-left-before = La anterior
button-quotes = Citas: fijar, ocultar, acortar
button-sentence = Una frase a mi responsable
button-back-to-desk = Volver a mi escritorio
button-back-to-quotes = Volver a las citas
button-first = Va la primera
button-second = La segunda
button-third = La tercera
button-not-first = No va arriba
button-show-quote = Mostrarla a mi responsable
button-hide-quote = Ocultarla a mi responsable
button-page-before = ◀ Anteriores
button-page-after = Siguientes ▶
button-change = Cambiar
button-write = Escribir
button-sentence-none = Sin frase

desk-year = #CMAD { $year }
desk-years = Mira otro año
desk-copied-when = Salió { $when }; **La copia tal como salió** la muestra como era.
desk-copied-changed = La página ha cambiado desde entonces: puedes enviarla otra vez, marcada como actualización.
desk-copied-another = La persona responsable que habías indicado antes tiene una copia; la de ahora aún no tiene ninguna.
desk-has-sentence = Una frase tuya va encima de la copia.

copy-preview = Esto es lo que recibiría { $boss }, en un mensaje privado mío. Aún no se ha enviado nada.
copy-preview-changed = **Ha cambiado desde que miraste**, así que no se envió nada; esto es lo que saldría ahora.
copy-enough = Tu responsable ya recibió tres copias de este digest; más serían una molestia. Tienes los archivos para entregarlos tú.
copy-as-it-left = Esto es lo que salió { $when }. Se queda como era, cambies lo que cambies; solo falta lo que su autor borró.
copy-as-it-left-gone = Esa copia ya no se guarda: las palabras se borran al cabo de un tiempo, y sus copias también.

quotes-head = **Tus citas, de la { $first } a la { $last } de { $count }.** Hasta { $most } van primero, en tu orden. Lo que ocultas se queda contigo. Desde aquí no se envía nada a nadie.
quotes-none = Aquí no hay palabras entre las que elegir.
quotes-none-pinned = No hay ninguna fijada, así que elige la página: las más largas entre las cortas, de personas distintas.
quotes-look = Abre una: su lugar, una versión más corta
quotes-gone = Esa ya no está: su autor la retiró, o un admin la ocultó.
quotes-passed-on-as = **Se pasa así:**
quotes-whole = Entera, como se escribió
quotes-shorten = Que termine antes, con «…»
quotes-full = Ya hay { $most } arriba. Quita una y esta cabrá.

sentence-about = Una frase tuya puede ir encima de la copia, en el mensaje y en cada archivo: por qué la envías, o qué te gustaría. Solo la lee tu responsable.
sentence-form-title = Una frase a mi responsable
sentence-form-label = Tu frase
sentence-form-help = Va encima de la página, con tu nombre. No la lee nadie más.

files-forward = La versión para tu responsable, solo con lo que permiten sus autores, para entregarla tú.
files-none-go = Con una copia no va ningún archivo: tu responsable recibe solo el mensaje.
files-go = Con una copia van: { $files }.
files-with-copy = Qué archivos van con una copia
files-own = Mi propio digest, en otro formato
files-lacking = Esto no se pudo hacer: { $files }. Es un fallo mío, quien me administra lo encuentra en el registro, y puedes volver a pedirlo más tarde.
files-forward-as = Para mi responsable, en otro formato
files-as-html = una página para el navegador
files-as-text = texto sin formato
files-as-pdf = un PDF para imprimir
files-as-card = una imagen para un chat
files-as-eml = un correo, como borrador
files-as-markdown = Markdown
files-as-json = JSON, para programas
files-as-csv = CSV, para hojas de cálculo

thankers-about = Una respuesta tuya a { $people ->
    [one] la única persona que te dio
   *[other] las { $people } personas que te dieron
} las gracias. La publico una vez, bajo el resumen en { $channel }, donde todo el mundo puede leerla, y pongo un 💌 bajo los mensajes públicos. Nadie recibe un mensaje privado ni una mención.
thankers-draft = Esto aún no lo ha visto nadie. **Publicar** lo pone bajo el resumen en { $channel }, con tu nombre.
thankers-waits = Espera a ser publicada; hasta entonces puedes cambiarla.
thankers-on-its-way = Está en camino.
thankers-posted = Está aquí: { $link }. Para cambiarla, retírala primero.
thankers-unknown = No se puede saber si se publicó, así que no se publica otra vez por sí sola. Mira el canal; **Retirar** empieza de nuevo.
thankers-failed = No se pudo publicar. Con **Cambiar** puedes mirarla e intentarlo otra vez.
thankers-hidden = Un admin ha ocultado tu respuesta. Pregúntale si no sabes por qué.
thankers-empty = No había nada que leer.
thankers-not-due = Primero las palabras de los demás: puedes responder a partir de la hora de tu digest.
thankers-nobody = Aún no te ha escrito nadie, así que no hay a quién responder.
thankers-stands = Tu respuesta ya está publicada o en camino. Retírala primero y podrás escribir otra.
thankers-form-title = Responder a quienes me dieron las gracias
thankers-form-label = Tu respuesta
thankers-form-help = Se publica una vez bajo el resumen, a la vista de todos. La ves antes y puedes retirarla.
button-answer-post = Publicar
button-answer-throw = Descartar
button-answer-back = Retirar
post-answer = **{ $manager } responde a quienes dieron las gracias en el #CMAD { $year }:**
send-answer = la respuesta de { $who } a quienes le dieron las gracias

moderate-answer-hidden = Oculta: la respuesta de **{ $manager }** desaparece, con sus marcas. Lo verá cuando mire. `/campaign restore` la devuelve.
moderate-answer-restored = Restaurada: la respuesta de **{ $manager }** se publica otra vez.
moderate-hidden-answer = La respuesta de **{ $manager }** a quienes le dieron las gracias está oculta.
button-restore-answer = Restaurarla

button-forget-theme = Olvidar el lema
button-forget-role = Olvidar el rol
button-forget-admins = Sin canal de admins
forgot-theme = El lema ya no saldrá en las próximas publicaciones. Lo publicado se queda como está.
forgot-role = Ningún rol convierte ya a nadie en community manager. Quien está en la lista sigue en ella.
forgot-admins = Desde ahora los avisos van a <@{ $user }>, en privado.

privacy-thankers = - Lo que respondiste a quienes te dieron las gracias en el #CMAD { $year }
privacy-copies = { $n ->
    [one] - Un lugar en una copia para un responsable, guardada como se envió, con palabras tuyas
   *[other] - { $n } lugares en copias para responsables, guardadas como se enviaron, con palabras tuyas
}
