# Véase ../en/privacy.ftl.

cmd-cmad-privacy = Qué hay guardado sobre ti, en todas partes: míralo, llévatelo, bórralo

privacy-title = ## Qué hay guardado sobre ti
privacy-none = Aquí no hay nada guardado sobre ti.
privacy-server = ### { $server }
privacy-given = { $n ->
    [one] - { $year }: un agradecimiento tuyo, con sus palabras y el nombre con que firmaste
   *[other] - { $year }: { $n } agradecimientos tuyos, con sus palabras y el nombre con que firmaste
}
privacy-counted = { $n ->
    [one] - { $year }: un agradecimiento tuyo, solo contado; sus palabras se han borrado
   *[other] - { $year }: { $n } agradecimientos tuyos, solo contados; sus palabras se han borrado
}
privacy-consent = - Lo último que elegiste: { $consent }
privacy-answers = - { $year }: lo que permitiste hacer con las palabras encontradas
privacy-judged = { $n ->
    [one] - Un mensaje tuyo: si contó, sin sus palabras
   *[other] - { $n } mensajes tuyos: si contaron, sin sus palabras
}
privacy-place = - Tu lugar en la lista ({ $place }) y tu perfil
privacy-left-alone = - Que prefieres no participar: no estás en la lista
privacy-boss = - A quién indicaste como responsable, y qué decidiste sobre tus digests
privacy-received = { $n ->
    [one] - { $year }: un agradecimiento que te dio alguien; las palabras son de esa persona, y están en tu digest
   *[other] - { $year }: { $n } agradecimientos que te dieron; las palabras son de quienes las escribieron, y están en tu digest
}
privacy-boss-of = { $n ->
    [one] - Una persona de una lista te indicó como responsable
   *[other] - { $n } personas de las listas te indicaron como responsable
}
privacy-nominated = { $n ->
    [one] - Una propuesta tuya para la lista, con tu motivo
   *[other] - { $n } propuestas tuyas para la lista, con tus motivos
}
privacy-nominee = { $n ->
    [one] - Una propuesta de otra persona para ponerte en la lista, con su motivo
   *[other] - { $n } propuestas de otras personas para ponerte en la lista, con sus motivos
}
privacy-decided = { $n ->
    [one] - Que decidiste una propuesta como admin
   *[other] - Que decidiste { $n } propuestas como admin
}
privacy-named-in = { $n ->
    [one] - Un mensaje de otra persona que te nombra: si contó, sin sus palabras
   *[other] - { $n } mensajes de otras personas que te nombran: si contaron, sin sus palabras
}
privacy-kept-copies = { $n ->
    [one] - { $year }: una copia de tu digest, tal como la enviaste a tu responsable
   *[other] - { $year }: { $n } copias de tu digest, tal como las enviaste a tu responsable
}
privacy-messages = { $n ->
    [one] - Un mensaje mío para ti o sobre ti: su tipo y su fecha, sin el texto
   *[other] - { $n } mensajes míos para ti o sobre ti: su tipo y su fecha, sin el texto
}
privacy-saves = { $n ->
    [one] - Un mensaje que alguien pidió guardar, sin sus palabras
   *[other] - { $n } mensajes que alguien pidió guardar, sin sus palabras
}
privacy-no-more = - Que no quieres más copias del digest de alguien, como hash con clave
privacy-set-up = - Que configuraste la campaña aquí, para que te lleguen los informes
privacy-spoken = - El idioma de tu Discord, para que los mensajes directos lleguen en él: { $language }
privacy-more = { $n ->
    [one] Y un servidor más: la exportación los tiene todos.
   *[other] Y { $n } servidores más: la exportación los tiene todos.
}
privacy-how = -# Esto vale para todos los servidores donde estoy. Las palabras se borran automáticamente { $days } días después del cierre de su campaña. **Exportar** te lo da todo en archivos; **Borrar** pregunta una vez más.
button-export = Exportar
button-erase = Borrar
button-erase-now = Sí, borrarlo todo
button-erase-not = Conservarlo
button-ignore = Ignorar mis mensajes
button-notice = Dejar de ignorar mis mensajes
privacy-ignore-how = -# **Ignorar mis mensajes**: no miro nada de lo que escribes, en ningún servidor donde estoy, hasta que digas otra cosa. Los comandos siguen funcionando.
privacy-ignores = Ignoro tus mensajes en todos los servidores donde estoy, porque me lo pediste. Los comandos siguen funcionando.
privacy-ignored = Desde ahora no miro nada de lo que escribes, en ningún servidor donde estoy. Los comandos siguen funcionando, y puedes deshacerlo aquí o en `/cmad privacy`. Para ello solo guardo un hash con clave de tu ID.
privacy-noticed = Desde ahora vuelvo a ver tus mensajes.

