//! Every button, menu and form, area by area. Each line has the values that it needs, its text, which never changes
//! because old messages have it, and how it is answered. Its handler is in the area's file below `commands/`.

use std::num::NonZero;
use std::str::Split;

use crate::app::campaigns::Forgotten;
use crate::discord::custom_id::part::{Part, Reply, actions, areas};
use domain::hashtag_rule::HashtagRule;
use domain::ids::{GuildId, MessageId, RoleId, UserId};
use domain::nomination::NominationId;
use domain::scorecard::{Scorecard, Side};
use domain::thanks::{Consent, ThanksId};

actions! {
    /// Thanking: `commands/thank/mod.rs`.
    ThanksAction {
        /// **Say thank you**: opens the form; a manager may be chosen already.
        Say(manager: Option<UserId>) = "thank" => Reply::Form;
        /// The form itself; a manager may have been chosen before.
        Form(manager: Option<UserId>) = "thank-form" => Reply::New;
        /// **Try again**: opens the form with the refused words, which are in the button's message.
        TryAgain = "try-again" => Reply::Form;
        /// **Thank everyone**: opens the form without a choice of managers.
        SayToEveryone = "thank-all" => Reply::Form;
        /// That form.
        FormToEveryone = "thank-all-form" => Reply::New;
        /// **Try again** for everyone.
        TryEveryoneAgain = "try-all-again" => Reply::Form;
    }
}

actions! {
    /// A receipt: `commands/thank/receipt.rs`.
    ReceiptAction {
        /// A receipt's choice of consent.
        SetConsent(thanks: ThanksId, consent: Consent) = "receipt" => Reply::Change;
        /// A receipt's **Undo**, or the withdrawal in `/cmad mine`.
        Withdraw(thanks: ThanksId) = "withdraw" => Reply::Change;
        /// Takes a withdrawn thanks back in.
        TakeBack(thanks: ThanksId) = "take-back" => Reply::Change;
        /// The choice of consent for all that was said at once, by the interaction or message that it came from.
        SetConsentOfAll(source: u64, consent: Consent) = "receipts" => Reply::Change;
        /// **Undo** for all of it.
        WithdrawAll(source: u64) = "withdraw-all" => Reply::Change;
        /// Takes all of it back in.
        TakeAllBack(source: u64) = "take-all-back" => Reply::Change;
    }
}

actions! {
    /// Questions about words that were found: `commands/thank/questions.rs`.
    QuestionAction {
        /// The author of found words answers: opens their choices.
        Found(giver: UserId) = "found" => Reply::New;
        /// The answer itself.
        FoundConsent(consent: Consent) = "found-consent" => Reply::Change;
        /// The author of an unclear message picks whom they meant: opens the picker.
        Whom(giver: UserId, message: MessageId) = "whom" => Reply::New;
        /// The picker itself.
        WhomPicked(message: MessageId) = "whom-picked" => Reply::Change;
        /// The person asked wants their messages ignored.
        Ignore(giver: UserId) = "ignore" => Reply::New;
    }
}

actions! {
    /// Saving a message as thanks: `commands/save.rs`.
    SaveAction {
        /// The author of a message that someone else wants saved: opens their choices.
        Ask(author: UserId, message: MessageId) = "save" => Reply::New;
        /// Its author says yes, and what may be done with it.
        Allow(message: MessageId, consent: Consent) = "save-consent" => Reply::Change;
        /// Its author says no.
        Refuse(message: MessageId) = "save-no" => Reply::Change;
        /// Whom a saved message is for: the picker, with what its author chose already.
        Pick(message: MessageId, consent: Option<Consent>) = "save-picked" => Reply::Change;
    }
}

actions! {
    /// One's own thanks: `commands/mine.rs`.
    MineAction {
        /// The list of one's own thanks: a menu whose values are numbers of thanks.
        Pick = "mine" => Reply::Change;
        /// Another page of `/cmad mine`.
        Page(page: u16) = "mine" => Reply::Change;
    }
}

