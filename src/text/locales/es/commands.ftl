# Véase ../en/commands.ftl: las descripciones y opciones tienen 100 caracteres como máximo.

cmd-thank-member = Dar las gracias por #CMAD

cmd-thank = Da las gracias a un community manager: se publica y puede verlo su responsable, si no dices que no
cmd-thank-manager = A quién le das las gracias
cmd-thank-message = Tus palabras; sin ellas se abre un formulario
cmd-thank-relation = Qué eres para esa persona
cmd-thank-for = Por qué le das las gracias
cmd-thank-consent = Quién puede verlo: público, con nombre, sin nombre o privado

cmd-cmad = Community Manager Appreciation Day: tus agradecimientos, tu digest, la fecha
cmd-cmad-when = Cuándo es el Community Manager Appreciation Day
cmd-year = El año, por ejemplo 2027
cmd-cmad-mine = Los agradecimientos que diste: cambia quién puede verlos, o retíralos
cmd-cmad-why = Si un mensaje tuyo contó como agradecimiento, y por qué
cmd-why-message = Un enlace al mensaje
cmd-cmad-digest = Para community managers: lo que te escribieron
cmd-cmad-profile = Para community managers: cómo se te muestra, y tu zona horaria
cmd-profile-title = El cargo, sea cual sea; - lo quita
cmd-profile-team = El equipo; - lo quita
cmd-profile-cares = Lo que te importa, en una línea, para quien te dé las gracias; - lo quita
cmd-profile-display-name = El nombre que ven los demás; - para el de Discord
cmd-profile-link = Una página pública tuya, por ejemplo https://example.org/tu; - la quita
cmd-profile-timezone = Una ciudad o zona horaria para tus mensajes directos; - para la del servidor
cmd-profile-language = El idioma de los mensajes para ti
cmd-profile-breathe = Si quieres el mensaje de la tarde del día: detente y respira
cmd-cmad-boss = Para community managers: quién recibe una copia, si decides enviar alguna
cmd-boss-set = Di quién es tu responsable y decide sobre las copias; no se le envía nada si tú no lo eliges
cmd-boss-member = Tu responsable, como miembro de este servidor
cmd-boss-clear = Olvidar quién es tu responsable
cmd-cmad-about = Qué es este bot, y de dónde viene el día

cmd-campaign = Configurar y gestionar el Community Manager Appreciation Day en este servidor
cmd-campaign-setup = Configurar el día aquí, o cambiar su configuración
cmd-setup-channel = El canal donde se publica la campaña
cmd-setup-timezone = Una ciudad o zona horaria, por ejemplo Madrid o America/Bogota
cmd-setup-hour = La hora de los pasos que normalmente salen a las 9 o a las 10 (de 0 a 16)
cmd-setup-manager-role = Quien tiene este rol está en la lista de community managers
cmd-setup-admin-channel = Un canal privado para los informes; si no, te llegan a ti
cmd-setup-theme = Una línea tuya que aparece en cada publicación
cmd-setup-posts = Dónde se publican los agradecimientos públicos: aquí, donde se dan, o en el canal de la campaña
posts-here = aquí, donde se dan
posts-campaign_channel = canal de la campaña
cmd-setup-language = El idioma de las publicaciones
cmd-campaign-status = Cómo va la campaña: cada paso, el total hasta ahora, qué requiere tu atención
cmd-campaign-doctor = Buscar lo que podría salir mal, antes de que pase
cmd-campaign-preview = Ver una publicación tal como saldría; nadie más la ve
cmd-preview-step = Qué publicación
cmd-campaign-steps = Ver el plan; mover un paso, o activarlo o desactivarlo
cmd-steps-step = Qué paso
cmd-steps-on = Activar o desactivar el paso
cmd-steps-days = Días desde el día: -7 es una semana antes, 1 el día después
cmd-steps-time = La hora local, por ejemplo 10:30
cmd-steps-reset = Devolver el paso a su valor predeterminado
cmd-campaign-hashtag = Activar o desactivar el hashtag #CMAD, y decir dónde cuenta
cmd-hashtag-switch = Activado o desactivado
cmd-switch-on = Activado
cmd-switch-off = Desactivado
cmd-campaign-pause = Detener publicaciones y mensajes hasta que los reanudes
cmd-campaign-resume = Reanudar una campaña en pausa

cmd-roster = Los community managers a quienes se puede dar las gracias aquí
cmd-roster-add = Poner a alguien en la lista; se le pregunta si acepta
cmd-roster-member = Quién
cmd-roster-remove = Quitar a alguien de la lista
cmd-roster-list = Quién está en la lista, y quién ha aceptado

step-roster-check = Repaso de la lista
step-announce = Anuncio
step-countdown = Cuenta atrás
step-eve = La víspera
step-day = El día
step-last-call = Última llamada
step-breathe = Detente y respira
step-recap = Resumen
step-digest = Digests
step-close = Cierre
