//! Discord's components and forms, as far as we use them: small types that write Discord's JSON.
//!
//! A message of ours is Components V2: no content and no embeds, 40 components and 4000 characters of text at most
//! (<https://discord.com/developers/docs/components/reference>), which `whole.rs` makes sure of. serenity 0.12's builders do not know today's labels,
//! and twilight's types have five fields for each that we set, so these are ours; the names of kinds are twilight's.

use serde_json::{Value, json};
use twilight_model::channel::ChannelType;
use twilight_model::channel::message::MessageFlags;
use twilight_model::channel::message::component::{ComponentType, TextInputStyle};

/// A button's style, by Discord's names: the main action, another action, a yes, and a deletion.
pub use twilight_model::channel::message::component::ButtonStyle as Style;

use crate::discord::fitting::{
    BUTTON_MAX, FIELD_MAX, FORM_HELP_MAX, FORM_LABEL_MAX, OPTION_MAX, OPTIONS_MAX, PLACEHOLDER_MAX, RADIO_MAX, cut,
    weight,
};
use crate::ports::Files;

mod files;
mod whole;

pub use files::LARGEST_FILE;

/// The flag of a Components V2 message.
pub const COMPONENTS_V2: u64 = MessageFlags::IS_COMPONENTS_V2.bits();
/// The flag of a message that only the person who asked can see.
pub const EPHEMERAL: u64 = MessageFlags::EPHEMERAL.bits();
/// The flag of a message that notifies no one.
pub const SUPPRESS_NOTIFICATIONS: u64 = MessageFlags::SUPPRESS_NOTIFICATIONS.bits();

/// Discord's type of a radio group, which forms have had since February 2026; twilight has no name for it yet.
const RADIO_GROUP: ComponentType = ComponentType::Unknown(21);

/// The quiet green of #CMAD, the colour of the line beside a card.
pub const ACCENT: u32 = 0x2F_7D_5B;

/// A component of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Component {
    /// Text, in Discord's Markdown.
    Text(String),
    /// Up to five buttons side by side.
    Buttons(Vec<Button>),
    /// One menu.
    Menu(Menu),
    /// Text with a button beside it.
    Section(String, Button),
    /// A card with a coloured line beside it.
    Card(Vec<Component>),
    /// One of the files that go with the message.
    File(String),
}

/// A button.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    /// What it says: 80 characters at most.
    pub label: String,
    /// What it sends us when it is pressed.
    pub custom_id: String,
    /// How it looks.
    pub style: Style,
    /// Whether it can be pressed.
    pub enabled: bool,
}

impl Button {
    /// A button that can be pressed.
    #[must_use]
    pub fn new(style: Style, label: impl Into<String>, custom_id: impl Into<String>) -> Self {
        Self { label: label.into(), custom_id: custom_id.into(), style, enabled: true }
    }

    fn json(&self) -> Value {
        json!({
            "type": ComponentType::Button, "style": self.style, "label": cut(&self.label, BUTTON_MAX), "custom_id": self.custom_id,
            "disabled": !self.enabled,
        })
    }
}

/// A menu.
#[derive(Clone, Debug, PartialEq)]
pub struct Menu {
    /// Its custom id.
    pub custom_id: String,
    /// What it offers.
    pub of: MenuOf,
    /// What it says while nothing is chosen.
    pub placeholder: String,
    /// The least and the most that can be chosen.
    pub chosen: (u8, u8),
}

/// What a menu offers.
#[derive(Clone, Debug, PartialEq)]
pub enum MenuOf {
    /// Up to 25 options of our own.
    Options(Vec<MenuOption>),
    /// Members of the server; these are chosen already.
    People(Vec<u64>),
    /// Channels in which people write, and threads; these are chosen already.
    Channels(Vec<u64>),
}

/// One option of a menu.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuOption {
    /// What it says: 100 characters at most.
    pub label: String,
    /// What we get when it is chosen.
    pub value: String,
    /// A second line: 100 characters at most.
    pub description: Option<String>,
    /// Whether it is chosen already.
    pub chosen: bool,
}

