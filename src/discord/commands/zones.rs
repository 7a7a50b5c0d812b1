//! Time zones as people name them: by part of the IANA name, by a big city, or by a country with a single zone.

use std::collections::HashSet;
use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveTime, Offset as _, TimeZone as _};
use chrono_tz::{TZ_VARIANTS, Tz};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::discord::markdown::plain;
use crate::text::Lang;

/// Big cities and one-zone countries that have no zone of their own name: a name, a tab, a zone.
const CITIES: &str = include_str!("cities.tsv");

/// Other names, for people who type the name that they use: countries that have one zone (or one for nearly everyone) and
/// the cities of zones, in the bot's languages and in the country's own (from Unicode CLDR 47, under its licence), with
/// some short forms. They are suggested after everything else.
const PLACES: &str = include_str!("places.tsv");

/// The most suggestions that Discord takes.
const SUGGESTIONS_MAX: usize = 25;

/// The longest text that is searched for, in characters; no zone or city is longer.
const TYPED_MAX: usize = 60;

/// How many zones are suggested for a zone that is not known.
const NEAREST: usize = 5;

/// What is offered before anything was typed: one place for about every second hour.
const SPREAD: [&str; 25] = [
    "America/Los_Angeles",
    "America/Denver",
    "America/Chicago",
    "America/New_York",
    "America/Toronto",
    "America/Mexico_City",
    "America/Bogota",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Paris",
    "Europe/Berlin",
    "Europe/Madrid",
    "Europe/Warsaw",
    "Europe/Istanbul",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Jakarta",
    "Asia/Singapore",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
    "UTC",
];

/// The regions whose names are today's; everything outside them (`US/…`, `Etc/…`, `Poland`) is an older alias.
const REGIONS: [&str; 10] =
    ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

/// Older names inside the regions: those that `zone.tab` of the time zone database (2026) does not list any more.
const OLDER: &str = "Africa/Asmera Africa/Timbuktu America/Argentina/ComodRivadavia America/Atka America/Buenos_Aires \
    America/Catamarca America/Coral_Harbour America/Cordoba America/Ensenada America/Fort_Wayne America/Godthab \
    America/Indianapolis America/Jujuy America/Knox_IN America/Louisville America/Mendoza America/Montreal \
    America/Nipigon America/Pangnirtung America/Porto_Acre America/Rainy_River America/Rosario America/Santa_Isabel \
    America/Shiprock America/Thunder_Bay America/Virgin America/Yellowknife Antarctica/South_Pole Asia/Ashkhabad \
    Asia/Calcutta Asia/Choibalsan Asia/Chongqing Asia/Chungking Asia/Dacca Asia/Harbin Asia/Istanbul Asia/Kashgar \
    Asia/Katmandu Asia/Macao Asia/Rangoon Asia/Saigon Asia/Tel_Aviv Asia/Thimbu Asia/Ujung_Pandang Asia/Ulan_Bator \
    Atlantic/Faeroe Atlantic/Jan_Mayen Australia/ACT Australia/Canberra Australia/Currie Australia/LHI Australia/NSW \
    Australia/North Australia/Queensland Australia/South Australia/Tasmania Australia/Victoria Australia/West \
    Australia/Yancowinna Europe/Belfast Europe/Kiev Europe/Nicosia Europe/Tiraspol Europe/Uzhgorod Europe/Zaporozhye \
    Pacific/Enderbury Pacific/Johnston Pacific/Ponape Pacific/Samoa Pacific/Truk Pacific/Yap";