actions! {
    /// **Remind me** under the posts before the day: `commands/remind.rs`.
    RemindAction {
        /// Reminds the person of the day of that year, or no longer.
        Toggle(year: i32) = "remind" => Reply::New;
        /// Under the reminder: how to thank.
        Ways = "ways" => Reply::New;
    }
}

actions! {
    /// `/cmad`: `commands/cmad.rs`.
    CmadAction {
        /// Which server, in a private conversation: a menu whose values are servers, for the command named.
        WhichServer(command: String) = "which-server" => Reply::Change;
    }
}

actions! {
    /// `/cmad scorecard`: `commands/scorecard.rs`.
    ScorecardAction {
        /// One side's menu on the scorecard, with everything that is ticked.
        Tick(side: Side, card: Scorecard) = "scorecard" => Reply::Change;
    }
}

actions! {
    /// `/cmad privacy`: `commands/privacy/mod.rs`.
    PrivacyAction {
        /// **Export**: what is stored about the person who presses it, as files.
        Export = "export-me" => Reply::New;
        /// **Erase**: asks once more.
        Erase = "erase-me" => Reply::Change;
        /// **Yes, erase everything**.
        EraseNow = "erase-me-now" => Reply::Change;
        /// **Keep it**.
        Keep = "keep-me" => Reply::Change;
        /// **Ignore my messages**.
        Ignore = "ignore-me" => Reply::Change;
        /// **Notice my messages again**.
        Notice = "notice-me" => Reply::Change;
    }
}

actions! {
    /// An invitation to the roster: `commands/roster.rs`.
    RosterAction {
        /// A manager accepts their place.
        Accept(guild: GuildId) = "accept" => Reply::Change;
        /// A manager declines.
        Decline(guild: GuildId) = "decline" => Reply::Change;
        /// A holder of the manager role accepts below the post that asks them.
        AcceptAsHolder(role: RoleId) = "holder-accept" => Reply::New;
    }
}

actions! {
    /// Nominations: `commands/nominate.rs`.
    NominationAction {
        /// **Nominate them**: opens the form with a member in it.
        Open(member: UserId) = "nominate" => Reply::Form;
        /// That form.
        Form = "nominate-form" => Reply::New;
        /// What became of one's own nominations.
        Mine(guild: GuildId) = "my-nominations" => Reply::New;
        /// An admin accepts a nomination.
        Accept(guild: GuildId, nomination: NominationId) = "nomination-accept" => Reply::New;
        /// An admin declines one: opens the form with the reason.
        Decline(guild: GuildId, nomination: NominationId) = "nomination-decline" => Reply::Form;
        /// That form.
        DeclineForm(guild: GuildId, nomination: NominationId) = "nomination-declined" => Reply::New;
    }
}

actions! {
    /// How the campaign stands: `commands/campaign/mod.rs`.
    StatusAction {
        /// What messages of an earlier version carry: shows how the campaign stands.
        Steps = "steps" => Reply::New;
        /// How the campaign stands, again.
        Show = "status" => Reply::New;
    }
}

actions! {
    /// What was set up: `commands/campaign/setup.rs`.
    SetupAction {
        /// Forgets one setting of the server.
        Forget(setting: Forgotten) = "forget" => Reply::Change;
        /// An admin confirms that so many holders of the manager role are invited.
        InviteHolders(count: u32) = "invite-holders" => Reply::New;
        /// An admin has them asked by a post, which is the campaign's first, second, … of that kind.
        AskHolders(revision: u32) = "ask-holders" => Reply::New;
    }
}

actions! {
    /// Hiding and restoring: `commands/campaign/moderation.rs`.
    ModerationAction {
        /// An admin lets a manager's answer be posted again.
        RestoreAnswer(year: i32, manager: UserId) = "restore-answer" => Reply::Change;
        /// The list of thanks that can be hidden, by its page: a menu whose values are numbers of thanks.
        Hide(page: Option<NonZero<u16>>) = "hide-thanks" => Reply::Change;
        /// Another page of the list to hide from.
        HidePage(page: u16) = "hide-page" => Reply::Change;
        /// The list of those that can be restored, by its page.
        Restore(page: Option<NonZero<u16>>) = "restore-thanks" => Reply::Change;
        /// Another page of the list to restore from.
        RestorePage(page: u16) = "restore-page" => Reply::Change;
    }
}

