# Veja ../en/privacy.ftl.

cmd-cmad-privacy = O que está guardado sobre você, em todo lugar: veja, leve com você, apague

privacy-title = ## O que está guardado sobre você
privacy-none = Nada está guardado sobre você aqui.
privacy-server = ### { $server }
privacy-given = { $n ->
    [one] - { $year }: um agradecimento seu, com as palavras e o nome com que você assinou
   *[other] - { $year }: { $n } agradecimentos seus, com as palavras e o nome com que você assinou
}
privacy-counted = { $n ->
    [one] - { $year }: um agradecimento seu, apenas contado; as palavras foram removidas
   *[other] - { $year }: { $n } agradecimentos seus, apenas contados; as palavras foram removidas
}
privacy-consent = - Sua última escolha: { $consent }
privacy-answers = - { $year }: o que você permitiu fazer com as palavras encontradas
privacy-judged = { $n ->
    [one] - Uma mensagem sua: se contou, sem as palavras dela
   *[other] - { $n } mensagens suas: se contaram, sem as palavras delas
}
privacy-place = - Seu lugar na lista ({ $place }) e seu perfil
privacy-left-alone = - Que você prefere não participar: não está na lista
privacy-boss = - Quem você informou como chefia, e o que decidiu sobre seus digests
privacy-received = { $n ->
    [one] - { $year }: um agradecimento que alguém deu a você; as palavras são dessa pessoa, e estão em seu digest
   *[other] - { $year }: { $n } agradecimentos que deram a você; as palavras são de quem escreveu, e estão em seu digest
}
privacy-boss-of = { $n ->
    [one] - Uma pessoa de uma lista informou você como chefia
   *[other] - { $n } pessoas das listas informaram você como chefia
}
privacy-nominated = { $n ->
    [one] - Uma indicação sua para a lista, com seu motivo
   *[other] - { $n } indicações suas para a lista, com seus motivos
}
privacy-nominee = { $n ->
    [one] - Uma indicação do seu nome para a lista, com o motivo
   *[other] - { $n } indicações do seu nome para a lista, com os motivos
}
privacy-decided = { $n ->
    [one] - Que você decidiu uma indicação como admin
   *[other] - Que você decidiu { $n } indicações como admin
}
privacy-named-in = { $n ->
    [one] - Uma mensagem de outra pessoa que cita você: se contou, sem as palavras
   *[other] - { $n } mensagens de outras pessoas que citam você: se contaram, sem as palavras
}
privacy-kept-copies = { $n ->
    [one] - { $year }: uma cópia do seu digest, como você enviou à sua chefia
   *[other] - { $year }: { $n } cópias do seu digest, como você enviou à sua chefia
}
privacy-messages = { $n ->
    [one] - Uma mensagem minha para você ou sobre você: o tipo e a data, sem o texto
   *[other] - { $n } mensagens minhas para você ou sobre você: o tipo e a data, sem o texto
}
privacy-saves = { $n ->
    [one] - Uma mensagem que alguém pediu para salvar, sem as palavras dela
   *[other] - { $n } mensagens que alguém pediu para salvar, sem as palavras delas
}
privacy-no-more = - Que você não quer mais cópias do digest de alguém, como hash com chave
privacy-set-up = - Que você configurou a campanha aqui, para que os avisos cheguem a você
privacy-spoken = - O idioma do seu Discord, para que as mensagens diretas cheguem nele: { $language }
privacy-more = { $n ->
    [one] E mais um servidor: a exportação tem todos.
   *[other] E mais { $n } servidores: a exportação tem todos.
}
privacy-how = -# Isto vale para todos os servidores em que estou. As palavras são removidas automaticamente { $days } dias depois do encerramento da campanha. **Exportar** dá a você tudo em arquivos; **Apagar** pergunta mais uma vez.
button-export = Exportar
button-erase = Apagar
button-erase-now = Sim, apagar tudo
button-erase-not = Manter
button-ignore = Ignorar minhas mensagens
button-notice = Parar de ignorar minhas mensagens
privacy-ignore-how = -# **Ignorar minhas mensagens**: não olho nada do que você escreve, em nenhum servidor em que estou, até você dizer o contrário. Os comandos continuam funcionando.
privacy-ignores = Ignoro suas mensagens em todos os servidores em que estou, porque você pediu. Os comandos continuam funcionando.
privacy-ignored = A partir de agora não olho nada do que você escreve, em nenhum servidor em que estou. Os comandos continuam funcionando, e você pode desfazer isso aqui ou em `/cmad privacy`. Para isso guardo só um hash com chave do seu ID.
privacy-noticed = A partir de agora vejo suas mensagens de novo.