impl Menu {
    fn json(&self) -> Value {
        let (least, most) = self.chosen;
        let mut menu = json!({
            "custom_id": self.custom_id, "placeholder": cut(&self.placeholder, PLACEHOLDER_MAX), "min_values": least, "max_values": most,
        });
        match &self.of {
            MenuOf::Options(options) => {
                menu["type"] = json!(ComponentType::TextSelectMenu);
                menu["max_values"] = usize::from(most).min(options.len()).into();
                menu["options"] = options.iter().take(OPTIONS_MAX).map(MenuOption::json).collect();
            }
            MenuOf::Channels(chosen) => {
                use ChannelType::{
                    AnnouncementThread, GuildAnnouncement, GuildForum, GuildMedia, GuildStageVoice, GuildText,
                    GuildVoice, PrivateThread, PublicThread,
                };
                menu["type"] = json!(ComponentType::ChannelSelectMenu);
                menu["channel_types"] = json!([
                    GuildText,
                    GuildVoice,
                    GuildStageVoice,
                    GuildAnnouncement,
                    GuildForum,
                    GuildMedia,
                    AnnouncementThread,
                    PublicThread,
                    PrivateThread
                ]);
                choose(&mut menu, chosen, "channel");
            }
            MenuOf::People(chosen) => {
                menu["type"] = json!(ComponentType::UserSelectMenu);
                choose(&mut menu, chosen, "user");
            }
        }
        menu
    }
}

/// Preselects these. Discord refuses a list that is shorter than the minimum, so an empty one is not sent.
fn choose(menu: &mut Value, chosen: &[u64], kind: &str) {
    if !chosen.is_empty() {
        menu["default_values"] = chosen.iter().map(|id| json!({"id": id.to_string(), "type": kind})).collect();
    }
}

impl MenuOption {
    /// An option that is not chosen yet.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), description: None, chosen: false }
    }

    fn json(&self) -> Value {
        let mut option = json!({"label": cut(&self.label, OPTION_MAX), "value": self.value, "default": self.chosen});
        if let Some(description) = self.description.as_deref().filter(|text| !text.is_empty()) {
            option["description"] = cut(description, OPTION_MAX).into();
        }
        option
    }
}

impl Component {
    /// Discord's JSON of it.
    #[must_use]
    pub fn json(&self) -> Value {
        match self {
            Self::Text(text) => text_json(text),
            Self::Buttons(buttons) => {
                json!({"type": ComponentType::ActionRow, "components": buttons.iter().map(Button::json).collect::<Value>()})
            }
            Self::Menu(menu) => json!({"type": ComponentType::ActionRow, "components": [menu.json()]}),
            Self::Section(text, button) => {
                json!({"type": ComponentType::Section, "components": [text_json(text)], "accessory": button.json()})
            }
            Self::Card(children) => json!({
                "type": ComponentType::Container, "accent_color": ACCENT, "components": children.iter().map(Self::json).collect::<Vec<_>>(),
            }),
            Self::File(name) => json!({"type": ComponentType::File, "file": {"url": format!("attachment://{name}")}}),
        }
    }

    /// What its texts weigh.
    #[must_use]
    pub fn weight(&self) -> usize {
        match self {
            Self::Text(text) | Self::Section(text, _) => weight(text),
            Self::Card(children) => children.iter().map(Self::weight).sum(),
            Self::Buttons(_) | Self::Menu(_) | Self::File(_) => 0,
        }
    }

    /// How many components it is, itself and the nested ones.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Text(_) | Self::File(_) => 1,
            Self::Menu(_) => 2,
            Self::Section(..) => 3,
            Self::Buttons(buttons) => 1 + buttons.len(),
            Self::Card(children) => 1 + children.iter().map(Self::count).sum::<usize>(),
        }
    }
}

fn text_json(text: &str) -> Value {
    json!({"type": ComponentType::TextDisplay, "content": text})
}

/// A message of the bot: components and files. Every file is shown by a [`Component::File`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    /// What it shows.
    pub components: Vec<Component>,
    /// Its files.
    pub files: Files,
}

impl Message {
    /// A message of these components.
    #[must_use]
    pub fn of(components: Vec<Component>) -> Self {
        Self { components, files: Files::new() }
    }

    /// A message that is one text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::of(vec![Component::Text(text.into())])
    }

    /// The message with files, each shown at its foot.
    #[must_use]
    pub fn with_files(mut self, files: Files) -> Self {
        self.components.extend(files.iter().map(|(name, _)| Component::File(name.clone())));
        self.files = files;
        self
    }

    /// Its JSON for Discord, with flags besides Components V2. It pings no one, whatever its text is.
    #[must_use]
    pub fn json(&self, flags: u64) -> Value {
        let mut json = json!({
            "flags": flags | COMPONENTS_V2,
            "allowed_mentions": {"parse": []},
            "components": self.components.iter().map(Component::json).collect::<Vec<_>>(),
        });
        if !self.files.is_empty() {
            let attachments = self.files.iter().enumerate().map(|(id, (name, _))| json!({"id": id, "filename": name}));
            json["attachments"] = attachments.collect::<Vec<_>>().into();
        }
        json
    }
}

