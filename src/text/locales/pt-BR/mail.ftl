# Mail to a boss, and the page on which they say that they want no more.

web-not-found-title = Não há nada aqui
web-not-found = Este endereço não leva a lugar nenhum. Se você veio de um e-mail, o link pode ter sido cortado: abra-o de novo direto do e-mail ou escreva para quem o enviou.

# The commands' options: 100 characters at most.
cmd-boss-email = O e-mail da sua chefia, se as cópias puderem ir para lá; só você vê
cmd-boss-reply-to = Para onde vão as respostas da sua chefia; sem isso, o e-mail não traz nenhum endereço seu

# What a manager is told when they name a boss's address, and when they want to send a copy there.
boss-bad-address = “{ $address }” não é um endereço de e-mail que eu possa usar. Escreva como `alguem@example.org`, sem um nome ao lado. Nada foi alterado.
boss-reply-alone = Um endereço para respostas precisa também do da sua chefia: `/cmad boss set email:… reply_to:…`. Nada foi alterado.
boss-mail-off = Não posso enviar e-mails aqui: quem mantém este bot não configurou isso, então não guardei o endereço e nada foi alterado. **Cópia para minha chefia** dá a você os arquivos para encaminhar; se sua chefia for membro, ela pode receber uma mensagem direta: `/cmad boss set member:@nome`.
boss-mail-domain = Quem mantém este bot não permitiu e-mails para **{ $domain }**, então não guardei o endereço e nada foi alterado. Peça para incluir; até lá, **Cópia para minha chefia** dá a você os arquivos para encaminhar.
boss-mail-server = Quem mantém este bot não permitiu e-mails deste servidor, então não guardei o endereço e nada foi alterado. **Cópia para minha chefia** dá a você os arquivos para encaminhar; se sua chefia for membro, ela pode receber uma mensagem direta: `/cmad boss set member:@nome`.
boss-mail = As cópias vão **por e-mail para { $to }**, de { $from }. Lá ninguém fica sabendo de nada até uma cópia ser enviada.
boss-mail-answers = As respostas vão para **{ $to }**.
boss-mail-no-answers = O e-mail não traz nenhum endereço seu; `reply_to` inclui um para respostas.
boss-mail-and-member = { $boss } não recebe uma segunda cópia. Se não for mais possível enviar e-mail para lá, e só então, a cópia vai como mensagem direta.
copy-preview-mail = Este é o e-mail que vai **para { $to }**, de { $from }. Nada foi enviado ainda.
mail-head-from = De:
mail-head-to = Para:
mail-head-reply-to = Responder para:
mail-head-subject = Assunto:
mail-head-attached = Anexos:
mail-head-nobody = ninguém: o e-mail não traz nenhum endereço seu
mail-head-nothing = nada
mail-preview-whole = { $file } é o e-mail exatamente como será enviado, { $page } é a página dele. Só os endereços por trás de *Cancelar o recebimento* e para responder ficam escondidos neles: são só da sua chefia.
mail-preview-cut = O texto continua nos arquivos.
copy-mail-off = Não posso enviar e-mails: quem mantém este bot não configurou isso. Aqui estão os arquivos para você encaminhar, só com o que quem escreveu permite.
copy-mail-domain = Quem mantém este bot não permitiu e-mails para esse domínio, então nada foi enviado. Aqui estão os arquivos para você encaminhar, só com o que quem escreveu permite.
copy-mail-server = Quem mantém este bot não permitiu e-mails deste servidor, então nada foi enviado. Aqui estão os arquivos para você encaminhar, só com o que quem escreveu permite.
copy-mail-address = Sua frase traz um endereço, e uma cópia por e-mail não aceita nenhum, então nada foi enviado. Mude a frase e envie a cópia de novo.
copy-too-few = Uma cópia precisa de palavras de pelo menos duas pessoas que sua chefia possa ler, então nada foi enviado. Aqui estão os arquivos para você encaminhar, só com o que quem escreveu permite. Quem escreve com nome também pode escrever sem ele, então uma mensagem com nome e outra sem não contam como duas pessoas.
copy-waits = Uma cópia foi pedida e espera até { $when }: em um dia só pode sair um número limitado de cópias. **Não enviar ainda**, no seu painel, interrompe.
copy-mail-unmade = Não consegui criar uma cópia; o erro é meu, e nada foi enviado. Aqui estão os arquivos para você encaminhar, só com o que quem escreveu permite.
note-copy-trouble-title = A cópia para sua chefia
note-copy-trouble-unknown = **Não sei se chegou.** O servidor de e-mail talvez tenha aceitado a mensagem, mas não confirmou. Para que ninguém receba duas vezes, não envio de novo. Pergunte à sua chefia, ou encaminhe os arquivos do seu painel.
note-copy-trouble-refused = **Não chegou.** O servidor de e-mail recusa: o endereço pode ter um erro, ou lá não aceitam meus e-mails. `/cmad boss set` muda o endereço; no seu painel estão os arquivos para encaminhar.
note-copy-trouble-given-up = **Não chegou.** Tentei por três dias, e o servidor de e-mail não aceitou. No seu painel estão os arquivos para encaminhar, e de lá você pode enviar de novo.
note-copy-trouble-closed = **Não chegou.** O Discord não me deixa enviar uma mensagem direta à sua chefia: talvez estejam desativadas, ou ela tenha saído do servidor. No seu painel estão os arquivos para encaminhar; com `/cmad boss set` você pode informar outro caminho.
note-copy-trouble-unmade = **Não foi enviada.** Não consegui criar uma cópia da sua página; o erro é meu, e quem mantém este bot o encontra no log. No seu painel estão os arquivos que dá para criar, para encaminhar, e de lá você pode enviar de novo.
note-copy-trouble-waits = **Ela espera até { $when }.** As cópias permitidas em um dia já saíram. Depois, ela sai automaticamente; **Não enviar ainda**, no seu painel, interrompe.
note-copy-trouble-too-few = **Não foi enviada.** Uma cópia precisa de palavras de pelo menos duas pessoas que sua chefia possa ler, e agora há menos. No seu painel estão os arquivos para encaminhar. Quem escreve com nome também pode escrever sem ele, então uma mensagem com nome e outra sem não contam como duas pessoas.
note-copy-trouble-has-address = **Não foi enviada.** Sua frase traz um endereço, e uma cópia por e-mail não aceita nenhum. Mude a frase no seu painel e envie a cópia de lá.
note-copy-trouble-light = **Foi enviada sem o PDF e a imagem.** Ao criá-los, meu programa foi encerrado, provavelmente por falta de memória. A página em si está completa. No seu painel estão os arquivos para encaminhar.
note-copy-trouble-unseen = **Não sei se chegou.** O Discord não respondeu, e não posso conferir. Para que ninguém receba duas vezes, não envio de novo. Pergunte à sua chefia, ou encaminhe os arquivos do seu painel.

