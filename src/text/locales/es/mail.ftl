# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Aquí no hay nada
web-not-found = Esta dirección no lleva a ninguna parte. Si ha llegado desde un correo, puede que el enlace se haya cortado: ábralo otra vez desde el propio correo o escriba a quien se lo envió.

# The commands' options: 100 characters at most.
cmd-boss-email = El correo de tu responsable, si las copias pueden ir ahí; solo tú lo ves
cmd-boss-reply-to = Adónde van las respuestas de tu responsable; sin esto, el correo no da ninguna dirección tuya

# What a manager is told when they name a boss's address, and when they want to send a copy there.
boss-bad-address = «{ $address }» no es una dirección de correo que yo pueda usar. Escríbela como `alguien@example.org`, sin un nombre al lado. No se ha cambiado nada.
boss-reply-alone = Una dirección para respuestas necesita también la de tu responsable: `/cmad boss set email:… reply_to:…`. No se ha cambiado nada.
boss-mail-off = Aquí no puedo enviar correos: quien me administra no lo ha configurado, así que no he guardado la dirección y no se ha cambiado nada. **Copia a mi responsable** te da los archivos para reenviar; si tu responsable es miembro, puede recibir un mensaje privado: `/cmad boss set member:@nombre`.
boss-mail-domain = Quien me administra no ha permitido correos a **{ $domain }**, así que no he guardado la dirección y no se ha cambiado nada. Pídele que lo añada; hasta entonces, **Copia a mi responsable** te da los archivos para reenviar.
boss-mail = Las copias van **por correo a { $to }**, en tu nombre, desde { $from }. Allí nadie sabe nada hasta que sale una copia.
boss-mail-answers = Sus respuestas van a **{ $to }**.
boss-mail-no-answers = El correo no da ninguna dirección tuya; `reply_to` añade una para las respuestas.
boss-mail-and-member = { $boss } no recibe una segunda copia. Solo si ya no puede ir correo ahí, la copia le llega como mensaje privado.
copy-preview-mail = Este es el correo que va **a { $to }**, en tu nombre, desde { $from }. Aún no se ha enviado nada.
mail-head-from = De:
mail-head-to = Para:
mail-head-reply-to = Responder a:
mail-head-subject = Asunto:
mail-head-attached = Adjuntos:
mail-head-nobody = nadie: el correo no nombra ninguna dirección tuya
mail-head-nothing = nada
mail-preview-whole = { $file } es el correo tal como sale, { $page } su página. Solo se oculta en ellos la dirección de «No quiero más»: pertenece únicamente a quien lo recibe.
mail-preview-cut = El texto sigue en los archivos.
copy-mail-off = No puedo enviar correos: quien me administra no lo ha configurado. Aquí están los archivos para reenviar, solo con lo que permiten sus autores.
copy-mail-domain = Quien me administra no ha permitido correos a ese dominio, así que no se ha enviado nada. Aquí están los archivos para reenviar, solo con lo que permiten sus autores.
copy-mail-limit = Este servidor ya ha enviado hoy todos los correos que puede, así que no se ha enviado nada. Inténtalo mañana, o reenvía los archivos: aquí están.
copy-mail-unmade = No pude hacer una copia de esto, y es un fallo mío; no se envió nada. Aquí están los archivos para reenviarlos tú, solo con lo que sus autores permiten.
note-copy-trouble-title = La copia para tu responsable
note-copy-trouble-unknown = **No se puede saber si llegó.** El servidor de correo tenía el correo, o quizá lo tenía, y no contestó. Para que nadie lo reciba dos veces, no lo envío otra vez. Pregunta a tu responsable, o reenvía los archivos desde tu escritorio.
note-copy-trouble-refused = **No llegó.** El servidor de correo lo rechaza: puede que la dirección tenga un error, o que allí no acepten nada mío. `/cmad boss set` cambia la dirección; en tu escritorio están los archivos para reenviar.
note-copy-trouble-given-up = **No llegó.** Lo intenté durante tres días y el servidor de correo no lo aceptó. En tu escritorio están los archivos para reenviar, y desde ahí puedes enviarla otra vez.
note-copy-trouble-closed = **No llegó.** Discord no acepta mensajes privados míos para tu responsable: puede que los tenga cerrados, o que haya dejado el servidor. En tu escritorio están los archivos para reenviar; `/cmad boss set` indica otra vía.
note-copy-trouble-unmade = **No se envió.** No pude hacer una copia de tu página, y es un fallo mío; quien me administra lo encuentra en el registro. En tu escritorio están los archivos que sí se pueden hacer, para reenviar, y desde ahí puedes enviarla otra vez.
note-copy-trouble-light = **Se envió sin su PDF ni su imagen.** Al hacerlos, mi programa se cerró dos veces, probablemente por falta de memoria. La página está completa. En tu escritorio están los archivos para reenviarlos.
note-copy-trouble-unseen = **No se puede saber si llegó.** Discord no contestó, y no puedo mirar. Para que nadie lo reciba dos veces, no lo envío otra vez. Pregunta a tu responsable, o reenvía los archivos desde tu escritorio.

# The mail, around the digest.
mail-intro = { $manager } cuida de la comunidad { $server } y quiere mostrarle esta página: en el Community Manager Appreciation Day { $year } sus miembros pudieron dar las gracias.
mail-why = Recibe este correo porque { $manager } indicó su dirección y eligió que reciba esta página. Lo envió el bot de { $server }, que no le envía nada que { $manager } no haya elegido.
mail-answers = Su respuesta llega a { $manager }.
mail-no-answers = Por favor, no responda a este correo, porque nadie lo lee; { $manager } se alegrará de saber de usted de cualquier otra forma.
mail-no-more-page = No quiero más: un clic, y es para siempre
mail-no-more-write = ¿No quiere más? Escriba a { $operator } y ponga esta línea en su correo: { $line }

# The page on which its reader says that they want no more.
web-no-more-title = ¿No quiere más de estos?
web-no-more-ask = { $who ->
    [known] Recibió un correo con una página de agradecimiento porque { $manager }, de { $server }, quería que la viera.
   *[unknown] Recibió un correo con una página de agradecimiento porque alguien quería que la viera.
}
web-no-more-means = Si pulsa el botón, este bot no le envía nada más sobre esto, tampoco en otros años, lo pida quien lo pida. Para ello solo se guarda una huella cifrada de su dirección, nunca la dirección misma.
web-no-more-button = No me envíes más de estos
web-no-more-all-button = No me envíes ningún correo, sea sobre quien sea
web-no-more-done-title = Hecho
web-no-more-done = { $who ->
    [known] No recibirá nada más sobre { $manager }, de { $server }, de este bot. Es para siempre; no tiene que hacer nada más.
   *[unknown] No recibirá nada más sobre esto de este bot. Es para siempre; no tiene que hacer nada más.
}
web-no-more-done-all = No recibirá ningún correo más de este bot, sea sobre quien sea. Es para siempre; no tiene que hacer nada más.