privacy-sure =
    ## Apagar tudo sobre você?
    Isto vale para todos os servidores em que estou, e não pode ser desfeito.
    - Suas palavras e seu nome somem: do banco de dados, dos digests que ainda não foram enviados e das minhas publicações. O que foi contado continua um número, sem nome.
    - Se você está em uma lista: seu perfil, a informação de quem é sua chefia e seus digests somem, e também as palavras que outras pessoas escreveram para você, porque ninguém mais pode tê-las. Você fica de fora.
    - O que já chegou a outro lugar não pode ser desfeito: digests e cópias entregues. Suas próprias mensagens no Discord são suas; só você pode apagá-las.
privacy-kept = Nada foi apagado.

privacy-erased = ## Apagado
privacy-erased-nothing = Não havia mais nada a apagar.
privacy-erased-thanks = { $n ->
    [one] - As palavras de um agradecimento e seu nome. Ele continua um número em um total, e ninguém pode saber que era seu.
   *[other] - As palavras de { $n } agradecimentos e seu nome. Eles continuam números em um total, e ninguém pode saber que eram seus.
}
privacy-erased-posts = { $n ->
    [one] - Uma publicação ou pergunta minha está sendo removida agora.
   *[other] - { $n } publicações e perguntas minhas estão sendo removidas agora.
}
privacy-erased-received = { $n ->
    [one] - Um agradecimento que alguém escreveu para você: ninguém mais pode tê-lo.
   *[other] - { $n } agradecimentos que escreveram para você: ninguém mais pode tê-los.
}
privacy-erased-profiles = { $n ->
    [one] - Seu perfil, a informação de quem é sua chefia e seus digests em um servidor.
   *[other] - Seus perfis, as informações de quem é sua chefia e seus digests em { $n } servidores.
}
privacy-erased-boss-of = { $n ->
    [one] - Que uma pessoa informou você como chefia.
   *[other] - Que { $n } pessoas informaram você como chefia.
}
privacy-erased-notes = { $n ->
    [one] - Uma anotação: uma escolha, uma decisão sobre uma mensagem, ou uma mensagem para você planejada ou enviada.
   *[other] - { $n } anotações: escolhas, decisões sobre mensagens, e mensagens para você planejadas ou enviadas.
}
privacy-stays = ### O que não pôde ser desfeito, e o que fica
privacy-stays-delivered = { $n ->
    [one] - Um digest com suas palavras já tinha chegado. Peça a quem o recebeu, se quiser que ele suma de lá também.
   *[other] - { $n } digests com suas palavras já tinham chegado. Peça a quem os recebeu, se quiser que eles sumam de lá também.
}
privacy-stays-copied = { $n ->
    [one] - Uma cópia já tinha chegado a uma chefia.
   *[other] - { $n } cópias já tinham chegado a uma chefia.
}
privacy-stays-alone = { $n ->
    [one] - Seu ID, em um servidor, só com a nota de que você prefere não participar. Nenhum admin pode colocar você na lista de novo.
   *[other] - Seu ID, em { $n } servidores, só com a nota de que você prefere não participar. Nenhum admin pode colocar você na lista de novo.
}
privacy-stays-set-up = { $n ->
    [one] - Que você configurou a campanha em um servidor, até que outra pessoa o faça: os avisos vão para você.
   *[other] - Que você configurou a campanha em { $n } servidores, até que outra pessoa o faça: os avisos vão para você.
}
privacy-stays-ignored = - Que ignoro suas mensagens, como hash com chave, até você dizer o contrário.
privacy-stays-always = - Mensagens no Discord que são suas, em canais e em suas mensagens diretas comigo. Se você disse “Não receber mais” sobre o digest de alguém, isso permanece, como hash com chave. Por quanto tempo os backups são guardados depende de quem mantém este bot; pergunte.

privacy-files = Tudo o que está guardado sobre você: uma página para ler, e o mesmo em JSON.
privacy-page-title = O que está guardado sobre você
privacy-page-made = Feito para o membro do Discord { $member }. Data: { $date }.
privacy-page-none = Nada está guardado sobre você.
privacy-page-given = Seus agradecimentos
privacy-page-to = Para { $manager }, { $date }
privacy-page-facts = Assinado como “{ $signature }” · { $consent } · { $year }
privacy-page-link = no Discord
privacy-page-without = Sem palavras.
privacy-page-more = O que mais fica guardado
privacy-page-ignores = Suas mensagens são ignoradas, porque você pediu.
