//! Every column that holds the id of a person, and what that person is there. From it follow in which servers something
//! is stored about someone and whom a database names; an erasure, the export and `docs/privacy.md` are tested against it.

/// A column that holds people's ids.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// What the person is there.
    pub who: &'static str,
    /// The field of the export that has it.
    pub exported: &'static str,
    /// What an erasure leaves of it.
    pub left: Left,
}

/// What an erasure leaves in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Nothing that names the person.
    Nothing,
    /// Their id, with nothing but that they opted out.
    OptedOut,
    /// Their id, because reports have to reach someone.
    Organiser,
}

const fn place(table: &'static str, column: &'static str, who: &'static str, exported: &'static str) -> Place {
    Place { table, column, who, exported, left: Left::Nothing }
}

/// Every place. Ids that stand in texts are read elsewhere: the names of notes and the decisions about messages.
pub const PLACES: &[Place] = &[
    Place { left: Left::Organiser, ..place("servers", "set_up_by", "set the campaign up", "set_the_campaign_up") },
    place("thanks", "giver", "gave it", "thanks_given"),
    place("thanks", "manager", "got it", "thanks_received"),
    Place { left: Left::OptedOut, ..place("managers", "member", "on the roster", "roster") },
    place("managers", "boss", "a manager's boss", "named_as_boss_by"),
    place("digests", "manager", "whose digest it is", "digests"),
    place("answers", "manager", "answered", "answers"),
    place("boss_replies", "manager", "got it", "boss_replies"),
    place("boss_replies", "boss", "wrote it", "replies_as_boss"),
    place("copies", "manager", "sent it to their boss", "kept_copies"),
    place("consents", "giver", "chose it last", "remembered_consent"),
    place("judgements", "giver", "wrote the message", "judged_messages"),
    place("nominations", "nominator", "nominated", "nominations"),
    place("nominations", "member", "was nominated", "nominated_by_others"),
    place("nominations", "decided_by", "decided as an admin", "nominations_decided"),
    place("saves", "author", "wrote the message", "messages_asked_to_be_saved"),
    place("saves", "asker", "wants it saved", "messages_asked_to_be_saved"),
    place("sends", "about", "whom it is about", "messages_about_you"),
];

/// Places without a column of their own for a server: they go with another row.
pub const WITH_THEIR_ROW: &[(&str, &str)] = &[("copied_quotes", "manager")];

/// SQL: in which servers a person stands, `$1`.
pub(super) fn servers_sql() -> String {
    let one = |place: &Place| format!("select guild from {} where {} = $1", place.table, place.column);
    PLACES.iter().map(one).collect::<Vec<_>>().join(" union ")
}

/// SQL: the id of everyone who stands somewhere.
pub(super) fn people_sql() -> String {
    let one = |place: &Place| format!("select {0} from {1} where {0} > 0", place.column, place.table);
    PLACES.iter().map(one).collect::<Vec<_>>().join(" union ")
}
