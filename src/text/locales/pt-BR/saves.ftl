# Veja ../en/saves.ftl.

cmd-save-message = Guardar como obrigado #CMAD

note-ask-to-save = Alguém gostaria de guardar estas palavras como agradecimento #CMAD. O botão responde só a você, porque elas são suas. Nada é guardado se você não disser sim.
button-save-no = Não, obrigado

save-whom = A quem você agradece com esta mensagem?
save-also = -# Ela também conta para **{ $managers }**; `/cmad mine` muda cada um.
save-no-words = Não encontrei nessa mensagem palavras que eu possa ler. Clique nela com o botão direito e escolha **Guardar como obrigado #CMAD**, ou cole as palavras em `/thank`.
save-asked = Quem escreveu isso foi **{ $author }**, então quem decide é **{ $author }**: eu pergunto embaixo da mensagem. Até o sim, nada dela é guardado.
save-asked-before = **{ $author }** já foi perguntado sobre essa mensagem. Sobre cada mensagem, a pergunta é feita uma vez.
save-counts = Essa mensagem já conta. Obrigado por reparar nela.
save-no-questions = **{ $author }** não quer receber perguntas sobre guardar mensagens nesta campanha. Você pode agradecer com suas próprias palavras: `/thank`.
save-choose = Sua mensagem pode ser guardada como agradecimento #CMAD, assinada **{ $signature }**. O que pode ser feito com as palavras dela? A mensagem em si continua sua de qualquer forma.
save-public-means = Pode ir à chefia com seu nome e o link da sua mensagem.
save-named-means = Pode ir à chefia com seu nome.
save-unnamed-means = Pode ir à chefia como palavras de “um membro”.
save-private-means = Só para essa pessoa; a chefia só vê que foi contado.
save-refused = Nada foi guardado, e nesta campanha ninguém pode fazer com que você seja perguntado de novo.
receipt-public-stands = Assinado **{ $signature }**. É **público**: fica onde você escreveu, e pode ir à chefia com seu nome e o link.

button-copy-theirs = Cópia para a chefia
button-suggest = Sugerir à pessoa
copy-theirs = “Coloque a chefia em cópia” é metade da tradição. Aqui está um texto que você mesmo pode enviar à chefia de **{ $manager }**; ele contém o que você permitiu:
copy-theirs-text =
    Olá!
    O Community Manager Appreciation Day { $year } é em { $date }. Agradeci a { $manager } pelo que faz pela nossa comunidade, e queria que você soubesse.
copy-theirs-words = Foi isto que escrevi:
copy-theirs-suggest = Ou deixe com **{ $manager }**: a sugestão espera na mesa da pessoa, e a decisão é dela. Nada é enviado a ninguém.
copy-theirs-suggested = Agora ela espera na mesa de **{ $manager }**. A decisão é da pessoa, e nada foi enviado a ninguém.
desk-suggester-unnamed = um membro
desk-suggested = 💡 { $more ->
    [0] { $names }
    [one] { $names } e mais uma pessoa
   *[other] { $names } e mais { $more }
  } { $n ->
    [one] sugere
   *[other] sugerem
  } que sua chefia veja isto. A decisão é sua.
button-dismiss = Dispensar

cmd-boss-copy = O que acontece quando seu digest chega: perguntar, sempre copiar após 24 horas, ou nunca
copying-ask = perguntar: nada vai à chefia se você não enviar
copying-always = sempre: 24 horas depois que o digest chegou a você, a menos que você aperte Esperar
copying-never = nunca: nada é oferecido
boss-nobody = Nenhuma chefia está informada.
boss-copy-ask = Sobre cópias: **perguntar**. Nada vai à sua chefia até que você mesmo aperte **Cópia para minha chefia** em seu digest.
boss-copy-always = Sobre cópias: **sempre**. A partir do seu próximo digest, 24 horas depois que ele chegar a você, uma cópia vai à sua chefia, com o que os autores permitem. **Esperar**, no digest ou em sua mesa, interrompe. Para isso, você precisa ter aceitado seu lugar e informado uma chefia que não tenha dito “Não receber mais”. Atualizações nunca são copiadas sozinhas.
boss-copy-never = Sobre cópias: **nunca**. Nada é oferecido; seus próprios arquivos continuam em sua mesa.
button-wait = Esperar
note-digest-always = Estas são as palavras deles para você. Em **Meu digest** você fixa as de que mais gosta e oculta o que deve ficar com você. Você escolheu que sua chefia **sempre** receba uma cópia: isso acontece 24 horas depois desta mensagem, a menos que você aperte **Esperar**.
note-digest-never = Estas são as palavras deles para você. Em **Meu digest** você fixa as de que mais gosta. Ele fica com você: você escolheu que sua chefia nunca receba uma cópia.
desk-files-own = Seu próprio digest com cada citação. Abra a página em um navegador, ou imprima.
desk-copy-waits = Uma cópia vai à sua chefia { $when }, porque você escolheu *sempre*. **Esperar** interrompe.
desk-copy-called-off = Nenhuma cópia saiu: foi interrompida, ou não pôde mais ser enviada. Você ainda pode enviar uma.
copy-waited = Interrompida: nenhuma cópia vai sozinha à sua chefia. Você ainda pode enviá-la da sua mesa, `/cmad digest`; sua escolha para o próximo ano muda com `/cmad boss set`.
copy-nothing-waits = Nenhuma cópia está esperando, então nada vai sozinho à sua chefia.
copy-wait-too-late = Essa cópia está a caminho ou já chegou, então não dá mais para interromper.
