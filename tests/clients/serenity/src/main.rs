//! A bot on serenity that uses what most bots use. Nothing but the address says that its Discord is simulated.

use serenity::all::*;
use serenity::async_trait;

const COLOURS: [&str; 3] = ["red", "green", "blue"];

struct Handler;

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, context: Context, _ready: Ready) {
        let string = |name: &str| CreateCommandOption::new(CommandOptionType::String, name, "In which colour");
        let commands = vec![
            CreateCommand::new("greet")
                .description("Greets someone")
                .add_option(CreateCommandOption::new(CommandOptionType::User, "who", "Whom").required(true)),
            CreateCommand::new("feedback").description("Asks for feedback"),
            CreateCommand::new("paint")
                .description("Paints")
                .add_option(string("colour").required(true).set_autocomplete(true)),
        ];
        Command::set_global_commands(&context.http, commands).await.expect("the commands are registered");
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        answer(&context, interaction).await.expect("the interaction is answered");
    }

    async fn message(&self, context: Context, message: Message) {
        if !message.author.bot {
            react_to(&context, &message).await.expect("the message is answered");
        }
    }
}

async fn answer(context: &Context, interaction: Interaction) -> Result<()> {
    match interaction {
        Interaction::Command(command) => match command.data.name.as_str() {
            "greet" => {
                let who = command.data.options[0].value.as_user_id().expect("a user");
                let wave = CreateButton::new("wave").label("Wave");
                let message =
                    CreateInteractionResponseMessage::new().content(format!("Hello, {}!", who.mention())).button(wave);
                command.create_response(context, CreateInteractionResponse::Message(message)).await
            }
            "feedback" => {
                let words = CreateInputText::new(InputTextStyle::Paragraph, "Words", "words");
                let modal =
                    CreateModal::new("feedback", "Feedback").components(vec![CreateActionRow::InputText(words)]);
                command.create_response(context, CreateInteractionResponse::Modal(modal)).await
            }
            _ => {
                let colour = command.data.options[0].value.as_str().expect("a colour");
                let message =
                    CreateInteractionResponseMessage::new().content(format!("Painted {colour}.")).ephemeral(true);
                command.create_response(context, CreateInteractionResponse::Message(message)).await
            }
        },
        Interaction::Autocomplete(typing) => {
            let typed = typing.data.autocomplete().expect("an option is being typed").value;
            let fitting = COLOURS.iter().filter(|colour| colour.starts_with(typed));
            let choices = fitting.map(|colour| AutocompleteChoice::new(*colour, *colour)).collect();
            let response = CreateAutocompleteResponse::new().set_choices(choices);
            typing.create_response(context, CreateInteractionResponse::Autocomplete(response)).await
        }
        Interaction::Component(component) if component.data.custom_id == "wave" => {
            let message = CreateInteractionResponseMessage::new().content("Waved.").components(Vec::new());
            component.create_response(context, CreateInteractionResponse::UpdateMessage(message)).await
        }
        Interaction::Component(component) => {
            let ComponentInteractionDataKind::StringSelect { values } = &component.data.kind else { return Ok(()) };
            component.defer(context).await?;
            let edit = EditInteractionResponse::new().content(format!("Chosen: {}", values[0])).components(Vec::new());
            component.edit_response(context, edit).await.map(|_| ())
        }
        Interaction::Modal(modal) => {
            let ActionRowComponent::InputText(input) = &modal.data.components[0].components[0] else { return Ok(()) };
            let words = input.value.clone().unwrap_or_default();
            modal.defer_ephemeral(context).await?;
            let edit = EditInteractionResponse::new().content(format!("Noted: {words}"));
            modal.edit_response(context, edit).await?;
            let more = CreateInteractionResponseFollowup::new().content("One more thing.").ephemeral(true);
            modal.create_followup(context, more).await.map(|_| ())
        }
        _ => Ok(()),
    }
}

async fn react_to(context: &Context, message: &Message) -> Result<()> {
    let channel = message.channel_id;
    match message.content.as_str() {
        "ping" => {
            message.reply(context, "pong").await?;
            message.react(context, '🏓').await?;
        }
        "card" => {
            let options = COLOURS.iter().map(|colour| CreateSelectMenuOption::new(*colour, *colour)).collect();
            let menu =
                CreateSelectMenu::new("colour", CreateSelectMenuKind::String { options }).placeholder("A colour");
            channel.send_message(context, CreateMessage::new().content("Pick a colour.").select_menu(menu)).await?;
        }
        "file" => {
            let file = CreateAttachment::bytes(*b"a,b\n", "table.csv");
            channel.send_files(context, [file], CreateMessage::new().content("A file.")).await?;
        }
        "thread" => {
            let thread = channel.create_thread_from_message(context, message.id, CreateThread::new("Talk")).await?;
            thread.say(context, "In here.").await?;
        }
        "pin" => {
            message.pin(context).await?;
            let pins: Vec<String> = channel.pins(context).await?.into_iter().map(|pin| pin.content).collect();
            channel.say(context, format!("Pinned: {}", pins.join(", "))).await?;
        }
        "dm" => {
            message.author.direct_message(context, CreateMessage::new().content("Between us.")).await?;
        }
        _ => {}
    }
    Ok(())
}

#[tokio::main]
async fn main() {
    let token = std::env::var("DISCORD_TOKEN").expect("DISCORD_TOKEN is set");
    let base = std::env::var("DISCORD_API_BASE").expect("DISCORD_API_BASE is set");
    let intents = GatewayIntents::non_privileged() | GatewayIntents::MESSAGE_CONTENT;
    // Through a proxy its own limiter is of no use (serenity's documentation of `proxy`).
    let http = HttpBuilder::new(&token).proxy(base).ratelimiter_disabled(true).build();
    let mut client = ClientBuilder::new_with_http(http, intents).event_handler(Handler).await.expect("a client");
    client.start().await.expect("the client runs until it is stopped");
}
