# Veja ../en/saves.ftl.

cmd-save-message = Salvar como agradecimento #CMAD

note-ask-to-save = Alguém gostaria de salvar estas palavras como agradecimento #CMAD. Só você pode usar os botões, porque as palavras são suas. Nada é salvo se você não disser sim.
button-save-no = Agora não

save-whom = A quem você agradece com esta mensagem?
save-also = -# Ela também conta para **{ $managers }**; você pode mudar cada agradecimento em `/cmad mine`.
save-no-words = Não encontrei nessa mensagem palavras que eu possa ler. Clique nela com o botão direito e escolha **Salvar como agradecimento #CMAD**, ou cole as palavras em `/thank`.
save-asked = Quem escreveu isso foi **{ $author }**, então quem decide é **{ $author }**: eu pergunto embaixo da mensagem. Até o sim, nada dela é salvo.
save-asked-in-mine = Quem escreveu isso foi **{ $author }**, então quem decide é **{ $author }**: `/cmad mine` faz a pergunta, porque aqui já há perguntas abertas demais. Até o sim, nada dela é salvo.
save-asked-before = Já perguntamos a **{ $author }** sobre essa mensagem. Sobre cada mensagem, a pergunta é feita uma vez.
save-counts = Essa mensagem já conta. Que bom que você reparou nela.
save-no-questions = **{ $author }** não quer receber perguntas sobre salvar mensagens nesta campanha. Você pode agradecer com suas próprias palavras: `/thank`.
save-choose = Sua mensagem pode ser salva como agradecimento #CMAD, assinada como **{ $signature }**. O que pode ser feito com as palavras dela? A mensagem em si continua sua de qualquer forma.
standing-public-means = A chefia da pessoa pode ver com seu nome e o link da sua mensagem.
standing-named-means = A chefia da pessoa pode ver com seu nome.
standing-unnamed-means = A chefia da pessoa pode ver como palavras de “um membro”.
standing-private-means = Só para a pessoa a quem você agradece; a chefia só vê que foi contado.
save-refused = Nada foi salvo, e nesta campanha não vamos mais perguntar isso a você.
receipt-public-stands = Assinado como **{ $signature }**. É **público**: fica onde você escreveu, e a chefia da pessoa pode ver com seu nome e o link.
receipt-public-stands-many = Assinado como **{ $signature }**. É **público**: fica onde você escreveu, e a chefia de cada pessoa pode ver com seu nome e o link.

button-copy-theirs = Cópia para a chefia
button-copy-theirs-of = Cópia para a chefia de { $name }
button-suggest = Sugerir à pessoa
copy-theirs = “Coloque a chefia em cópia” é metade da tradição. Aqui está um texto que você pode enviar à chefia de **{ $manager }**; ele contém o que você permitiu:
copy-theirs-text =
    Olá!
    O Community Manager Appreciation Day { $year } é na { $date }. Agradeci a { $manager } pelo que faz pela nossa comunidade, e queria que você soubesse.
copy-theirs-words = Foi isto que escrevi:
copy-theirs-cares = O que importa para { $manager }: { $cares }
copy-theirs-suggest = Ou deixe com **{ $manager }**: a sugestão espera no painel da pessoa, e a decisão é dela. Nada é enviado a ninguém.
copy-theirs-suggested = Agora ela espera no painel de **{ $manager }**. A decisão é da pessoa, e nada foi enviado a ninguém.
desk-suggester-unnamed = um membro
desk-suggested = 💡 { $more ->
    [0] { $names }
    [one] { $names } e mais uma pessoa
   *[other] { $names } e mais { $more }
  } { $n ->
    [one] sugere
   *[other] sugerem
  } mostrar isto à sua chefia. A decisão é sua.
button-dismiss = Dispensar

cmd-boss-copy = Quando seu digest chegar: perguntar, sempre enviar cópia após 24 horas, ou nunca
copying-ask = perguntar: nada vai à chefia se você não enviar
copying-always = sempre: 24 horas depois que o digest chegar a você, a menos que você clique em “Não enviar ainda”
copying-never = nunca: nada é oferecido
boss-nobody = Você ainda não informou sua chefia.
boss-copy-ask = Sobre cópias: **perguntar**. Nada vai à sua chefia até você clicar em **Cópia para minha chefia** em seu digest.
boss-copy-always = Sobre cópias: **sempre**. A partir do seu próximo digest, 24 horas depois que ele chegar a você, uma cópia vai à sua chefia, com o que quem escreveu permite. **Não enviar ainda**, no digest ou no seu painel, interrompe. Para isso, você precisa ter aceitado estar na lista e informado uma chefia que não tenha dito “Não receber mais”. Atualizações nunca são copiadas automaticamente.
boss-copy-never = Sobre cópias: **nunca**. Nada é oferecido; seus próprios arquivos continuam no seu painel.
button-wait = Não enviar ainda
note-digest-always = Veja o que escreveram para você. Em **Meu digest** você fixa suas mensagens favoritas e oculta o que deve ficar só com você. Você escolheu que sua chefia **sempre** receba uma cópia: isso acontece 24 horas depois desta mensagem, a menos que você clique em **Não enviar ainda**.
note-digest-never = Veja o que escreveram para você. Em **Meu digest** você fixa suas mensagens favoritas. Ele fica com você: você escolheu que sua chefia nunca receba uma cópia.
desk-files-own = Seu próprio digest com cada citação. Abra a página em um navegador, ou imprima.
desk-copy-waits = O envio de uma cópia à sua chefia está previsto para { $when }, porque você escolheu *sempre*. **Não enviar ainda** interrompe.
desk-copy-called-off = Nenhuma cópia foi enviada: foi interrompida, ou não pôde mais ser enviada. Você ainda pode enviar uma.
copy-waited = Interrompida: nenhuma cópia vai automaticamente à sua chefia. Você ainda pode enviá-la do seu painel, `/cmad digest`; sua escolha para o próximo ano muda com `/cmad boss set`.
copy-nothing-waits = Nenhuma cópia está esperando, então nada vai automaticamente à sua chefia.
copy-wait-too-late = Essa cópia está a caminho ou já chegou, então não dá mais para interromper.
