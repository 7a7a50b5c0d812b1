# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Aquí no hay nada
web-not-found = Esta dirección no lleva a ninguna parte. Si ha llegado desde un correo, puede que el enlace se haya cortado: ábralo otra vez desde el propio correo o escriba a quien se lo envió.

# The commands' options: 100 characters at most.
cmd-boss-email = El correo de tu responsable, si las copias pueden ir ahí; solo tú lo ves
cmd-boss-reply-to = Adónde van las respuestas de tu responsable; sin esto, el correo no da ninguna dirección tuya

# What a manager is told when they name a boss's address, and when they want to send a copy there.
boss-bad-address = «{ $address }» no es una dirección de correo que yo pueda usar. Escríbela como `alguien@example.org`, sin un nombre al lado. No se cambió nada.
boss-reply-alone = Una dirección para respuestas necesita también la de tu responsable: `/cmad boss set email:… reply_to:…`. No se cambió nada.
boss-mail-off = Aquí no puedo enviar correos: quien gestiona este bot no lo configuró, así que no guardé la dirección y no se cambió nada. **Copia a mi responsable** te da los archivos para reenviar; si tu responsable es miembro, puede recibir un mensaje directo: `/cmad boss set member:@nombre`.
boss-mail-domain = Quien gestiona este bot no permitió correos a **{ $domain }**, así que no guardé la dirección y no se cambió nada. Pídele que lo añada; hasta entonces, **Copia a mi responsable** te da los archivos para reenviar.
boss-mail-server = Quien gestiona este bot no permitió correos desde este servidor, así que no guardé la dirección y no se cambió nada. **Copia a mi responsable** te da los archivos para reenviar; si tu responsable es miembro, puede recibir un mensaje directo: `/cmad boss set member:@nombre`.
boss-mail = Las copias van **por correo a { $to }**, desde { $from }. Nadie allí sabrá nada hasta que se envíe una copia.
boss-mail-answers = Sus respuestas van a **{ $to }**.
boss-mail-no-answers = El correo no da ninguna dirección tuya; `reply_to` añade una para las respuestas.
boss-mail-and-member = { $boss } no recibe una segunda copia. Solo si ya no se le puede enviar correo, la copia le llega como mensaje directo.
copy-preview-mail = Este es el correo que va **a { $to }**, desde { $from }. Aún no se ha enviado nada.
mail-head-from = De:
mail-head-to = Para:
mail-head-reply-to = Responder a:
mail-head-subject = Asunto:
mail-head-attached = Adjuntos:
mail-head-nobody = nadie: el correo no nombra ninguna dirección tuya
mail-head-nothing = nada
mail-preview-whole = { $file } es el correo tal como se envía, { $page } su página. Solo se ocultan en ellos las direcciones de *Darse de baja* y para responder: pertenecen únicamente a quien lo recibe.
mail-preview-cut = El texto sigue en los archivos.
copy-mail-off = No puedo enviar correos: quien gestiona este bot no lo configuró. Aquí están los archivos para reenviar, solo con lo que permiten quienes escribieron.
copy-mail-domain = Quien gestiona este bot no permitió correos a ese dominio, así que no se envió nada. Aquí están los archivos para reenviar, solo con lo que permiten quienes escribieron.
copy-mail-server = Quien gestiona este bot no permitió correos desde este servidor, así que no se envió nada. Aquí están los archivos para reenviar, solo con lo que permiten quienes escribieron.
copy-mail-address = Tu frase contiene una dirección, y en una copia por correo no puede haber ninguna, así que no se envió nada. Cambia la frase y envía la copia otra vez.
copy-too-few = Una copia necesita palabras de al menos dos personas que tu responsable pueda leer, así que no se envió nada. Aquí están los archivos para reenviar, solo con lo que permiten quienes escribieron. Quien escribe con nombre también puede escribir sin él, así que un mensaje con nombre y otro sin nombre no cuentan como dos personas.
copy-waits = Hay una copia en espera hasta el { $when }: en un día solo puede salir un número limitado de copias. **No enviar aún** en tu escritorio la detiene.
copy-mail-unmade = No pude crear una copia; es un fallo mío, y no se envió nada. Aquí están los archivos para que los reenvíes por tu cuenta, solo con lo que permiten quienes escribieron.
note-copy-trouble-title = La copia para tu responsable
note-copy-trouble-unknown = **No puedo saber si llegó.** Quizá el servidor de correo aceptó el correo, pero no lo confirmó. Para que nadie lo reciba dos veces, no lo envío otra vez. Pregunta a tu responsable, o reenvía los archivos desde tu escritorio.
note-copy-trouble-refused = **No llegó.** El servidor de correo lo rechaza: puede que la dirección tenga un error, o que allí no acepten mis correos. `/cmad boss set` cambia la dirección; en tu escritorio están los archivos para reenviar.
note-copy-trouble-given-up = **No llegó.** Lo intenté durante tres días y el servidor de correo no lo aceptó. En tu escritorio están los archivos para reenviar, y desde ahí puedes enviarla otra vez.
note-copy-trouble-closed = **No llegó.** Discord no me deja enviar un mensaje directo a tu responsable: puede que los tenga desactivados, o que haya dejado el servidor. En tu escritorio están los archivos para reenviar; con `/cmad boss set` puedes indicar otra vía.
note-copy-trouble-unmade = **No se envió.** No pude crear una copia de tu página; es un fallo mío, y quien gestiona este bot lo encuentra en el registro. En tu escritorio están los archivos que sí se pueden crear, para reenviar, y desde ahí puedes enviarla otra vez.
note-copy-trouble-waits = **Espera hasta el { $when }.** Ya salieron todas las copias permitidas en un día. Después sale automáticamente; **No enviar aún** en tu escritorio la detiene.
note-copy-trouble-too-few = **No se envió.** Una copia necesita palabras de al menos dos personas que tu responsable pueda leer, y ahora hay menos. En tu escritorio están los archivos para reenviar. Quien escribe con nombre también puede escribir sin él, así que un mensaje con nombre y otro sin nombre no cuentan como dos personas.
note-copy-trouble-has-address = **No se envió.** Tu frase contiene una dirección, y en una copia por correo no puede haber ninguna. Cambia la frase en tu escritorio y envía la copia desde ahí.
note-copy-trouble-light = **Se envió sin su PDF ni su imagen.** Al crearlos se cerró mi programa, probablemente por falta de memoria. La página está completa. En tu escritorio están los archivos para reenviar.
note-copy-trouble-unseen = **No puedo saber si llegó.** Discord no respondió, y no puedo comprobarlo. Para que nadie la reciba dos veces, no la envío otra vez. Pregunta a tu responsable, o reenvía los archivos desde tu escritorio.

