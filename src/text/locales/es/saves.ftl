# Véase ../en/saves.ftl.

cmd-save-message = Guardar agradecimiento #CMAD

note-ask-to-save = Alguien querría guardar estas palabras como agradecimiento #CMAD. Solo tú puedes usar los botones, porque las palabras son tuyas. No se guarda nada a menos que digas que sí.
button-save-no = No, gracias

save-whom = ¿A quién le das las gracias con este mensaje?
save-also = -# También cuenta para **{ $managers }**; puedes cambiar cada agradecimiento en `/cmad mine`.
save-no-words = En ese mensaje no encontré palabras que pueda leer. Haz tú clic derecho y elige **Guardar agradecimiento #CMAD**, o pega las palabras en `/thank`.
save-asked = Lo escribió **{ $author }**, así que decide **{ $author }**: pregunto debajo del mensaje. Hasta que diga que sí, no se guarda nada.
save-asked-in-mine = Lo escribió **{ $author }**, así que decide **{ $author }**: se lo pregunta `/cmad mine`, porque aquí ya hay bastantes preguntas abiertas. Hasta que diga que sí, no se guarda nada.
save-asked-before = Ya se le preguntó a **{ $author }** por ese mensaje. Por cada mensaje se pregunta una sola vez.
save-counts = Ese mensaje ya cuenta. Gracias por fijarte en él.
save-no-questions = **{ $author }** no quiere que se le pregunte por guardar mensajes en esta campaña. Puedes dar las gracias con tus propias palabras: `/thank`.
save-choose = Tu mensaje se puede guardar como agradecimiento #CMAD, firmado como **{ $signature }**. ¿Qué se puede hacer con sus palabras? El mensaje sigue siendo tuyo en cualquier caso.
standing-public-means = Se puede mostrar a su responsable con tu nombre y el enlace a tu mensaje.
standing-named-means = Se puede mostrar a su responsable con tu nombre.
standing-unnamed-means = Se puede mostrar a su responsable como palabras de «un miembro».
standing-private-means = Solo para la persona a quien das las gracias; su responsable solo ve que se contó.
save-refused = No se guardó nada, y en esta campaña no se te preguntará otra vez.
receipt-public-stands = Firmado como **{ $signature }**. Es **público**: sigue donde lo escribiste, y se puede mostrar a su responsable con tu nombre y su enlace.
receipt-public-stands-many = Firmado como **{ $signature }**. Es **público**: sigue donde lo escribiste, y se puede mostrar a sus responsables con tu nombre y su enlace.

button-copy-theirs = Copia a su responsable
button-copy-theirs-of = Copia a responsable de { $name }
button-suggest = Sugerírselo
copy-theirs = «Pon en copia a su responsable» es la mitad de la tradición. Aquí tienes un texto que puedes enviar tú a la persona responsable de **{ $manager }**; contiene lo que permitiste:
copy-theirs-text =
    Buenos días:
    El Community Manager Appreciation Day { $year } es el { $date }. Le di las gracias a { $manager } por lo que hace por nuestra comunidad, y quería que también usted lo supiera.
copy-theirs-words = Esto es lo que escribí:
copy-theirs-cares = A { $manager } le importa: { $cares }
copy-theirs-suggest = O déjalo en manos de **{ $manager }**: la sugerencia espera en su escritorio, y la decisión es suya. No se envía nada a nadie.
copy-theirs-suggested = Ya espera en el escritorio de **{ $manager }**. La decisión es suya, y no se envió nada a nadie.
desk-suggester-unnamed = un miembro
desk-suggested = 💡 { $more ->
    [0] { $names }
    [one] { $names } y una persona más
   *[other] { $names } y { $more } más
  } { $n ->
    [one] sugiere
   *[other] sugieren
  } mostrar esto a tu responsable. La decisión es tuya.
button-dismiss = Descartar

cmd-boss-copy = Cuando llegue tu digest: preguntarte, enviar siempre una copia a las 24 horas, o nunca
copying-ask = preguntar: no le llega nada si tú no lo envías
copying-always = siempre: 24 horas después de que te llegue tu digest, salvo que pulses «No enviar aún»
copying-never = nunca: no se ofrece nada
boss-nobody = No has indicado quién es tu responsable.
boss-copy-ask = Sobre las copias: **preguntar**. A tu responsable no le llega nada hasta que tú pulses **Copia a mi responsable** en tu digest.
boss-copy-always = Sobre las copias: **siempre**. A partir de tu próximo digest, 24 horas después de que te llegue, se envía una copia a tu responsable, con lo que permiten quienes escribieron. **No enviar aún**, en el digest o en tu escritorio, la detiene. Para ello debes haber aceptado estar en la lista y haber indicado a una persona responsable que no haya dicho «No recibir más». Las actualizaciones nunca se copian automáticamente.
boss-copy-never = Sobre las copias: **nunca**. No se ofrece nada; tus propios archivos siguen en tu escritorio.
button-wait = No enviar aún
note-digest-always = Esto es lo que te escribieron. En **Mi digest** fijas lo que más te gusta y ocultas lo que deba quedarse contigo. Elegiste que tu responsable **siempre** reciba una copia: eso ocurre 24 horas después de este mensaje, salvo que pulses **No enviar aún**.
note-digest-never = Esto es lo que te escribieron. En **Mi digest** fijas lo que más te gusta. Se queda contigo: elegiste que tu responsable nunca reciba una copia.
desk-files-own = Tu propio digest con cada cita. Abre la página en un navegador, o imprímela.
desk-copy-waits = El { $when } se envía una copia a tu responsable, porque elegiste *siempre*. **No enviar aún** la detiene.
desk-copy-called-off = No se envió ninguna copia: se detuvo, o ya no se pudo enviar. Todavía puedes enviar una.
copy-waited = Detenida: no se envía ninguna copia a tu responsable automáticamente. Puedes enviarla desde tu escritorio, `/cmad digest`; tu elección para el próximo año se cambia con `/cmad boss set`.
copy-nothing-waits = No hay ninguna copia en espera, así que no se envía nada a tu responsable automáticamente.
copy-wait-too-late = Esa copia ya está en camino o ya ha llegado, así que no se puede detener.
