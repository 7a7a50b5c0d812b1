//! A manager at their desk, by the custom ids of its pages: labels depend on the reader's language.

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::rehearse::usable::{buttons, component, menu, press};
use crate::rehearse::world::{Act, Deed};
use discord_sim::{AsMessage, FieldValue, Interaction, Member, MessageHandle};

/// Performs an act, starting at the digest in the private conversation.
pub(super) async fn act(who: &Member, digest: &MessageHandle, act: &Act) -> anyhow::Result<()> {
    let (deed, words) = (act.what, act.words.as_deref().unwrap_or_default());
    if deed == Deed::Answer {
        let page = press(who, digest, &id(&digest.json(), "answer")?).await?;
        let form = who.click(&page, &id(&page.as_message().json(), "write-answer")?).await;
        let draft = form.submit(&[("answer", FieldValue::from(words))]).await.settled().await;
        go(who, &draft, "publish-answer").await?;
        return Ok(());
    }
    if deed == Deed::Files {
        let files = press(who, digest, &component(&digest.json(), "desk:").context("no desk")?).await?;
        let files = press(who, &files, "desk-files:").await?;
        let (menu, offered) = pick(&files, "forms")?;
        let values: Vec<&str> = offered.iter().map(String::as_str).take(2).collect();
        who.select(&files, &menu, &values).await.settled().await;
        return Ok(());
    }
    let desk = press(who, digest, &component(&digest.json(), "desk:").context("no desk")?).await?;
    match deed {
        Deed::Left => drop(go(who, &desk, "left").await?),
        Deed::Sentence => {
            let page = go(who, &desk, "sentence").await?;
            let form = who.click(&page, &id(&page.as_message().json(), "write-sentence")?).await;
            let kept = form.submit(&[("sentence", FieldValue::from(words))]).await.settled().await;
            go(who, &kept, "open").await?;
        }
        Deed::Elsewhere => {
            let form = who.click(&desk, &id(&desk.as_message().json(), "add-words")?).await;
            let text = |text: &Option<String>| FieldValue::from(text.as_deref().unwrap_or_default());
            let fields =
                [("words", FieldValue::from(words)), ("said-by", text(&act.said_by)), ("place", text(&act.place))];
            let list = form.submit(&fields).await.settled().await;
            let (allow, offered) = pick(&list, "allow-words")?;
            let newest = offered.last().context("nothing was added")?;
            who.select(&list, &allow, &[newest]).await.settled().await;
        }
        Deed::Pin => {
            let page = go(who, &desk, "quotes").await?;
            let (pins, offered) = pick(&page, "pin")?;
            let values: Vec<&str> = offered.iter().map(String::as_str).take(2).collect();
            let page = who.select(&page, &pins, &values).await.settled().await;
            let (look, _) = pick(&page, "look")?;
            let second = values.last().context("nothing can be pinned")?;
            let one = who.select(&page, &look, &[second]).await.settled().await;
            let first = format!("place:{second}:1");
            let page = go(who, &who.click(&one, &ending(&one, &first)?).await.settled().await, "quotes").await?;
            go(who, &page, "open").await?;
        }
        Deed::Hide => {
            let page = go(who, &desk, "quotes").await?;
            let (hide, offered) = pick(&page, "hide")?;
            let last = offered.last().context("nothing can be hidden")?;
            who.select(&page, &hide, &[last]).await.settled().await;
        }
        Deed::Shorten => {
            let page = go(who, &desk, "quotes").await?;
            let (look, offered) = pick(&page, "look")?;
            let first = offered.first().context("there is no quote")?;
            let one = who.select(&page, &look, &[first]).await.settled().await;
            let (shorten, versions) = pick(&one, "shorten")?;
            let shorter = versions.iter().rev().find(|value| *value != "whole").context("it is short already")?;
            who.select(&one, &shorten, &[shorter]).await.settled().await;
        }
        Deed::Picture => {
            let mut page = go(who, &desk, "quotes").await?;
            let (look, offered) = pick(&page, "look")?;
            for quote in &offered {
                let one = who.select(&page, &look, &[quote]).await.settled().await;
                // Of a quote that is not public, the button cannot be pressed.
                if let Ok(id) = ending(&one, &format!("picture:{quote}")) {
                    who.click(&one, &id).await.settled().await;
                    return Ok(());
                }
                page = go(who, &one, "quotes").await?;
            }
            bail!("no quote is public")
        }
        other => bail!("{other:?} is not an action at the desk"),
    }
    Ok(())
}

/// Has what the boss wrote posted, below the direct message that told of it.
pub(super) async fn post_reply(who: &Member) -> anyhow::Result<()> {
    let told = who.dms().into_iter().rev().find_map(|dm| Some((id(&dm.json(), "publish-reply-here").ok()?, dm)));
    let (button, dm) = told.with_context(|| format!("no boss of {} wrote what may be posted", who.name()))?;
    press(who, &dm, &button).await?;
    Ok(())
}

/// The part of a custom id after the server and the year.
fn verb(id: &str) -> Option<&str> {
    let mut parts = id.split('~').next()?.split(':');
    (parts.next() == Some("at")).then(|| parts.nth(2)).flatten()
}

fn id(message: &Value, wanted: &str) -> anyhow::Result<String> {
    let found = buttons(message).into_iter().find(|id| verb(id) == Some(wanted));
    found.with_context(|| format!("the desk has nothing to {wanted}"))
}

fn ending(on: &Interaction, end: &str) -> anyhow::Result<String> {
    let found = buttons(&on.as_message().json()).into_iter().find(|id| id.ends_with(end));
    found.with_context(|| format!("there is no button {end}"))
}

async fn go(who: &Member, on: &Interaction, to: &str) -> anyhow::Result<Interaction> {
    Ok(who.click(on, &id(&on.as_message().json(), to)?).await.settled().await)
}

fn pick(on: &Interaction, wanted: &str) -> anyhow::Result<(String, Vec<String>)> {
    let message = on.as_message().json();
    menu(&message, &id(&message, wanted)?).with_context(|| format!("there is no menu to {wanted}"))
}
