//! `/nominate`, and what admins do about nominations.

use crate::app::nominations::Decided;
use crate::discord::asked::{Asked, Options};
use crate::discord::commands::shared::{first_words, is_member, manages, server_of, unknown};
use crate::discord::components::{Button, Component, Field, Form, Input, Message, Style};
use crate::discord::context::{Bot, Done, Failure};
use crate::discord::custom_id::CustomId;
use crate::discord::markdown::{plain, quoted, timestamp};
use crate::text::Lang;
use domain::ids::{GuildId, UserId};
use domain::nomination::{Nomination, NominationId, OPEN_MAX, REASON_MAX};
use domain::server::Server;

/// How many nominations one answer shows: each with two buttons and its whole reason.
const SHOWN: usize = 5;

/// The field of the form with which one declines.
const ANSWER: &str = "answer";

/// The form: whom, and why.
#[must_use]
pub fn form(lang: Lang, member: UserId) -> Form {
    let field = |custom_id: &str, input| Field {
        label: lang.say(&format!("nominate-form-{custom_id}")),
        description: Some(lang.say(&format!("nominate-form-{custom_id}-help"))),
        custom_id: custom_id.to_owned(),
        input,
    };
    Form {
        custom_id: CustomId::NominateForm.text(),
        title: lang.say("nominate-form-title"),
        fields: vec![
            field("member", Input::Person { chosen: Some(member.0) }),
            field("reason", Input::Paragraph { value: None, max: REASON_MAX, required: true }),
        ],
    }
}

/// The form with which an admin declines.
#[must_use]
pub fn decline_form(lang: Lang, guild: GuildId, id: NominationId) -> Form {
    Form {
        custom_id: CustomId::NominationDeclineForm(guild, id).text(),
        title: lang.say("nomination-decline-title"),
        fields: vec![Field {
            label: lang.say("nomination-decline-answer"),
            description: Some(lang.say("nomination-decline-answer-help")),
            custom_id: ANSWER.to_owned(),
            input: Input::Paragraph { value: None, max: REASON_MAX, required: false },
        }],
    }
}

/// `/nominate`, or its form.
///
/// # Errors
/// The database or Discord failed.
pub async fn nominate(bot: &Bot, asked: &Asked, given: &Options) -> Done {
    let lang = asked.lang;
    let server = match server_of(bot, asked).await? {
        Ok(server) => server,
        Err(answer) => return Ok(answer),
    };
    let reason = given.text("reason").unwrap_or_default().trim();
    let Some(person) = given.person("member") else { return Ok(unknown(asked)) };
    let named = |key: &str| lang.with(key, &[("name", plain(&person.name).into()), ("limit", OPEN_MAX.into())]);
    if reason.is_empty() {
        return Ok(Message::text(lang.say("nominate-no-reason")));
    }
    if !person.is_bot && !is_member(bot, &server, person.user, person.member_since).await? {
        return Ok(Message::text(named("nominate-not-a-member")));
    }
    Ok(match bot.app.nominate(&server, asked.who.user, person, reason).await? {
        Err(refusal) => Message::text(named(refusal.key())),
        Ok(_) => Message::of(vec![
            Component::Text(named("nominate-done")),
            Component::Buttons(vec![mine_button(lang, server.guild)]),
        ]),
    })
}

fn mine_button(lang: Lang, guild: GuildId) -> Button {
    Button::tell(Style::Secondary, lang.say("button-my-nominations"), CustomId::MyNominations(guild).text())
}

/// What became of one's own nominations.
pub async fn mine(bot: &Bot, asked: &Asked, guild: GuildId) -> Done {
    let lang = asked.lang;
    let mine = bot.app.my_nominations(guild, asked.who.user).await?;
    if mine.is_empty() {
        return Ok(Message::text(lang.say("nominations-none-of-yours")));
    }
    let line = |one: &Nomination| {
        let state = lang.say(&format!("nomination-is-{}", one.state));
        let mut line = lang.with("nomination-line", &[("name", plain(&one.name).into()), ("state", state.into())]);
        if let Some(answer) = &one.answer {
            line = format!("{line}\n{}", quoted(answer));
        }
        line
    };
    Ok(Message::text(mine.iter().take(SHOWN).map(line).collect::<Vec<_>>().join("\n")))
}

/// `/roster nominations`: what waits for an answer, with the buttons to give it.
pub async fn list(bot: &Bot, lang: Lang, server: &Server) -> Done {
    let open = bot.app.open_nominations(server.guild).await?;
    Ok(list_message(lang, server.guild, &open))
}