privacy-sure =
    ## ¿Borrar todo lo que hay sobre ti?
    Esto vale para todos los servidores donde estoy, y no se puede deshacer.
    - Desaparecen tus palabras y tu nombre: de la base de datos, de los digests que aún no se han enviado y de mis publicaciones. Lo que se contó queda como un número sin nombre.
    - Si estás en una lista: desaparecen tu perfil, el dato de quién es tu responsable y tus digests, y también las palabras que otras personas te escribieron, porque nadie más puede tenerlas. Quedarás fuera.
    - Lo que ya llegó a otro sitio no se puede recuperar: digests y copias entregados. Tus propios mensajes en Discord son tuyos; solo tú puedes eliminarlos.
privacy-kept = No se borró nada.

privacy-erased = ## Borrado
privacy-erased-nothing = No quedaba nada que borrar.
privacy-erased-thanks = { $n ->
    [one] - Las palabras de un agradecimiento y tu nombre. Queda como un número, y nadie puede saber que era tuyo.
   *[other] - Las palabras de { $n } agradecimientos y tu nombre. Quedan como números, y nadie puede saber que eran tuyos.
}
privacy-erased-posts = { $n ->
    [one] - Una publicación o pregunta mía se está quitando ahora.
   *[other] - { $n } publicaciones y preguntas mías se están quitando ahora.
}
privacy-erased-received = { $n ->
    [one] - Un agradecimiento que te escribió alguien: nadie más puede tenerlo.
   *[other] - { $n } agradecimientos que te escribieron: nadie más puede tenerlos.
}
privacy-erased-profiles = { $n ->
    [one] - Tu perfil, el dato de quién es tu responsable y tus digests en un servidor.
   *[other] - Tus perfiles, los datos de quién es tu responsable y tus digests en { $n } servidores.
}
privacy-erased-boss-of = { $n ->
    [one] - Que una persona te indicó como responsable.
   *[other] - Que { $n } personas te indicaron como responsable.
}
privacy-erased-notes = { $n ->
    [one] - Una anotación: una elección, una decisión sobre un mensaje, o un mensaje para ti previsto o enviado.
   *[other] - { $n } anotaciones: elecciones, decisiones sobre mensajes, y mensajes para ti previstos o enviados.
}
privacy-stays = ### Lo que no se pudo recuperar, y lo que queda
privacy-stays-delivered = { $n ->
    [one] - Un digest con tus palabras ya había llegado a su destino. Pregunta allí si quieres que también desaparezca.
   *[other] - { $n } digests con tus palabras ya habían llegado a su destino. Pregunta allí si quieres que también desaparezcan.
}
privacy-stays-copied = { $n ->
    [one] - Una copia ya había llegado a una persona responsable.
   *[other] - { $n } copias ya habían llegado a personas responsables.
}
privacy-stays-alone = { $n ->
    [one] - Tu ID, en un servidor, solo con la nota de que prefieres no participar. Ningún admin puede volver a ponerte en la lista.
   *[other] - Tu ID, en { $n } servidores, solo con la nota de que prefieres no participar. Ningún admin puede volver a ponerte en la lista.
}
privacy-stays-set-up = { $n ->
    [one] - Que configuraste la campaña en un servidor, hasta que lo haga otra persona: los informes te llegan a ti.
   *[other] - Que configuraste la campaña en { $n } servidores, hasta que lo haga otra persona: los informes te llegan a ti.
}
privacy-stays-ignored = - Que ignoro tus mensajes, como hash con clave, hasta que digas otra cosa.
privacy-stays-always = - Los mensajes de Discord que son tuyos, en canales y en tus mensajes directos conmigo. Si dijiste «No recibir más» sobre el digest de alguien, eso se mantiene, como hash con clave. Cuánto tiempo se guardan las copias de seguridad te lo dice quien gestiona este bot.

privacy-files = Todo lo que hay guardado sobre ti: una página para leer, y lo mismo en JSON.
privacy-page-title = Qué hay guardado sobre ti
privacy-page-made = Hecho el { $date }, para el miembro de Discord { $member }.
privacy-page-none = No hay nada guardado sobre ti.
privacy-page-given = Tus agradecimientos
privacy-page-to = A { $manager }, { $date }
privacy-page-facts = Firmado como «{ $signature }» · { $consent } · { $year }
privacy-page-link = en Discord
privacy-page-without = Sin palabras.
privacy-page-more = Qué más se guarda
privacy-page-ignores = Tus mensajes se ignoran, porque lo pediste.