actions! {
    /// `/campaign hashtag`: `commands/campaign/hashtag.rs`.
    HashtagAction {
        /// The menu of channels in which the hashtag counts, or does not.
        Channels(rule: HashtagRule) = "hashtag-channels" => Reply::Change;
    }
}

actions! {
    /// A manager's desk: `commands/desk/mod.rs`.
    DeskAction {
        /// **My digest**: opens the desk.
        Open(guild: GuildId, year: i32) = "desk" => Reply::New;
        /// The desk, with the words although the digest is not due.
        ShowNow(guild: GuildId, year: i32) = "desk-show" => Reply::Change;
        /// Anything on the desk's further pages.
        At(guild: GuildId, year: i32, action: DeskPageAction) = "at" => action.reply();
        /// **Keep it to myself**, under the digest itself.
        Keep(guild: GuildId, year: i32) = "desk-keep" => Reply::New;
        /// The files to forward.
        Files(guild: GuildId, year: i32) = "desk-files" => Reply::New;
        /// Dismisses colleagues' suggestions.
        Dismiss(guild: GuildId, year: i32) = "desk-dismiss" => Reply::Change;
    }
}

actions! {
    /// **Copy my boss**: `commands/desk/preview.rs`.
    PreviewAction {
        /// **Copy my boss**.
        Copy(guild: GuildId, year: i32) = "desk-copy" => Reply::New;
        /// **Yes, send it** below the preview of what the boss gets, with the hash of what the preview showed.
        CopyNow(guild: GuildId, year: i32, seen: String) = "desk-copy-now" => Reply::Change;
    }
}

actions! {
    /// Copies to bosses: `commands/copying.rs`.
    CopyAction {
        /// **Copy their boss** on a colleague's receipt.
        CopyTheirs(thanks: ThanksId) = "copy-theirs" => Reply::New;
        /// **Suggest it to them**.
        Suggest(thanks: ThanksId) = "suggest-copy" => Reply::Change;
        /// A boss's "no more of these" about one manager.
        NoMore(guild: GuildId, manager: UserId) = "no-more" => Reply::New;
        /// **Wait**: the copy that would go by itself does not.
        Wait(guild: GuildId, year: i32) = "desk-wait" => Reply::New;
    }
}

actions! {
    /// A boss's reply to a copy: `commands/replying.rs`.
    ReplyAction {
        /// **Reply to …** below a copy: opens the form; with 1 the boss has agreed to a post before.
        Open(guild: GuildId, year: i32, manager: UserId, copy: u32, may: u8) = "boss-reply" => Reply::Form;
        /// That form.
        Form(guild: GuildId, year: i32, manager: UserId, copy: u32) = "boss-reply-form" => Reply::New;
        /// **Take it back**.
        TakeBack(guild: GuildId, year: i32, manager: UserId, copy: u32) = "boss-reply-back" => Reply::Change;
    }
}

areas! {
    /// The buttons and menus of the desk's further pages. Those that may be below a digest in the private conversation,
    /// and those that give files, are answered with a new message.
    DeskPageAction {
        First(FirstPageAction),
        Quotes(QuotesAction),
        Sentence(SentenceAction),
        Files(FilesAction),
        Thankers(ThankersAction),
        BossReply(BossReplyAction),
        Elsewhere(ElsewhereAction),
    }
}

actions! {
    /// The desk's first page: `commands/desk/mod.rs`.
    FirstPageAction {
        /// Back to the desk.
        Open = "open" => Reply::Change;
        /// The menu of years.
        Years = "years" => Reply::Change;
        /// **Keep it to myself**, on the desk itself.
        Keep = "keep" => Reply::Change;
    }
}