fn list_message(lang: Lang, guild: GuildId, open: &[Nomination]) -> Message {
    if open.is_empty() {
        return Message::text(lang.say("nominations-none"));
    }
    let mut components = vec![Component::Text(lang.with("nominations-head", &[("n", open.len().into())]))];
    for one in open.iter().take(SHOWN) {
        let args = [
            ("name", plain(&first_words(&one.name, 32)).into()),
            ("member", one.member.to_string().into()),
            ("nominator", one.nominator.to_string().into()),
            ("when", timestamp(one.nominated_at, 'd').into()),
        ];
        let head = lang.with("nominations-one", &args);
        components.push(Component::Text(format!("{head}\n{}", quoted(&first_words(&one.reason, REASON_MAX.into())))));
        components.push(Component::Buttons(vec![
            Button::tell(
                Style::Success,
                lang.say("button-nomination-accept"),
                CustomId::NominationAccept(guild, one.id).text(),
            ),
            Button::tell(
                Style::Secondary,
                lang.say("button-nomination-decline"),
                CustomId::NominationDecline(guild, one.id).text(),
            ),
        ]));
    }
    if open.len() > SHOWN {
        components.push(Component::Text(lang.with("nominations-more", &[("n", (open.len() - SHOWN).into())])));
    }
    Message::of(components)
}

/// The server and the open nomination that an admin answers; or why they cannot.
async fn answerable(
    bot: &Bot,
    asked: &Asked,
    guild: GuildId,
    id: NominationId,
) -> Result<Result<(Server, Nomination), Message>, Failure> {
    let lang = asked.lang;
    let Some(server) = bot.app.server(guild).await? else { return Ok(Err(Message::text(lang.say("not-set-up")))) };
    // Everybody who can read the admins' channel sees the buttons; the private note goes to whoever set it up.
    let may = match asked.guild {
        Some(here) => here == guild && asked.may_manage,
        // In private Discord does not tell, and whoever set it up may have left or stepped down since.
        None => server.set_up_by == asked.who.user && manages(bot, guild, asked.who.user).await?,
    };
    if !may {
        return Ok(Err(Message::text(lang.say("nomination-only-admins"))));
    }
    let found = bot.app.open_nomination(guild, id).await?;
    Ok(found.map(|nomination| (server, nomination)).ok_or_else(|| Message::text(lang.say("nomination-over"))))
}

/// **Put them on the roster**.
///
/// # Errors
/// The database or Discord failed.
pub async fn accept(bot: &Bot, asked: &Asked, guild: GuildId, id: NominationId) -> Done {
    let (server, nomination) = match answerable(bot, asked, guild, id).await? {
        Ok(both) => both,
        Err(answer) => return Ok(answer),
    };
    if !is_member(bot, &server, nomination.member, None).await? {
        return Ok(said(asked.lang, "nomination-has-left", &nomination));
    }
    let decided = bot.app.accept_nomination(&server, &nomination, asked.who.user).await?;
    Ok(answered(asked.lang, decided, &nomination))
}

/// The form with which an admin declines was sent.
pub async fn decline(bot: &Bot, asked: &Asked, guild: GuildId, id: NominationId, fields: &Options) -> Done {
    let (server, nomination) = match answerable(bot, asked, guild, id).await? {
        Ok(both) => both,
        Err(answer) => return Ok(answer),
    };
    let answer = fields.text(ANSWER).map(str::trim).filter(|answer| !answer.is_empty());
    let decided = bot.app.decline_nomination(&server, &nomination, asked.who.user, answer).await?;
    Ok(answered(asked.lang, decided, &nomination))
}

fn answered(lang: Lang, decided: Decided, nomination: &Nomination) -> Message {
    let key = match decided {
        Decided::Invited => "nomination-invited",
        Decided::Already => "nomination-already",
        Decided::LeftOut => "nomination-left-out",
        Decided::Declined => "nomination-declined",
        Decided::Over => "nomination-over",
    };
    said(lang, key, nomination)
}

fn said(lang: Lang, key: &str, nomination: &Nomination) -> Message {
    let args = [("name", plain(&nomination.name).into()), ("member", nomination.member.to_string().into())];
    Message::text(lang.with(key, &args))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::commands::campaign::samples;
    use domain::nomination::NominationState;

    #[test]
    fn the_longest_list_fits() {
        let one = |number: i64| Nomination {
            id: NominationId(i64::MAX - number),
            guild: GuildId(u64::MAX >> 1),
            nominator: UserId(u64::MAX >> 1),
            member: UserId(u64::MAX >> 1),
            name: "*".repeat(32),
            reason: "_".repeat(REASON_MAX.into()),
            state: NominationState::Open,
            answer: None,
            nominated_at: chrono::DateTime::UNIX_EPOCH,
        };
        let many: Vec<Nomination> = (0..30).map(one).collect();
        for lang in Lang::all() {
            samples::assert_fits(&list_message(lang, GuildId(u64::MAX >> 1), &many));
        }
        let message = list_message(Lang::english(), GuildId(u64::MAX >> 1), &many);
        assert_eq!(samples::custom_ids(&message).len(), 2 * SHOWN);
        assert!(samples::text(&message).contains("25 more"), "{}", samples::text(&message));
    }
}
