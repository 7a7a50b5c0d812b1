# A mesa: citações, a frase para a chefia, arquivos, anos, a resposta a quem agradeceu; e configurações que um admin
# esquece.

button-answer-all = Responder a todo mundo
button-copy-update = Enviar a cópia atualizada
button-as-it-left = Ver a cópia enviada
button-as-it-left-before = A anterior
button-quotes = Citações: fixar, ocultar, encurtar
button-sentence = Uma frase para minha chefia
button-back-to-desk = Voltar ao meu painel
button-back-to-quotes = Voltar às citações
button-first = Colocar em primeiro
button-second = Colocar em segundo
button-third = Colocar em terceiro
button-not-first = Tirar do topo
button-show-quote = Mostrar à minha chefia
button-hide-quote = Ocultar da minha chefia
button-quote-picture = Como imagem
button-page-before = ◀ Anteriores
button-page-after = Próximas ▶
button-change = Mudar
button-write = Escrever
button-sentence-none = Remover a frase

desk-year = #CMAD { $year }
desk-years = Ver outro ano
desk-copied-when = Data do envio: { $when }. **Ver a cópia enviada** mostra exatamente como ela era.
desk-copied-changed = A página mudou desde então: você pode enviá-la mais uma vez, marcada como atualização.
desk-copied-another = A chefia que você tinha informado antes tem uma cópia; a de agora ainda não tem nenhuma.
desk-has-sentence = Uma frase sua fica no início da cópia.
desk-copies-held = As cópias esperam: meus dados foram restaurados e não se sabe quem pediu para não receber mais. Quem mantém este bot pode resolver isso.
# Words that hold a link, markup or the like wait before they go by themselves.
unseen-waits = { $count ->
    [one] **{ $count } mensagem espera que você olhe.** Há um link, marcação ou algo assim nas palavras ou no nome, então sua chefia só recebe se você disser.
   *[other] **{ $count } mensagens esperam que você olhe.** Há um link, marcação ou algo assim nas palavras ou no nome, então sua chefia só recebe se você disser.
}
quotes-unseen = Esta mensagem espera que você olhe, porque há um link, marcação ou algo assim nas palavras ou no nome. Se você deixar ir junto, sua chefia recebe como texto simples.
button-look-at-it = Olhar
button-let-go = Deixar ir junto

copy-preview = Isto é o que { $boss } receberia, em uma mensagem direta minha. Nada foi enviado ainda.
copy-preview-changed = **Mudou desde que você olhou**, por isso nada foi enviado; isto é o que seria enviado agora.
copy-enough = Sua chefia já recebeu três cópias deste digest; mais seria um incômodo. Você ainda pode passar os arquivos por sua conta.
copy-as-it-left = Isto é o que foi enviado ({ $when }). Fica como estava, mesmo que você mude algo; só faltam as palavras que foram apagadas por quem as escreveu.
copy-as-it-left-gone = Essa cópia não é mais guardada: as palavras são removidas depois de um tempo, e as cópias delas também.

quotes-head = **Suas citações, de { $first } a { $last } de { $count }.** Até { $most } vêm primeiro, na sua ordem. O que você oculta fica com você. Daqui nada é enviado a ninguém.
quotes-none = Não há palavras aqui para escolher.
quotes-none-pinned = Nenhuma está fixada, então a página escolhe: citações curtas que dizem muito, de pessoas diferentes.
quotes-look = Escolha uma para mover ou encurtar
quotes-gone = Essa não está mais aí: quem escreveu retirou, ou um admin ocultou.
quotes-picture = A citação como imagem, para compartilhar onde quiser. Quem escreveu a tornou pública.
quotes-not-public = Só uma citação pública vira imagem: uma que pude publicar e cuja mensagem ainda está lá.
quotes-passed-on-as = **Ela é repassada assim:**
quotes-whole = Inteira, como foi escrita
quotes-shorten = Terminar antes, com “…”
quotes-full = Já há { $most } no topo. Tire uma para abrir espaço para esta.

sentence-about = Uma frase sua pode ficar no início da cópia, na mensagem e em cada arquivo: por que você envia, ou o que gostaria. Só sua chefia lê.
sentence-address = { $found } parece um endereço. Uma cópia por e-mail não aceita nenhum, para que ninguém receba em meu nome um link de estranhos. Sua frase não foi salva: com **Mudar**, ela aparece como você escreveu.
sentence-form-title = Uma frase para minha chefia
sentence-form-label = Sua frase
sentence-form-help = Fica no início da página, com seu nome. Ninguém mais lê.

