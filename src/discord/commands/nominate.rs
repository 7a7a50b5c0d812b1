//! `/nominate`, and what admins do about nominations.

use serenity::all::CreateCommand;

use crate::app::nominations::Decided;
use crate::discord::commands::define::{IN_SERVERS, at_most, required, root, text, user};
use crate::discord::commands::shared::{first_words, is_member, server_of, unknown};
use crate::discord::commands::who_may::manages;
use crate::discord::components::{Button, Component, Field, Form, Input, Message, Style};
use crate::discord::context::{Bot, Done, Stop};
use crate::discord::custom_id::NominationAction;
use crate::discord::interaction::{Interaction, Options};
use crate::discord::markdown::{fenced, plain, quoted, timestamp};
use crate::text::Lang;
use domain::ids::{GuildId, UserId};
use domain::nomination::{Nomination, NominationId, OPEN_MAX, REASON_MAX};
use domain::server::Server;

/// How many nominations one answer shows: each with two buttons and its whole reason.
const SHOWN: usize = 5;

/// The field of the form with which one declines.
const ANSWER: &str = "answer";

/// `/nominate`, as it is registered with Discord.
pub fn definition() -> CreateCommand {
    root(
        "nominate",
        &IN_SERVERS,
        None,
        vec![
            required(user("nominate-member", "member")),
            required(at_most(text("nominate-reason", "reason"), REASON_MAX)),
        ],
    )
}

pub(super) async fn act(bot: &Bot, interaction: &Interaction, action: NominationAction, given: &Options) -> Done {
    match action {
        NominationAction::Form => nominate(bot, interaction, given).await,
        NominationAction::Mine(guild) => mine(bot, interaction, guild).await,
        NominationAction::Accept(guild, id) => accept(bot, interaction, guild, id).await,
        NominationAction::DeclineForm(guild, id) => decline(bot, interaction, guild, id, given).await,
        // Its form was not opened.
        NominationAction::Decline(guild, id) => {
            answerable(bot, interaction, guild, id).await?;
            Err(unknown(interaction))
        }
        NominationAction::Open(_) => Err(unknown(interaction)),
    }
}

/// The form that a button opens.
pub(super) fn form_behind(interaction: &Interaction, action: &NominationAction) -> Option<Form> {
    let lang = interaction.lang;
    match action {
        NominationAction::Open(member) => Some(form(lang, *member)),
        NominationAction::Decline(guild, id)
            if interaction.guild.is_none_or(|here| may_answer(interaction, here, *guild)) =>
        {
            Some(decline_form(lang, *guild, *id))
        }
        _ => None,
    }
}

/// The form: whom, and why.
fn form(lang: Lang, member: UserId) -> Form {
    let field = |custom_id: &str, input| Field {
        label: lang.say(&format!("nominate-form-{custom_id}")),
        description: Some(lang.say(&format!("nominate-form-{custom_id}-help"))),
        custom_id: custom_id.to_owned(),
        input,
    };
    Form {
        custom_id: NominationAction::Form.into(),
        title: lang.say("nominate-form-title"),
        fields: vec![
            field("member", Input::People { chosen: vec![member.0], most: 1 }),
            field("reason", Input::Paragraph { value: None, max: REASON_MAX, required: true }),
        ],
    }
}

