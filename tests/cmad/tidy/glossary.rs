//! One word for one thing: words that were given up, forms of address, and the voice of English.

use std::collections::BTreeSet;

use cmad::text::Lang;

use super::assert_none;
use super::said::{around, prose, said, said_to};

/// A word that is said no more: its language, the word, what is said instead, and the keys in which it is right.
///
/// The names of commands and options stay as they are: people have learnt them.
type Retired = (&'static str, &'static str, &'static str, &'static [&'static str]);

const RETIRED: &[Retired] = &[
    ("en", "private message", "direct message", &[]),
    ("en", "in private", "by direct message", &[]),
    ("en", "somebody", "someone", &[]),
    ("en", "everybody", "everyone", &[]),
    ("en", "nobody", "no one", &[]),
    ("en", "anybody", "anyone", &[]),
    ("en", "whom", "who", &[]),
    ("en", "heard", "picked up", &[]),
    ("en", "listened to", "on", &[]),
    ("en", "left alone", "opted out", &[]),
    ("en", "leave me alone", "opt out", &[]),
    ("en", "by itself", "automatically", &[]),
    ("en", "by themselves", "automatically", &[]),
    ("en", "a thanks", "a thank-you", &[]),
    ("en", "one thanks", "one thank-you", &[]),
    ("en", "every thanks", "every thank-you", &[]),
    ("en", "no thanks", "no thank-yous", &[]),
    ("en", "mails", "emails", &[]),
    ("en", "a mail", "an email", &[]),
    ("en", "mail address", "email address", &[]),
    ("en", "no more of these", "stop sending me these", &[]),
    ("en", "taken back", "withdrawn", &[]),
    ("en", "by your clock", "your time", &[]),
    ("en", "lets it go on", "use … to continue", &[]),
    ("en", "runs me", "runs this bot", &[]),
    ("en", "it cannot be known", "there’s no way to tell", &[]),
    ("en", "relation", "relationship", &[]),
    ("en", "answer everybody", "reply to everyone", &[]),
    ("de", "private Nachricht", "Direktnachricht", &[]),
    ("de", "private Nachrichten", "Direktnachrichten", &[]),
    ("de", "Kanal anzeigen", "Kanal ansehen", &[]),
    ("de", "Veranstaltung", "Event", &[]),
    ("de", "aufheben", "speichern", &[]),
    ("de", "aufgehoben", "gespeichert", &[]),
    ("de", "Knopf", "Button", &[]),
    ("de", "Knöpfe", "Buttons", &[]),
    ("de", "hinausgehen", "verschicken", &[]),
    ("de", "hinaus", "verschickt", &[]),
    ("de", "zum Boss", "dem Boss gezeigt", &[]),
    ("de", "lässt sich nicht wissen", "ich kann nicht feststellen", &[]),
    ("de", "Mal Dank", "Dankesnachrichten", &[]),
    ("de", "in Ruhe", "nicht dabei", &[]),
    ("de", "weggenommen", "entfernt", &[]),
    ("de", "heruntergenommen", "entfernt", &[]),
    ("de", "sie oder ihn", "die Person", &[]),
    ("de", "er oder sie", "die Person", &[]),
    ("de", "Titel", "Funktion", &[]),
    ("de", "Prüfsumme", "Hash", &[]),
    ("de", "mich betreibt", "diesen Bot betreibt", &[]),
    ("de", "Autor", "die Schreibenden", &[]),
    ("de", "Autoren", "die Schreibenden", &[]),
    ("de", "Verfasser", "die Schreibenden", &[]),
    ("de", "Chefin", "Boss", &[]),
    ("de", "von selbst", "automatisch", &["report-code-passes"]),
    ("de", "weiterlaufen", "fortsetzen", &[]),
    ("de", "Kollegium", "zusammenarbeiten", &[]),
    ("de", "Leistungszeugnis", "Leistungsbeurteilung", &[]),
    ("de", "Meldungen", "Berichte", &[]),
    ("de", "Protokoll", "Log", &[]),
    ("de", "drück", "klick", &[]),
    ("de", "drückst", "klickst", &[]),
    ("es", "mensaje privado", "mensaje directo", &[]),
    ("es", "mensajes privados", "mensajes directos", &[]),
    ("es", "título", "cargo", &[]),
    ("es", "administradores", "admins", &[]),
    ("es", "administrador", "admin", &[]),
    ("es", "se escucha", "cuenta", &[]),
    ("es", "se oye", "se detecta", &[]),
    ("es", "escuchar", "activar", &["scorecard-intro"]),
    ("es", "preparar", "configurar", &[]),
    ("es", "preparado", "configurado", &[]),
    ("es", "preparación", "configuración", &[]),
    ("es", "preparada", "configurada", &["scorecard-reason-unprepared"]),
    ("es", "en paz", "fuera", &[]),
    ("es", "declinar", "rechazar", &[]),
    ("es", "declina", "rechaza", &[]),
    ("es", "declinada", "rechazada", &[]),
    ("es", "me gestiona", "gestiona este bot", &[]),
    ("es", "me administra", "gestiona este bot", &[]),
    ("es", "jefe", "responsable", &[]),
    ("es", "vosotros", "ustedes", &[]),
    ("es", "la deja seguir", "reanúdala", &[]),
    ("es", "las gracias cuentan", "los agradecimientos", &[]),
    ("es", "huella cifrada", "hash con clave", &[]),
    ("es", "no se ha cambiado", "no se cambió", &[]),
    ("es", "por sí sola", "automáticamente", &[]),
    ("es", "por sí solo", "automáticamente", &[]),
    ("es", "sus autores", "quien escribió", &[]),
    ("es", "un responsable", "una persona responsable", &[]),
    ("es", "esperar", "no enviar aún", &[]),
    ("es", "en tu reloj", "en tu hora", &[]),
    ("es", "para y respira", "detente y respira", &[]),
    ("es", "agradecerle", "darle las gracias", &[]),
    ("es", "agradecerte", "darte las gracias", &[]),
    ("fr", "fait tourner", "gère ce bot", &[]),
    ("fr", "m’héberge", "gère ce bot", &[]),
    ("fr", "bilan", "récapitulatif", &[]),
    ("fr", "cacher", "masquer", &[]),
    ("fr", "caché", "masqué", &[]),
    ("fr", "cachés", "masqués", &[]),
    ("fr", "cachée", "masquée", &[]),
    ("fr", "caches", "masques", &[]),
    ("fr", "devise", "thème", &[]),
    ("fr", "durable", "définitif", &[]),
    ("fr", "ta ou ton responsable", "ta hiérarchie", &[]),
    ("fr", "ton responsable", "ta hiérarchie", &[]),
    ("fr", "des hiérarchies", "une hiérarchie", &[]),
    ("fr", "toi seul", "rien que pour toi", &[]),
    ("fr", "t’a aidé", "a été là pour toi", &[]),
    ("fr", "t’a remercié", "t’a dit merci", &[]),
    ("fr", "t’ont remercié", "t’ont dit merci", &[]),
    ("fr", "l’ont remercié", "lui ont dit merci", &[]),
    ("fr", "l’a proposé", "à l’origine de la proposition", &[]),
    ("fr", "là-bas", "dans ce salon", &[]),
    ("fr", "écouté", "pris en compte", &[]),
    ("fr", "entendu", "pris en compte", &[]),
    ("fr", "entendus", "pris en compte", &[]),
    ("fr", "écoute", "compte", &[]),
    ("fr", "préparer", "configurer", &[]),
    ("fr", "préparé", "configuré", &[]),
    ("fr", "préparée", "configurée", &[]),
    ("fr", "préparation", "configuration", &[]),
    ("fr", "laisse repartir", "reprends-la", &[]),
    ("fr", "tranquille", "en dehors", &["desk-waits"]),
    ("fr", "reprendre", "retirer", &["cmd-campaign-resume"]),
    ("fr", "repris", "retiré", &[]),
    ("fr", "courriel", "e-mail", &[]),
    ("fr", "titre", "fonction", &[]),
    ("fr", "empreinte", "hachage", &[]),
    ("fr", "la pause", "souffle un peu", &[]),
    ("fr", "d’elle-même", "automatiquement", &[]),
    ("fr", "d’eux-mêmes", "automatiquement", &[]),
    ("fr", "toute seule", "automatiquement", &["scorecard-reason-supports-itself"]),
    ("fr", "tout seul", "automatiquement", &["report-code-passes"]),
    ("fr", "attendre", "ne pas encore envoyer", &[]),
    ("fr", "auteur", "la personne qui a écrit", &[]),
    ("fr", "auteurs", "les personnes qui ont écrit", &[]),
    ("fr", "être remercié", "dire merci", &[]),
    ("fr", "être remerciées", "dire merci", &[]),
    ("pt-BR", "mensagem privada", "mensagem direta", &[]),
    ("pt-BR", "mensagens privadas", "mensagens diretas", &[]),
    ("pt-BR", "título", "função", &[]),
    ("pt-BR", "mesa", "painel", &[]),
    ("pt-BR", "ouvida", "reconhecida", &[]),
    ("pt-BR", "ouvidas", "reconhecidas", &[]),
    ("pt-BR", "apertar", "clicar", &[]),
    ("pt-BR", "aperte", "clique", &[]),
    ("pt-BR", "aperta", "clica", &[]),
    ("pt-BR", "preparado", "configurado", &[]),
    ("pt-BR", "preparar", "configurar", &[]),
    ("pt-BR", "preparada", "configurada", &["scorecard-reason-unprepared"]),
    ("pt-BR", "preparou", "configurou", &[]),
    ("pt-BR", "em paz", "de fora", &[]),
    ("pt-BR", "você mesmo", "por sua conta", &[]),
    ("pt-BR", "obrigado", "agradecemos", &[]),
    ("pt-BR", "relatórios", "avisos", &[]),
    ("pt-BR", "me administra", "mantém este bot", &[]),
    ("pt-BR", "me mantém", "mantém este bot", &[]),
    ("pt-BR", "cuida deste bot", "mantém este bot", &[]),
    ("pt-BR", "a deixa continuar", "retome", &[]),
    ("pt-BR", "mudado", "alterado", &["digest-update", "receipt-over", "note-digest-updated"]),
    ("pt-BR", "recolher", "receber", &[]),
    ("pt-BR", "recolhe", "recebe", &[]),
    ("pt-BR", "recolhidos", "recebidos", &[]),
    ("pt-BR", "recolhem", "recebem", &[]),
    ("pt-BR", "palavras deles", "o que escreveram", &[]),
    ("pt-BR", "é perguntada", "perguntamos", &[]),
    ("pt-BR", "em particular", "por mensagem direta", &[]),
    ("pt-BR", "sozinha", "automaticamente", &["scorecard-reason-supports-itself"]),
    ("pt-BR", "sozinhas", "automaticamente", &[]),
    ("pt-BR", "sozinho", "automaticamente", &["report-code-passes"]),
    ("pt-BR", "no seu relógio", "no seu horário", &[]),
    ("pt-BR", "registro", "log", &[]),
    ("pt-BR", "os autores", "quem escreveu", &[]),
    ("pt-BR", "o autor", "quem escreveu", &[]),
    ("ja", "個人メッセージ", "ダイレクトメッセージ", &[]),
    ("ja", "個別メッセージ", "ダイレクトメッセージ", &[]),
    ("ja", "引き受け", "参加", &[]),
    ("ja", "写し", "コピー", &[]),
    ("ja", "予定イベント", "イベント", &[]),
    ("ja", "隠す", "非表示", &[]),
    ("ja", "隠し", "非表示", &[]),
    ("ja", "お礼", "感謝", &[]),
    ("ja", "運用者", "運営者", &[]),
    ("ja", "数えられ", "カウント", &[]),
    ("ja", "あなたの時計", "お使いの時刻", &[]),
    ("ja", "準備", "設定", &[]),
    ("ja", "そっとして", "参加しない", &[]),
    ("ja", "応える", "使える", &[]),
    ("ja", "私の", "このボットの", &[]),
    ("ja", "私から", "このボットから", &["digest-do-post-text"]),
    ("ja", "私をメンション", "このボットをメンション", &[]),
];

/// Whether a word stands in a text, as a whole word; Japanese has no gaps between words.
fn stands_in(text: &str, word: &str, is_japanese: bool) -> Option<usize> {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_whole = |at: usize| {
        is_japanese || !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + word.len()..].chars().next())
    };
    text.match_indices(&word).map(|(at, _)| at).find(|at| is_whole(*at))
}