# The mail, around the digest.
mail-why = Recibe este correo porque { $manager } indicó su dirección y decidió enviarle esta página. Lo envió el bot de { $server }, que no le envía nada que { $manager } no haya elegido.
mail-answers = Su respuesta llega a { $manager }.
mail-no-answers = Por favor, no responda a este correo: nadie lee las respuestas. { $manager } se alegrará de saber de usted de cualquier otra forma.
mail-no-more-page = Darse de baja: un clic, y es para siempre
mail-no-more-write = Para darse de baja, escriba a { $operator } y ponga esta línea en su correo: { $line }

# The page on which its reader says that they want no more.
web-no-more-title = ¿Darse de baja?
web-no-more-ask = { $who ->
    [known] Recibió un correo con una página de agradecimiento porque { $manager }, de { $server }, quería que la viera.
   *[unknown] Recibió un correo con una página de agradecimiento porque alguien quería que la viera.
}
web-no-more-means = Si pulsa el botón, este bot no le enviará nada más sobre esta persona, tampoco en otros años, lo pida quien lo pida. Para ello solo se guarda un hash con clave de su dirección, nunca la dirección misma.
web-no-more-button = Darse de baja de estas páginas
web-no-more-all-button = No recibir ningún correo de este bot
web-no-more-done-title = Hecho
web-no-more-done = { $who ->
    [known] Este bot no le enviará nada más sobre { $manager }, de { $server }. Es para siempre; no tiene que hacer nada más.
   *[unknown] Este bot no le enviará nada más sobre esto. Es para siempre; no tiene que hacer nada más.
}
web-no-more-done-all = Este bot no le enviará ningún correo más, sea sobre quien sea. Es para siempre; no tiene que hacer nada más.