/// A form: one to five labelled fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Its custom id.
    pub custom_id: String,
    /// Its title: 45 characters at most.
    pub title: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A labelled field of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What it is: 45 characters at most.
    pub label: String,
    /// What it is for: 100 characters at most.
    pub description: Option<String>,
    /// The field's own custom id, by which its value is found.
    pub custom_id: String,
    /// What can be put in.
    pub input: Input,
}

/// What can be put into a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A text of several lines.
    Paragraph {
        /// What stands in it already.
        value: Option<String>,
        /// The most characters.
        max: u16,
        /// Whether it must be filled in.
        required: bool,
    },
    /// A text of one line, with the same values.
    Line {
        /// What stands in it already.
        value: Option<String>,
        /// The most characters.
        max: u16,
        /// Whether it must be filled in.
        required: bool,
    },
    /// Members of the server, at least one.
    People {
        /// Who is chosen already.
        chosen: Vec<u64>,
        /// The most that can be chosen.
        most: u8,
    },
    /// One of up to 25 options, in a menu that has to be opened.
    Choice {
        /// The options.
        options: Vec<MenuOption>,
        /// Whether one must be chosen.
        required: bool,
    },
    /// One of two to ten options, of which one must be chosen; all of them are in sight.
    Radio(Vec<MenuOption>),
}

impl Form {
    /// The words that stand in it already.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        self.fields.iter().find_map(|field| match &field.input {
            Input::Paragraph { value, .. } => value.as_deref().filter(|value| !value.is_empty()),
            Input::Line { .. } | Input::People { .. } | Input::Choice { .. } | Input::Radio(_) => None,
        })
    }

    /// Discord's JSON of it: the `data` of a response of type 9.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({
            "custom_id": self.custom_id, "title": cut(&self.title, FORM_LABEL_MAX),
            "components": self.fields.iter().map(Field::json).collect::<Vec<_>>(),
        })
    }
}

impl Field {
    fn json(&self) -> Value {
        let id = &self.custom_id;
        let inner = match &self.input {
            Input::Paragraph { value, max, required } | Input::Line { value, max, required } => {
                let is_line = matches!(self.input, Input::Line { .. });
                let style = if is_line { TextInputStyle::Short } else { TextInputStyle::Paragraph };
                let value = value.as_deref().map(|value| cut(value, FIELD_MAX)).filter(|value| !value.is_empty());
                // What someone wrote in emoji may weigh more than was asked for, and must not be lost here.
                let max = value.as_deref().map_or(0, weight).max((*max).into());
                let mut input = json!({"type": ComponentType::TextInput, "style": style, "custom_id": id, "max_length": max, "required": required});
                if let Some(value) = value {
                    input["value"] = value.into();
                }
                input
            }
            Input::People { chosen, most } => {
                let mut input = json!({
                    "type": ComponentType::UserSelectMenu, "custom_id": id, "min_values": 1, "max_values": most,
                    "required": true,
                });
                choose(&mut input, chosen, "user");
                input
            }
            Input::Choice { options, required } => json!({
                "type": ComponentType::TextSelectMenu, "custom_id": id, "min_values": u8::from(*required),
                "max_values": 1, "required": required,
                "options": options.iter().take(OPTIONS_MAX).map(MenuOption::json).collect::<Value>(),
            }),
            Input::Radio(options) => json!({
                "type": RADIO_GROUP, "custom_id": id, "required": true,
                "options": options.iter().take(RADIO_MAX).map(MenuOption::json).collect::<Value>(),
            }),
        };
        let label = cut(&self.label, FORM_LABEL_MAX);
        let mut label = json!({"type": ComponentType::Label, "label": label, "component": inner});
        if let Some(description) = &self.description {
            label["description"] = cut(description, FORM_HELP_MAX).into();
        }
        label
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_ping_no_one() {
        let json = Message::text("hello").with_files(vec![("a.txt".into(), b"x".to_vec())]).json(EPHEMERAL);
        assert_eq!(json["allowed_mentions"], json!({"parse": []}));
        assert_eq!(json["flags"], json!(EPHEMERAL | COMPONENTS_V2));
        assert_eq!(json["components"][1], json!({"type": ComponentType::File, "file": {"url": "attachment://a.txt"}}));
        assert_eq!(json["attachments"], json!([{"id": 0, "filename": "a.txt"}]));
    }
}
