# What a boss replies to a copy: the page of the link in a mail and the form on Discord; what the manager gets of it.

# To the boss, on Discord and on the page.
reply-title = { $who ->
    [known] Responder a { $manager }
   *[unknown] Su respuesta
}
reply-kept = Enviada. { $manager } la recibe como mensaje directo y podrá volver a leerla. Puede cambiarla durante siete días.
reply-unchanged = Es lo mismo que ya envió, así que no se cambió nada.
reply-empty = No había nada que leer, así que no se envió nada.
reply-too-long = Tiene { $count } caracteres, y una respuesta admite { $most } como máximo. No se envió nada: acórtela, por favor.
reply-over = Esta respuesta ya no se puede cambiar. Queda como la envió, o puede retirarla.
reply-gone = Esa copia ya no se conserva, así que no se envió nada.
reply-withdrawn = Retirada. Lo que escribió ya no está aquí, ni tampoco el mensaje que lo contenía.
reply-nothing = No hay nada suyo que retirar.
button-reply-change = Cambiar
button-reply-back = Retirar
reply-form-title = Su respuesta
reply-form-words = Sus palabras
reply-form-words-help = Una frase basta; 500 caracteres como máximo.
reply-form-may = ¿Quién puede leerla?
reply-form-may-help = Puede cambiarlo durante siete días.
reply-may-no = Solo la persona a la que respondo
reply-may-no-means = Como mensaje directo; no se publica nada.
reply-may-yes = También se puede publicar
reply-may-yes-means = Bajo el resumen, si esa persona también quiere: como su responsable, sin su nombre de usted.
web-reply-about = { $who ->
    [known] Lo que escriba aquí le llega a { $manager }, de { $server }, como mensaje directo. Nadie más lo lee, salvo que marque la casilla de abajo. Puede cambiarlo durante siete días.
   *[unknown] Lo que escriba aquí le llega como mensaje directo a la persona cuya página recibió. Nadie más lo lee, salvo que marque la casilla de abajo. Puede cambiarlo durante siete días.
}
web-reply-label = Su respuesta (500 caracteres como máximo)
web-reply-may = También se puede publicar en la comunidad, bajo el resumen del día, si esa persona también quiere: como palabras de su responsable, sin el nombre de usted.
web-reply-send = Enviar
web-reply-change = Enviar el cambio
mail-answers-page = Por favor, no responda a este correo: nadie lee las respuestas. Lo que escriba en el enlace de arriba le llega a { $manager }.

# To the manager.
note-boss-wrote-title = Tu responsable ha escrito
note-boss-changed-title = Tu responsable ha cambiado lo que escribió
note-boss-wrote-alone = Es solo para ti. Se queda en tu escritorio.
note-boss-wrote-may = Nadie más lo ha leído. Tu responsable acepta que lo publique bajo el resumen, sin su nombre; con **Publicar bajo el resumen** lo hago, si tú también quieres.
desk-boss-wrote = **Tu responsable ha escrito:**
button-boss-replies = Lo que escribió mi responsable
button-reply-post = Publicar bajo el resumen
button-reply-down = Quitar la publicación
boss-reply-head = **Tu responsable escribió**, el { $when }:
boss-reply-none = Tu responsable no ha escrito nada, o lo ha retirado.
boss-reply-for-you = Solo para ti.
boss-reply-may = Tu responsable acepta que lo publique bajo el resumen, sin su nombre. No se publica nada si tú no quieres también.
boss-reply-posted = Está publicado bajo el resumen.
boss-reply-on-its-way = Está en camino al resumen.
boss-reply-unknown = No puedo saber si se publicó, así que no lo publico otra vez automáticamente. Mira el canal.
boss-reply-failed = No se pudo publicar. Con **Quitar la publicación** puedes intentarlo otra vez.
boss-reply-hidden = Un admin ha ocultado la publicación. Pregunta a los admins si no sabes por qué.
boss-reply-changed = Tu responsable lo ha cambiado o retirado desde entonces, así que no se publicó nada. Ahora está así.

# Under the recap, and to admins.
post-boss-reply = **La persona responsable de { $manager } escribió:**
send-wrote-back-post = las palabras de una persona responsable bajo el resumen
moderate-reply-hidden = Oculto: se quita lo que escribió la persona responsable de **{ $manager }**. Su escritorio lo dice. `/campaign restore` con el mismo enlace permite publicarlo otra vez.
moderate-reply-restored = Restaurado: **{ $manager }** puede volver a publicar lo que escribió su responsable.

privacy-boss-replies = { $n ->
    [one] - { $year }: una respuesta de tu responsable a una copia de tu digest
   *[other] - { $year }: { $n } respuestas de tu responsable a copias de tu digest
}
privacy-replies-as-boss = { $n ->
    [one] - { $year }: una respuesta tuya, como responsable, a una copia que recibiste
   *[other] - { $year }: { $n } respuestas tuyas, como responsable, a copias que recibiste
}