# The mail, around the digest.
mail-why = Você recebe este e-mail porque { $manager } informou seu endereço e escolheu enviar esta página a você. Quem enviou foi o bot de { $server }, que não envia a você nada que { $manager } não tenha escolhido.
mail-answers = Sua resposta vai para { $manager }.
mail-no-answers = Por favor, não responda a este e-mail: ninguém lê as respostas. { $manager } vai gostar de receber notícias suas de qualquer outra forma.
mail-no-more-page = Cancelar o recebimento: um clique, e vale para sempre
mail-no-more-write = Para cancelar o recebimento, escreva para { $operator } e ponha esta linha no seu e-mail: { $line }

# The page on which its reader says that they want no more.
web-no-more-title = Cancelar o recebimento?
web-no-more-ask = { $who ->
    [known] Você recebeu um e-mail com uma página de agradecimento porque { $manager }, de { $server }, queria que você visse.
   *[unknown] Você recebeu um e-mail com uma página de agradecimento porque alguém queria que você visse.
}
web-no-more-means = Se você clicar no botão, este bot não envia mais nada sobre isso, nem nos próximos anos, peça quem pedir. Para isso, só um hash com chave do seu endereço é guardado, nunca o próprio endereço.
web-no-more-button = Cancelar o recebimento destas páginas
web-no-more-all-button = Não receber nenhum e-mail deste bot
web-no-more-done-title = Feito
web-no-more-done = { $who ->
    [known] Este bot não envia mais a você nada sobre { $manager }, de { $server }. Isso vale para sempre; não precisa fazer mais nada.
   *[unknown] Este bot não envia mais a você nada sobre isso. Isso vale para sempre; não precisa fazer mais nada.
}
web-no-more-done-all = Este bot não envia mais nenhum e-mail a você, seja sobre quem for. Isso vale para sempre; não precisa fazer mais nada.