#[test]
fn no_text_says_a_word_that_was_given_up() {
    assert!(
        stands_in("Der Titel zählt", "titel", false).is_some() && stands_in("Untertitel", "titel", false).is_none()
    );
    let mut wrong = BTreeSet::new();
    for lang in Lang::all() {
        let tag = lang.tag();
        let words: Vec<&Retired> = RETIRED.iter().filter(|(of, ..)| *of == tag).collect();
        assert!(words.len() > 10, "{tag} has given up some words");
        for (key, texts) in said(lang) {
            for (_, word, instead, right_in) in &words {
                let found = texts.iter().find(|text| stands_in(&prose(text), word, tag == "ja").is_some());
                if let Some(text) = found.filter(|_| !right_in.contains(&key.as_str())) {
                    let text = text.chars().take(80).collect::<String>();
                    wrong.insert(format!("{tag}: {key} says “{word}”, not “{instead}”: {text}"));
                }
            }
        }
        // An exception that no text needs any more would hide the next mistake.
        let said = said(lang);
        for (_, word, _, right_in) in &words {
            let needs = |key: &&str| {
                said.get(*key)
                    .is_some_and(|texts| texts.iter().any(|text| stands_in(&prose(text), word, tag == "ja").is_some()))
            };
            wrong.extend(
                right_in.iter().filter(|key| !needs(key)).map(|key| format!("{tag}: {key} does not say “{word}”")),
            );
        }
    }
    assert_none("words that were given up", wrong.into_iter().collect());
}