button-added = Palavras de outros lugares
button-added-add = Adicionar palavras de outros lugares
button-added-remove = Tirar
added-about = **Palavras de outros lugares, { $count } de { $most }.** Agradecimentos que chegaram a você por e-mail, em um fórum ou em um palco. Ficam depois das palavras dos membros, como “adicionado por você, sem verificação”, e não entram em nenhum número. Sua chefia só lê o que você marcar aqui.
added-allow = Marque o que sua chefia pode ler
added-look = Escolha uma para mudar ou tirar
added-for-boss = sua chefia pode ler
added-form-title = Adicionar palavras de outros lugares
added-form-words = As palavras
added-form-words-help = Como foram ditas, sem links, menções nem formatação.
added-form-said-by = Quem disse
added-form-said-by-help = Com o nome que pode aparecer em uma página que outras pessoas leem.
added-form-place = Onde
added-form-place-help = Um link ou um lugar. Em um e-mail, vai como texto simples.
added-empty = Não há palavras para adicionar. **Tentar de novo** traz de volta o que você escreveu.
added-nameless = Não dá para ler o nome, então nada foi salvo. **Tentar de novo** traz suas palavras de volta.
added-address = { $found } parece um endereço. Palavras de outros lugares não podem ter nenhum, para que ninguém receba em meu nome um link de estranhos. Nada foi salvo: **Tentar de novo** traz suas palavras de volta.
added-mention = Estas palavras têm um @, e ninguém deve ser notificado. Escreva o nome sem ele. Nada foi salvo: **Tentar de novo** traz suas palavras de volta.
added-markup = Estas palavras têm formatação, código ou letras que não dá para ler; só é possível adicionar palavras simples. Nada foi salvo: **Tentar de novo** traz suas palavras de volta.
added-full = Já há { $most }, então nada foi salvo. Tire uma, e **Tentar de novo** traz suas palavras de volta.
added-gone = O que você queria mudar não está mais aqui. **Tentar de novo** adiciona suas palavras outra vez.
added-purged = As palavras desta campanha já foram removidas, então não dá para adicionar nada.

files-forward = A versão para sua chefia, só com o que quem escreveu permite, para você passar por sua conta.
files-none-go = Nenhum arquivo vai com uma cópia: sua chefia recebe só a mensagem.
files-go = Enviados com uma cópia: { $files }.
files-with-copy = Quais arquivos vão com uma cópia
files-own = Meu próprio digest, em outro formato
files-lacking = Não consegui criar isto: { $files }. O erro é meu; quem mantém este bot o encontra no log, e você pode pedir de novo mais tarde.
files-forward-as = Para minha chefia, em outro formato
files-for-boss = para-sua-chefia
files-as-html = uma página para o navegador
files-as-text = texto simples
files-as-pdf = um PDF para imprimir
files-as-card = uma imagem para um chat
files-as-eml = um e-mail, como rascunho
files-as-markdown = Markdown
files-as-json = JSON, para programas
files-as-csv = CSV, para planilhas
files-as-calendar = um dia de capacitação, para o calendário

thankers-about = Uma resposta sua a { $people ->
    [one] a única pessoa que agradeceu
   *[other] todas as { $people } pessoas que agradeceram
} a você. Eu publico uma vez, abaixo do resumo em { $channel }, onde todo mundo pode ler, e ponho um 💌 nas mensagens públicas. Ninguém recebe mensagem direta nem menção.
thankers-draft = Ninguém viu isto ainda. Com **Publicar**, aparece abaixo do resumo em { $channel }, com seu nome.
thankers-waits = Ainda não foi publicada; até lá você pode mudá-la.
thankers-on-its-way = Está a caminho.
thankers-posted = Está publicada aqui: { $link }. Para mudar, retire primeiro.
thankers-unknown = Não sei se foi publicada, então não publico de novo automaticamente. Olhe o canal; com **Retirar** você começa de novo.
thankers-failed = Não foi possível publicar. Com **Mudar** você pode olhar e tentar de novo.
thankers-hidden = Um admin ocultou sua resposta. Pergunte aos admins se não souber por quê.
thankers-empty = Sua resposta estava vazia.
thankers-not-due = As palavras para você vêm primeiro: dá para responder assim que seu digest chegar.
thankers-nobody = Ninguém escreveu para você ainda, então não há a quem responder.
thankers-stands = Sua resposta já está publicada, ou a caminho. Retire primeiro se quiser escrever outra.
thankers-form-title = Responder a quem me agradeceu
thankers-form-label = Sua resposta
thankers-form-help = Publicada uma vez abaixo do resumo, para todos. Você vê antes e pode retirar.
button-answer-post = Publicar
button-answer-throw = Descartar
button-answer-back = Retirar
post-answer = **{ $manager } responde a todo mundo que agradeceu no #CMAD { $year }:**
send-answer = a resposta de { $who } a quem agradeceu

moderate-answer-hidden = Oculta: a resposta de **{ $manager }** é retirada, com os 💌. A pessoa vê isso no painel. `/campaign restore` traz de volta.
moderate-answer-restored = Restaurada: a resposta de **{ $manager }** é publicada de novo.
moderate-hidden-answer = A resposta de **{ $manager }** a quem agradeceu está oculta.
button-restore-answer = Restaurar

button-forget-theme = Remover o lema
button-forget-role = Deixar de usar o cargo
button-forget-admins = Sem canal de admins
forgot-theme = O lema não aparece mais nas próximas publicações. O que foi publicado fica como está.
forgot-role = Nenhum cargo coloca mais ninguém na lista. Quem está nela continua.
forgot-admins = A partir de agora os avisos vão para <@{ $user }>, por mensagem direta.

privacy-thankers = - Sua resposta a quem agradeceu a você no #CMAD { $year }
privacy-copies = { $n ->
    [one] - Um trecho seu em uma cópia enviada a uma chefia, guardada como era
   *[other] - { $n } trechos seus em cópias enviadas a chefias, guardadas como eram
}