/// A name that may be typed, and the zone it stands for.
struct Entry {
    /// What is shown and what is put in: an IANA name or a city.
    name: &'static str,
    zone: Tz,
    kind: Kind,
    /// The name as it is compared.
    folded: String,
    /// Its last part as it is compared: the city of a zone.
    place: String,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// A zone by its name of today.
    Zone,
    /// A city or country.
    City,
    /// A country or city by another name.
    OtherName,
    /// A zone by an older name, shown only to a person who begins to type it.
    Older,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let zones = TZ_VARIANTS.iter().map(|zone| (zone.name(), *zone, kind_of(zone.name())));
    // `Japan` is an older name of a zone and also a country of the table; show one of them.
    let zones = zones.filter(|(name, ..)| !cities().any(|(city, _)| city == *name));
    let cities = cities().map(|(city, zone)| (city, zone, Kind::City));
    let others = named(PLACES).map(|(place, zone)| (place, zone, Kind::OtherName));
    zones.chain(cities).chain(others).map(entry).collect()
});

fn entry((name, zone, kind): (&'static str, Tz, Kind)) -> Entry {
    let place = match kind {
        Kind::City | Kind::OtherName => fold(name),
        Kind::Zone | Kind::Older => fold(name.rsplit('/').next().unwrap_or(name)),
    };
    Entry { name, zone, kind, folded: fold(name), place }
}

fn kind_of(name: &str) -> Kind {
    let is_regional = name.split_once('/').is_some_and(|(region, _)| REGIONS.contains(&region));
    let is_older = OLDER.split_whitespace().any(|older| older == name);
    if name == "UTC" || is_regional && !is_older { Kind::Zone } else { Kind::Older }
}

fn cities() -> impl Iterator<Item = (&'static str, Tz)> {
    named(CITIES)
}

fn named(table: &'static str) -> impl Iterator<Item = (&'static str, Tz)> {
    table.lines().filter_map(|line| {
        let (city, zone) = line.split_once('\t')?;
        Some((city, zone.parse().ok()?))
    })
}

/// Up to 25 suggestions for what was typed so far: what is shown, and what is put in. [`parse`] reads both.
#[must_use]
pub fn suggest(so_far: &str) -> Vec<(String, String)> {
    let typed = fold(&clipped(so_far));
    if typed.is_empty() {
        return SPREAD.iter().filter_map(|name| ENTRIES.iter().find(|entry| entry.name == *name)).map(shown).collect();
    }
    let mut found: Vec<(u8, &Entry)> = ENTRIES.iter().filter_map(|entry| Some((rank(entry, &typed)?, entry))).collect();
    found.sort_by_key(|(rank, entry)| (*rank, entry.kind, entry.folded.as_str()));
    found.into_iter().take(SUGGESTIONS_MAX).map(|(_, entry)| shown(entry)).collect()
}

/// The zone that was meant: an IANA name in any case, a city or a country of the table, or the city of a zone. What
/// [`suggest`] shows is read too, for people who copy it.
#[must_use]
pub fn parse(text: &str) -> Option<Tz> {
    let text = clipped(text);
    // The shown form ends with the offset, and a city's has its zone before that.
    let bare = text.split(" (UTC").next().unwrap_or(&text);
    let bare = bare.rsplit(" — ").next().unwrap_or(bare).trim();
    let typed = fold(bare);
    let find = |matches: &dyn Fn(&Entry) -> bool| ENTRIES.iter().find(|entry| matches(entry)).map(|entry| entry.zone);
    find(&|entry| entry.name.eq_ignore_ascii_case(bare))
        .or_else(|| find(&|entry| entry.folded == typed))
        .or_else(|| find(&|entry| entry.place == typed && entry.kind == Kind::Zone))
        .or_else(|| find(&|entry| entry.place == typed && !is_offset(entry)))
}

/// The zones that may be meant by a text that is not the name of one, best first.
#[must_use]
pub fn similar(text: &str) -> Vec<Tz> {
    const MOST: usize = 3;
    let mut found: Vec<Tz> = match parse(text) {
        Some(zone) => vec![zone],
        None => nearest(text, NEAREST).iter().filter_map(|name| parse(name)).collect(),
    };
    let mut seen = HashSet::new();
    found.retain(|zone| seen.insert(*zone));
    found.truncate(MOST);
    found
}

/// Up to `most` names that are similar to one that [`parse`] does not know; empty if none is similar.
fn nearest(text: &str, most: usize) -> Vec<String> {
    let typed = fold(&clipped(text));
    let mut found: Vec<String> = Vec::new();
    if !typed.is_empty() {
        found = suggest(&typed).into_iter().map(|(_, name)| name).collect();
    }
    if found.is_empty() {
        let place = typed.rsplit('/').next().unwrap_or(&typed);
        // One wrong letter in three is still a slip; more is another word.
        let limit = place.chars().count() / 3;
        let known = ENTRIES.iter().filter(|entry| entry.kind != Kind::Older);
        let mut near: Vec<(usize, &Entry)> = known
            .map(|entry| (strsim::levenshtein(&entry.place, place), entry))
            .filter(|(distance, _)| *distance <= limit)
            .collect();
        near.sort_by_key(|(distance, entry)| (*distance, entry.kind, entry.folded.as_str()));
        found = near.into_iter().map(|(_, entry)| entry.name.to_owned()).collect();
    }
    found.truncate(most);
    found
}

/// The answer to a zone that is not known: the ones that come closest, or how to name one.
#[must_use]
pub fn unknown(lang: Lang, typed: &str) -> String {
    let near: Vec<String> = nearest(typed, NEAREST).iter().map(|name| format!("`{name}`")).collect();
    let typed = ("typed", plain(&clipped(typed)).into());
    if near.is_empty() {
        return lang.with("unknown-zone", &[typed]);
    }
    lang.with("unknown-zone-near", &[typed, ("near", lang.either(&near).into())])
}

/// How well an entry matches what was typed, best first; `None` if it does not.
fn rank(entry: &Entry, typed: &str) -> Option<u8> {
    let starts_a_word = |text: &str| text.split([' ', '/', '(']).any(|word| word.starts_with(typed));
    if entry.kind == Kind::Older {
        let by_place = !is_offset(entry) && entry.place.starts_with(typed);
        let begun = typed.chars().count() >= 2 && (entry.folded.starts_with(typed) || by_place);
        return begun.then_some(5);
    }
    if entry.place == typed || entry.folded == typed {
        Some(0)
    } else if entry.kind == Kind::OtherName {
        starts_a_word(&entry.place).then_some(4)
    } else if entry.place.starts_with(typed) {
        Some(1)
    } else if starts_a_word(&entry.place) {
        Some(2)
    } else if entry.folded.starts_with(typed) || starts_a_word(&entry.folded) {
        Some(3)
    } else {
        entry.folded.contains(typed).then_some(4)
    }
}

/// Whether it is one of `Etc/GMT+2` and the like. Their signs are the reverse of what people expect, so they match only
/// by their whole name.
fn is_offset(entry: &Entry) -> bool {
    entry.name.starts_with("Etc/")
}

fn shown(entry: &Entry) -> (String, String) {
    let zone = match entry.kind {
        Kind::City | Kind::OtherName => format!("{} — {}", entry.name, entry.zone.name()),
        Kind::Zone | Kind::Older => entry.name.to_owned(),
    };
    (format!("{zone} (UTC{} in January)", january_offset(entry.zone)), entry.name.to_owned())
}

/// The zone's distance from UTC on a day in January, the month it matters in: `+05:45`.
fn january_offset(zone: Tz) -> String {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon exists");
    let day = NaiveDate::from_ymd_opt(2027, 1, 25).expect("the day of 2027 exists");
    zone.offset_from_utc_datetime(&day.and_time(noon)).fix().to_string()
}

/// A name without case, accents and the marks that stand for spaces.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.trim().nfd().filter(|character| !is_combining_mark(*character)) {
        match character {
            '_' | '-' | ' ' | '\u{a0}' | '\u{3000}' if folded.ends_with(' ') => {}
            '_' | '-' | ' ' | '\u{a0}' | '\u{3000}' => folded.push(' '),
            '.' | '\'' | '’' => {}
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            'ı' => folded.push('i'),
            character => folded.extend(character.to_lowercase()),
        }
    }
    folded
}