/// The form with which an admin declines.
fn decline_form(lang: Lang, guild: GuildId, id: NominationId) -> Form {
    Form {
        custom_id: NominationAction::DeclineForm(guild, id).into(),
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
pub(super) async fn nominate(bot: &Bot, interaction: &Interaction, given: &Options) -> Done {
    let lang = interaction.lang;
    let server = server_of(bot, interaction).await?;
    let reason = given.text("reason").unwrap_or_default().trim();
    if let Some(member) = given.not_described("member").first() {
        return Ok(not_described(lang, *member, reason));
    }
    let Some(person) = given.person("member") else { return Err(unknown(interaction)) };
    let named = |key: &str| lang.with(key, &[("name", plain(&person.name).into()), ("limit", OPEN_MAX.into())]);
    if reason.is_empty() {
        return Ok(Message::text(lang.say("nominate-no-reason")));
    }
    if !person.is_bot && !is_member(bot, &server, person.user, person.member_since).await? {
        return Ok(Message::text(named("nominate-not-a-member")));
    }
    Ok(match bot.app.nominate(&server, interaction.who.user, person, reason).await? {
        Err(refusal) => Message::text(named(refusal.key())),
        Ok(_) => Message::of(vec![
            Component::Text(named("nominate-done")),
            Component::Buttons(vec![mine_button(lang, server.guild)]),
        ]),
    })
}

/// Discord did not say who the member of the form is: the reason stands in a block, to be copied into the next form.
pub(super) fn not_described(lang: Lang, member: UserId, reason: &str) -> Message {
    let again = Button::new(Style::Primary, lang.say("button-nominate"), NominationAction::Open(member));
    let reason = (!reason.is_empty()).then(|| Component::Text(fenced(reason)));
    let parts =
        [Some(Component::Text(lang.say("person-not-described"))), reason, Some(Component::Buttons(vec![again]))];
    Message::of(parts.into_iter().flatten().collect())
}

fn mine_button(lang: Lang, guild: GuildId) -> Button {
    Button::new(Style::Secondary, lang.say("button-my-nominations"), NominationAction::Mine(guild))
}

/// What became of one's own nominations.
async fn mine(bot: &Bot, interaction: &Interaction, guild: GuildId) -> Done {
    let lang = interaction.lang;
    let mine = bot.app.my_nominations(guild, interaction.who.user).await?;
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
pub(super) async fn list(bot: &Bot, lang: Lang, server: &Server) -> Done {
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
            Button::new(Style::Success, lang.say("button-nomination-accept"), NominationAction::Accept(guild, one.id)),
            Button::new(
                Style::Secondary,
                lang.say("button-nomination-decline"),
                NominationAction::Decline(guild, one.id),
            ),
        ]));
    }
    if open.len() > SHOWN {
        components.push(Component::Text(lang.with("nominations-more", &[("n", (open.len() - SHOWN).into())])));
    }
    Message::of(components)
}

/// Whether an admin answers in their own server. Everyone who can read the admins' channel sees the buttons.
fn may_answer(interaction: &Interaction, here: GuildId, guild: GuildId) -> bool {
    here == guild && interaction.may_manage
}

/// The server and the open nomination that an admin answers; or why they cannot.
async fn answerable(
    bot: &Bot,
    interaction: &Interaction,
    guild: GuildId,
    id: NominationId,
) -> Result<(Server, Nomination), Stop> {
    let lang = interaction.lang;
    // The same answer whatever is in the other server, and where there is none.
    let server = bot.app.server(guild).await?;
    let may = match (interaction.guild, &server) {
        (Some(here), _) => may_answer(interaction, here, guild),
        // The private note goes to the person who ran setup. In a private conversation Discord does not send permissions,
        // and they may have left or stepped down since.
        (None, Some(server)) => {
            server.set_up_by == interaction.who.user && manages(bot, guild, interaction.who.user).await?
        }
        (None, None) => false,
    };
    if !may {
        return Err(Stop::say(lang.say("nomination-only-admins")));
    }
    let server = server.ok_or_else(|| Stop::say(lang.say("not-set-up")))?;
    let found = bot.app.open_nomination(guild, id).await?;
    found.map(|nomination| (server, nomination)).ok_or_else(|| Stop::say(lang.say("nomination-over")))
}

/// **Put them on the roster**.
async fn accept(bot: &Bot, interaction: &Interaction, guild: GuildId, id: NominationId) -> Done {
    let (server, nomination) = answerable(bot, interaction, guild, id).await?;
    if !is_member(bot, &server, nomination.member, None).await? {
        return Ok(said(interaction.lang, "nomination-has-left", &nomination));
    }
    let decided = bot.app.accept_nomination(&server, &nomination, interaction.who.user).await?;
    Ok(answered(interaction.lang, decided, &nomination))
}

/// The form with which an admin declines was sent.
async fn decline(bot: &Bot, interaction: &Interaction, guild: GuildId, id: NominationId, fields: &Options) -> Done {
    let (server, nomination) = answerable(bot, interaction, guild, id).await?;
    let answer = fields.text(ANSWER).map(str::trim).filter(|answer| !answer.is_empty());
    let decided = bot.app.decline_nomination(&server, &nomination, interaction.who.user, answer).await?;
    Ok(answered(interaction.lang, decided, &nomination))
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
    use crate::discord::commands::tests::samples;
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
