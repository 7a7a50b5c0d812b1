# Véase ../en/digest.ftl.

digest-title = { $manager } · Community Manager Appreciation Day { $year }
digest-eyebrow = Community Manager Appreciation Day · { $date }
digest-update = Actualización { $revision } de esta página: desde la última se añadió, cambió o retiró algo.
digest-yours = Solo tú ves esta página. Nadie más la recibe si tú no la compartes, y lo marcado «solo para ti» u «ocultado por ti» nunca sale de aquí.
digest-headline = { $people ->
    [0] Nadie ha escrito aún a { $manager } por el Community Manager Appreciation Day { $year }
    [one] Una persona dio las gracias a { $manager } en el Community Manager Appreciation Day { $year }
   *[other] { $people } personas dieron las gracias a { $manager } en el Community Manager Appreciation Day { $year }
}
digest-ask = Responda hoy a { $manager }: basta una frase.
digest-about = { $role ->
    [some] { $manager } ({ $roles }) cuida de { $server }, una comunidad en el servicio de chat Discord.
   *[none] { $manager } cuida de { $server }, una comunidad en el servicio de chat Discord.
}
digest-about-words = Estas son las palabras de sus miembros.
digest-cares = Lo que le importa a { $manager }: «{ $cares }».
digest-none = Eso es todo lo que esta página puede decir, y no dice nada del trabajo. Muchas personas están agradecidas sin escribirlo, y para la mayoría este día es nuevo.
digest-none-do = { $audience ->
    [manager] Los agradecimientos cuentan hasta que cierre la campaña. Quien te haya dado las gracias en otro lugar puede escribirlo aquí con /thank.
   *[boss] Si { $manager } le ayudó, hoy es un buen día para escribir una frase. Vale más que un número en una página.
}

digest-testimonials = En sus palabras
digest-numbers = En números
digest-wrote = { $shape ->
    [each] { $people } personas escribieron
   *[more] { $people } personas escribieron { $messages } mensajes
}
digest-wrote-only = { $wrote }.
digest-wrote-since = { $wrote }; la más nueva llegó { $newest } y la que lleva más tiempo, { $longest }.
digest-ago = { $unit ->
    [week] esa misma semana
    [weeks] { $count ->
        [one] hace una semana
       *[other] hace { $count } semanas
    }
    [months] { $count ->
        [one] hace un mes
       *[other] hace { $count } meses
    }
   *[years] { $count ->
        [one] hace un año
       *[other] hace { $count } años
    }
}
digest-wrote-first = { $count ->
    [one] Para una de ellas fue la primera vez.
   *[other] Para { $count } de ellas fue la primera vez.
}

digest-chart-days = Agradecimientos por día
digest-chart-years = Año por año
digest-chart-days-summary = { $on_day } de { $messages } el mismo día, { $date }.
digest-chart-days-other = { $count ->
    [one] Uno más llegó en otro momento del año.
   *[other] { $count } más llegaron en otros momentos del año.
}
digest-chart-bar = { $date }: { $count }
digest-people = { $count ->
    [one] una persona
   *[other] { $count } personas
}
digest-chart-years-summary = { $this }: { $people }, { $messages ->
    [one] un mensaje
   *[other] { $messages } mensajes
}. { $earlier }: { $earlier_people }, { $earlier_messages ->
    [one] un mensaje
   *[other] { $earlier_messages } mensajes
}.
digest-what-for = Por qué dieron las gracias
digest-what-for-row = { $what }: { $people }
digest-what-for-note = Contado por persona; no todas dijeron por qué.

digest-do = { $audience ->
    [manager] Qué se le pedirá a tu responsable
   *[boss] Qué puede hacer usted
}
digest-do-row = **{ $title }.** { $text }
digest-do-answer = Responder hoy a { $manager }
digest-do-answer-text = Basta una frase: diga que ha leído esto y qué le llamó la atención.
digest-do-post = Decirlo donde otras personas lo lean
digest-do-post-text = El { $day }, fue el Community Manager Appreciation Day, y personas de { $server } se tomaron el tiempo de dar las gracias a { $manager }. { $quotes ->
    [0] Quiero añadir mi propio agradecimiento: una comunidad funciona porque alguien cuida de ella, todos los días del año.
   *[other] He leído lo que escribieron y quiero añadir mi propio agradecimiento: una comunidad funciona porque alguien cuida de ella, todos los días del año.
} Gracias, { $manager }. #CMAD
digest-do-day = Regalar un día de formación
digest-do-day-text = Un día de trabajo para un curso, una conferencia o un encuentro con otras personas que cuidan comunidades.
digest-do-day-link = Ponerlo en el calendario: { $date }
digest-do-day-file = { $file } lo pone en el calendario: { $date }.
digest-do-day-move = La fecha es solo una propuesta: muévala a cuando convenga.
development-day = Día de formación para { $manager }
development-day-why = Personas de { $server } dieron las gracias a { $manager } en el Community Manager Appreciation Day { $year }.

digest-quotes = { $count ->
    [one] El único mensaje, palabra por palabra
   *[other] Los { $count } mensajes, palabra por palabra
}
digest-quotes-shown = { $count ->
    [one] Un mensaje, palabra por palabra
   *[other] { $count } mensajes, palabra por palabra
}
digest-counted-only = { $count ->
    [one] Un mensaje más está contado, pero sus palabras no son para esta página.
   *[other] { $count } mensajes más están contados, pero sus palabras no son para esta página.
}
digest-counted-all = { $count ->
    [one] El mensaje está contado, pero sus palabras no son para esta página.
   *[other] Los mensajes están contados, pero sus palabras no son para esta página.
}
digest-added = Añadido por { $manager }, sin comprobar
digest-member = Un miembro
digest-without-words = Dio las gracias sin más palabras.
digest-someone = alguien
digest-channel = canal
digest-role = rol
digest-page-customize = Canales y roles
digest-page-browse = Explorar canales
digest-page-guide = Guía del servidor
digest-page-linked-roles = Roles vinculados
digest-link = leer en Discord
digest-kept-private = solo para ti
digest-kept-not-asked = aún sin decidir: solo para ti
digest-kept-unseen = espera a que lo mires
digest-kept-hidden = ocultado por ti
digest-kept-shortened = se comparte acortado

digest-how = Cómo se recogió esto
digest-how-collected = En torno al { $date }, los miembros de { $server } pudieron escribir un agradecimiento a quienes cuidan de la comunidad. Las palabras solo se comparten como eligió quien las escribió, con o sin nombre. No se reformuló ni se calificó nada.
digest-how-shortened = Donde { $manager } acortó un mensaje, termina en «…».
digest-how-counted = Varios mensajes con un mismo nombre cuentan como una persona.
digest-how-object = Quien haya escrito puede cambiar o retirar sus palabras en Discord con /cmad mine, hasta que la campaña cierre{ $when ->
    [known] {" "}el { $closes }
   *[unknown] { "" }
}.{ $audience ->
    [manager] { "" }
   *[boss] {" "}Si no quiere páginas como esta, dígaselo a { $manager }, y no habrá más.
}
digest-how-not-a-score = Esto es un agradecimiento, no una evaluación. Por favor, que no se use para comparar a las personas.
digest-sentence-by = { $manager }
digest-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
digest-more-pdf = { $count ->
    [one] y uno más en el PDF adjunto
   *[other] y { $count } más en el PDF adjunto
}