/// Whether a boss reads this text: the mail and its pages, what becomes of a reply, the copy by direct message, and the digest as
/// it is passed on.
fn is_for_a_boss(key: &str) -> bool {
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| key.starts_with(beginning));
    let is_mail = begins(&["mail-", "web-", "reply-", "button-reply-change", "button-reply-back"])
        && !begins(&["mail-head-", "mail-preview-"]);
    let is_digest = begins(&["digest-"]) && !begins(&["digest-kept-", "digest-yours"]);
    let is_copy = ["note-copy", "note-copy-more", "button-no-more", "boss-no-more", "copy-theirs-text"];
    is_mail || is_digest || is_copy.contains(&key)
}

#[test]
fn a_boss_is_addressed_formally() {
    /// The language, and what one says to a friend there.
    const FAMILIAR: [(&str, &[&str]); 5] = [
        ("de", &["du", "dich", "dir", "dein", "deine", "deinem", "deinen", "deiner", "deines", "euch"]),
        ("es", &["tú", "te", "ti", "tu", "tus", "contigo", "pulsas", "recibirás", "vosotros"]),
        ("fr", &["tu", "te", "toi", "ton", "ta", "tes", "t’as", "t’est", "appuies", "recevras"]),
        ("pt-BR", &["tu", "te", "ti", "teu", "tua", "contigo"]),
        ("ja", &["あなた", "きみ"]),
    ];
    let mut wrong = BTreeSet::new();
    let mut seen = 0;
    for (tag, familiar) in FAMILIAR {
        let lang = Lang::all().find(|lang| lang.tag() == tag).unwrap();
        for (key, texts) in said_to(lang, Some("boss")).into_iter().filter(|(key, _)| is_for_a_boss(key)) {
            for text in texts.iter().map(|text| prose(text)) {
                seen += 1;
                let found = familiar.iter().filter_map(|word| stands_in(&text, word, tag == "ja").map(|at| (word, at)));
                wrong
                    .extend(found.map(|(word, at)| {
                        format!("{tag}: {key} says “{word}”: {}", around(&text, at.min(text.len())))
                    }));
                // A manager is not called by the bare name.
                let bare = text.match_indices("⟨manager⟩").filter(|(at, name)| {
                    let behind = text[at + name.len()..].trim_start_matches(['*', ' ']);
                    tag == "ja" && !behind.starts_with("さん") && text.contains('。')
                });
                wrong.extend(bare.map(|(at, _)| format!("{tag}: {key} lacks さん: {}", around(&text, at))));
            }
        }
    }
    assert!(seen > 200, "texts for bosses are found: {seen}");
    assert_none("texts that are familiar with a boss", wrong.into_iter().collect());
}

