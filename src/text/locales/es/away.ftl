# Lo que se dijo mientras el bot no estaba, y no se pudo leer.
report-unread = **No pude leer lo que se dijo mientras no estaba en { $count ->
        [one] un canal
       *[other] { $count } canales
    }.** { $channels }{ $more ->
        [0] {""}
        [one] {" "}y uno más
       *[other] {" "}y { $more } más
    }. Puede faltar algún agradecimiento que se dio ahí. Dame **Leer el historial de mensajes** ahí, y la próxima vez los encuentro. Lo que falta todavía puede contar: quien lo escribió hace clic derecho en el mensaje y elige **Aplicaciones**, **{ cmd-save-message }**.
status-report-unread = - No se pudo leer lo que se dijo en { $count ->
        [one] un canal
       *[other] { $count } canales
    } mientras el bot no estaba: ahí falta «Leer el historial de mensajes».