fn clipped(text: &str) -> String {
    text.chars().take(TYPED_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_tables_hold_real_zones() {
        assert_eq!(cities().count(), CITIES.lines().count(), "a line of cities.tsv has no real zone");
        for (city, zone) in cities() {
            assert!(kind_of(zone.name()) == Kind::Zone, "{city} has an older zone {zone}");
            assert_eq!(parse(city), Some(zone), "{city}");
            assert!(city.chars().count() < TYPED_MAX);
        }
        assert_eq!(named(PLACES).count(), PLACES.lines().count(), "a line of places.tsv has no real zone");
        for (place, zone) in named(PLACES) {
            assert!(kind_of(zone.name()) == Kind::Zone, "{place} has an older zone {zone}");
            assert_eq!(parse(place), Some(zone), "{place}");
            assert!(place.chars().count() < TYPED_MAX);
        }
        for name in SPREAD.into_iter().chain(OLDER.split_whitespace()) {
            assert_eq!(name.parse::<Tz>().unwrap().name(), name);
        }
        let folded: BTreeSet<&str> = ENTRIES.iter().filter(|e| e.kind == Kind::City).map(|e| &*e.folded).collect();
        let others: BTreeSet<String> = named(PLACES).map(|(place, _)| fold(place)).collect();
        assert_eq!(others.len(), PLACES.lines().count(), "a name stands twice in places.tsv");
        let again = others.iter().find(|other| folded.contains(other.as_str()));
        assert!(again.is_none(), "{again:?} stands in cities.tsv already");
        let of_zones = ENTRIES.iter().filter(|e| e.kind == Kind::Zone).find(|e| folded.contains(&*e.place));
        assert!(of_zones.is_none(), "{} is the city of a zone already", of_zones.unwrap().name);
        assert_eq!(folded.len(), CITIES.lines().count(), "a city stands twice in cities.tsv");
    }

    #[test]
    fn every_name_reads_back() {
        for entry in ENTRIES.iter() {
            let (label, value) = shown(entry);
            assert!(label.chars().count() <= 100 && value.chars().count() <= 100, "{label}");
            assert_eq!(parse(&value), Some(entry.zone), "{value}");
            assert_eq!(parse(&label), Some(entry.zone), "{label}");
        }
    }

    #[test]
    fn what_is_typed_finds_its_zone_first() {
        let check = |typed: &str, label: &str| assert_eq!(suggest(typed)[0].0, label, "{typed}");
        check("berl", "Europe/Berlin (UTC+01:00 in January)");
        check("new york", "America/New_York (UTC-05:00 in January)");
        check("New_Y", "America/New_York (UTC-05:00 in January)");
        check("sao paulo", "America/Sao_Paulo (UTC-03:00 in January)");
        check("são p", "America/Sao_Paulo (UTC-03:00 in January)");
        check("kath", "Asia/Kathmandu (UTC+05:45 in January)");
        check("munich", "Munich — Europe/Berlin (UTC+01:00 in January)");
        check("MUNCHEN", "München — Europe/Berlin (UTC+01:00 in January)");
        check("san fr", "San Francisco — America/Los_Angeles (UTC-08:00 in January)");
        check("rio de", "Rio de Janeiro — America/Sao_Paulo (UTC-03:00 in January)");
        check("lodz", "Łódź — Europe/Warsaw (UTC+01:00 in January)");
        check("europe/be", "Europe/Belgrade (UTC+01:00 in January)");
        check("utc", "UTC (UTC+00:00 in January)");
        check("us/e", "US/East-Indiana (UTC-05:00 in January)");
        check("", "America/Los_Angeles (UTC-08:00 in January)");
    }

    #[test]
    fn suggestions_are_as_discord_takes_them() {
        for typed in ["", "a", "e", "us", "america", "san", "etc", " ", "x".repeat(7000).as_str(), "\u{0}", "/"] {
            let found = suggest(typed);
            let values: BTreeSet<&String> = found.iter().map(|(_, value)| value).collect();
            assert!(found.len() <= SUGGESTIONS_MAX && values.len() == found.len(), "{typed}: {found:?}");
        }
        assert_eq!(suggest("").len(), SUGGESTIONS_MAX);
        assert!(suggest("zzz").is_empty());
        let old = |typed: &str| {
            suggest(typed).iter().any(|(_, value)| {
                kind_of(value) == Kind::Older && parse(value).is_some_and(|zone| zone.name() == value)
            })
        };
        assert!(!old("e") && !old("indianapolis/") && old("us/") && old("etc/gmt"));
    }

    #[test]
    fn names_are_read_in_any_case() {
        let check = |text: &str, zone: Option<&str>| assert_eq!(parse(text).map(|zone| zone.name()), zone, "{text}");
        check("europe/berlin", Some("Europe/Berlin"));
        check(" Europe/Berlin ", Some("Europe/Berlin"));
        check("BERLIN", Some("Europe/Berlin"));
        check("new york", Some("America/New_York"));
        check("america/new york", Some("America/New_York"));
        check("Zürich", Some("Europe/Zurich"));
        check("bengaluru", Some("Asia/Kolkata"));
        check("munchen", Some("Europe/Berlin"));
        check("US/Pacific", Some("US/Pacific"));
        check("japan", Some("Asia/Tokyo"));
        check("us pacific", Some("America/Los_Angeles"));
        check("utc", Some("UTC"));
        check("Türkiye", Some("Europe/Istanbul"));
        check("TURKIYE ", Some("Europe/Istanbul"));
        // The dot and the diaeresis as signs of their own, as some keyboards write them.
        check("Tu\u{308}rkiye", Some("Europe/Istanbul"));
        check("İstanbul", Some("Europe/Istanbul"));
        check("Österreich", Some("Europe/Vienna"));
        check("wien", Some("Europe/Vienna"));
        check("Deutschland", Some("Europe/Berlin"));
        check("alemania", Some("Europe/Berlin"));
        check("日本", Some("Asia/Tokyo"));
        check("東京", Some("Asia/Tokyo"));
        check("Côte d’Ivoire", Some("Africa/Abidjan"));
        check("cote d'ivoire", Some("Africa/Abidjan"));
        check("Great  Britain", Some("Europe/London"));
        check("uk", Some("Europe/London"));
        check("Україна", Some("Europe/Kyiv"));
        check("Ελλάδα", Some("Europe/Athens"));
        check("대한민국", Some("Asia/Seoul"));
        check("", None);
        check("Atlantis", None);
        check("+01:00", None);
        check("kiev", Some("Europe/Kiev"));
        check("Etc/GMT+2", Some("Etc/GMT+2"));
        // It would be two hours behind UTC, which no one means who types this.
        check("GMT+2", None);
    }

    #[test]
    fn slips_are_understood() {
        let check = |text: &str, first: Option<&str>| {
            assert_eq!(nearest(text, 3).first().map(String::as_str), first, "{text}");
        };
        check("Berlni", Some("Europe/Berlin"));
        check("Europe/Munch", Some("Munich"));
        check("Londn", Some("Europe/London"));
        check("berl", Some("Europe/Berlin"));
        check("xyzzyxyzzy", None);
        check("GMT+2", None);
        check("", None);
        assert_eq!(nearest("a", 3).len(), 3);
        assert!(unknown(Lang::english(), "Londn").contains("`Europe/London`"));
        assert!(unknown(Lang::english(), "@everyone").contains("\\@everyone"));
    }
}