actions! {
    /// The quotes: `commands/desk/quotes.rs`.
    QuotesAction {
        /// A page of the quotes.
        Page(page: u16) = "quotes" => Reply::Change;
        /// The menu of pins on that page.
        Pin(page: u16) = "pin" => Reply::Change;
        /// The menu of hidden quotes on that page.
        Hide(page: u16) = "hide" => Reply::Change;
        /// One quote.
        One(thanks: ThanksId) = "one" => Reply::Change;
        /// The menu that opens one quote.
        Look(page: u16) = "look" => Reply::Change;
        /// One stands at this place from the top; at none with 0.
        Place(thanks: ThanksId, place: u8) = "place" => Reply::Change;
        /// One does not go to the boss.
        HideOne(thanks: ThanksId) = "hide-one" => Reply::Change;
        /// One does go to the boss.
        ShowOne(thanks: ThanksId) = "show-one" => Reply::Change;
        /// One that waited for the manager's look goes to the boss, with the hash of what they saw.
        LetGo(thanks: ThanksId, seen: u32) = "let-go" => Reply::Change;
        /// The menu of shorter versions of one.
        Shorten(thanks: ThanksId) = "shorten" => Reply::Change;
        /// One as a picture.
        Picture(thanks: ThanksId) = "picture" => Reply::New;
    }
}

actions! {
    /// The sentence to the boss: `commands/desk/sentence.rs`.
    SentenceAction {
        /// The sentence to the boss.
        Open = "sentence" => Reply::Change;
        /// Opens its form, with what stands in the message.
        Write = "write-sentence" => Reply::Form;
        /// That form.
        Form = "sentence-form" => Reply::Change;
        /// No sentence.
        Remove = "sentence-none" => Reply::Change;
    }
}

actions! {
    /// The digest as files: `commands/desk/files.rs`.
    FilesAction {
        /// The menu of files that go with a copy.
        Forms = "forms" => Reply::Change;
        /// The menu of forms in which the manager takes their own digest.
        Own = "own" => Reply::New;
        /// The menu of forms in which they take the version for their boss.
        Forward = "forward" => Reply::New;
        /// A copy as it left.
        Left(revision: u32) = "left" => Reply::New;
    }
}

actions! {
    /// The answer to everyone who thanked them: `commands/desk/thankers.rs`.
    ThankersAction {
        /// **Answer everybody**: how the answer stands.
        Open = "answer" => Reply::New;
        /// Opens its form, with what stands in the message.
        Write = "write-answer" => Reply::Form;
        /// That form.
        Form = "answer-form" => Reply::Change;
        /// **Post it**.
        Post = "publish-answer" => Reply::Change;
        /// **Take it back**, or throw away what no one has seen.
        TakeBack = "answer-back" => Reply::Change;
    }
}

actions! {
    /// What the boss replied: `commands/desk/replies.rs`.
    BossReplyAction {
        /// The replies to the copies of this digest.
        Open = "boss-replies" => Reply::New;
        /// **Post it under the recap**, on that page: the reply to one copy, as it was when it was shown.
        Post(copy: u32, revision: u32) = "publish-reply" => Reply::Change;
        /// The same below the direct message.
        PostHere(copy: u32, revision: u32) = "publish-reply-here" => Reply::New;
        /// **Take it down**.
        TakeDown(copy: u32) = "reply-down" => Reply::Change;
    }
}

actions! {
    /// Words from elsewhere: `commands/desk/elsewhere.rs`.
    ElsewhereAction {
        /// **Add words from elsewhere**: opens the empty form.
        Add = "add-words" => Reply::Form;
        /// That form.
        AddForm = "added-words" => Reply::New;
        /// The list of what was added.
        Open = "elsewhere" => Reply::Change;
        /// Opens the form for an entry, or for a new one with 0, with what stands in the message.
        Write(entry: u32) = "write-words" => Reply::Form;
        /// That form.
        Form(entry: u32) = "words-form" => Reply::Change;
        /// The menu of what the boss may read.
        Allow = "allow-words" => Reply::Change;
        /// The menu that opens one entry.
        Look = "look-words" => Reply::Change;
        /// Takes an entry away.
        Remove(entry: u32) = "remove-words" => Reply::Change;
    }
}
