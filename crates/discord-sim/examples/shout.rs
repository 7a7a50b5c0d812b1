//! A bot that says everything louder, and a test of it. `cargo run -p discord-sim --example shout`
#![expect(clippy::print_stdout, reason = "an example shows what happened")]

use discord_sim::{Entry, Event, Fault, FaultKind, Sim, SimOptions, permission};
use futures_util::StreamExt as _;
use serde_json::{Value, json};
use twilight_gateway::{ConfigBuilder, Intents, Message, Shard, ShardId};

/// The bot. It knows an address and a token, and nothing of the simulator.
async fn shout(api: String, gateway: String, token: String) {
    let intents = Intents::GUILD_MESSAGES | Intents::MESSAGE_CONTENT;
    let mut shard =
        Shard::with_config(ShardId::ONE, ConfigBuilder::new(token.clone(), intents).proxy_url(gateway).build());
    while let Some(received) = shard.next().await {
        let Ok(Message::Text(text)) = received else { continue };
        let event: Value = serde_json::from_str(&text).expect("Discord sends JSON");
        if event["t"] != "MESSAGE_CREATE" || event["d"]["author"]["bot"] == true {
            continue;
        }
        let url = format!("{api}/api/v10/channels/{}/messages", event["d"]["channel_id"].as_str().unwrap_or_default());
        let body = json!({"content": event["d"]["content"].as_str().unwrap_or_default().to_uppercase()}).to_string();
        // Tries again until Discord takes it.
        while let Ok(response) = reqwest::Client::new()
            .post(&url)
            .header("authorization", format!("Bot {token}"))
            .header("content-type", "application/json")
            .body(body.clone())
            .send()
            .await
            && response.status().is_server_error()
        {}
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let sim = Sim::start(SimOptions { bot_name: "Shout".into(), ..SimOptions::default() }).await?;
    let server = sim.server("Northwind");
    let (general, ada) = (server.channel("general"), server.member("Ada"));
    sim.invite_bot(&server, permission::EVERYONE);
    tokio::spawn(shout(sim.api_base(), sim.gateway_url(), sim.token()));
    sim.until_connected().await;

    ada.say(&general, "good morning");
    assert_eq!(general.until_posts(1).await[0].text(), "GOOD MORNING");

    // Discord fails once, and the connection is lost: the bot has to try again, and to resume.
    sim.fault(Fault::on("POST /channels/*/messages", FaultKind::Status(502)));
    sim.drop_gateway();
    ada.say(&general, "anyone there?");
    general.until_post("ANYONE THERE?").await;

    sim.assert_clean();
    for Entry { index, event, .. } in sim.transcript() {
        match event {
            Event::MessagePosted { message, .. } => println!("{index:>2} {}", message["content"]),
            other => println!("{index:>2} {other:?}"),
        }
    }
    Ok(())
}