#[test]
fn english_is_spoken_to_people_and_written_on_paper() {
    /// What is read like a letter: privacy, mail, pages, and the digest.
    const WRITTEN: [&str; 4] = ["privacy-", "mail-", "web-", "digest-"];
    const LONG: [&str; 16] = [
        "cannot",
        "do not",
        "does not",
        "did not",
        "is not",
        "are not",
        "was not",
        "were not",
        "will not",
        "has not",
        "have not",
        "would not",
        "could not",
        "should not",
        "I am",
        "I will",
    ];
    const SHORT: [&str; 9] = ["n’t", "I’m", "I’ll", "I’ve", "you’re", "you’ll", "it’s", "that’s", "there’s"];
    let mut wrong = Vec::new();
    for (key, texts) in said(Lang::english()) {
        // What a sheet and a mail's preview say to a manager is spoken.
        let is_written =
            WRITTEN.iter().any(|beginning| key.starts_with(beginning)) && !key.starts_with("mail-preview-");
        for text in &texts {
            let found = match is_written {
                true => SHORT.iter().find(|short| text.to_lowercase().contains(&short.to_lowercase())),
                false => LONG.iter().find(|long| stands_in(text, long, false).is_some()),
            };
            wrong.extend(found.map(|word| format!("{key} says “{word}”")));
        }
    }
    wrong.dedup();
    assert_none("English in the wrong voice", wrong);
}
