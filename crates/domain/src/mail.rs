//! Mail addresses, and the address of the bot's own pages.

use std::fmt;
use std::str::FromStr;

use email_address::{EmailAddress, Options};
use url::{Host, Url};

/// A mail address that every server understands: ASCII, without a display name, at a domain with a dot.
///
/// `Debug` hides it, so that it cannot get into a log by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(String);

/// Signs in a name, and what stands for each.
type Signs = &'static [(char, &'static str)];

/// Providers at whose domains a name is the same person's, and what stands for some signs in a name there: nothing where they
/// are ignored. <https://support.google.com/mail/answer/7436150>, <https://proton.me/support/creating-aliases>,
/// <https://support.apple.com/118230>, <https://yandex.com/support/id/authorization/email.html> (a dot and a hyphen are one
/// sign at Yandex; were they not, two people with such names would share their limits, which harms no one).
const PROVIDERS: [(&[&str], Signs); 4] = [
    (&["gmail.com", "googlemail.com"], &[('.', "")]),
    (&["proton.me", "protonmail.com", "protonmail.ch", "pm.me"], &[('.', ""), ('-', ""), ('_', "")]),
    (&["icloud.com", "me.com", "mac.com"], &[]),
    (&["yandex.com", "yandex.ru", "yandex.by", "yandex.kz", "yandex.ua", "yandex.uz", "ya.ru"], &[('.', "-")]),
];

/// Domains at which `anything@name.domain` is `name@domain`:
/// <https://www.fastmail.help/hc/en-us/articles/360060591053>. Its customers' own domains cannot be known.
const NAMES_IN_DOMAIN: [&str; 2] = ["fastmail.com", "fastmail.fm"];

/// An invalid mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is no mail address, such as someone@example.org")]
pub struct BadAddress;

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let text = text.trim();
        let (local, domain) = text.rsplit_once('@').ok_or(BadAddress)?;
        // The local part has no ASCII form.
        let domain = canonical_domain(domain).ok_or(BadAddress)?;
        let text = format!("{local}@{domain}");
        let options = Options::default().with_minimum_sub_domains(2).without_display_text().without_domain_literal();
        let good = EmailAddress::parse_with_options(&text, options).is_ok();
        (good && text.is_ascii() && !local.starts_with('"')).then_some(Self(text)).ok_or(BadAddress)
    }
}

impl Address {
    /// The address as it is written in a mail.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The domain, in its canonical form.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address in lower case: no two people have addresses that differ only in case. What is kept of an address as a
    /// keyed hash was made of this form before there was [`Address::recipient`].
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// Who reads its mail: one form for all addresses of a mailbox. The tag after `+` is taken off, letters are in lower
    /// case, dots and signs go where the provider ignores them, and its domains are one.
    #[must_use]
    pub fn recipient(&self) -> String {
        let folded = self.folded();
        let (local, domain) = folded.rsplit_once('@').unwrap_or((&folded, ""));
        let in_domain = NAMES_IN_DOMAIN.iter().find_map(|of| {
            let name = domain.strip_suffix(of)?.strip_suffix('.')?;
            Some((name.rsplit('.').next().unwrap_or(name), *of))
        });
        let (local, domain) = in_domain.unwrap_or((local, domain));
        let untagged = local.split('+').next().filter(|name| !name.is_empty()).unwrap_or(local);
        match PROVIDERS.iter().find(|(domains, _)| domains.contains(&domain)) {
            Some((domains, signs)) => {
                let name = signs.iter().fold(untagged.to_owned(), |name, (sign, stands)| name.replace(*sign, stands));
                format!("{name}@{}", domains[0])
            }
            None => format!("{untagged}@{domain}"),
        }
    }

    /// Whether its domain is one of these, which are in their canonical form; `*` is every domain.
    #[must_use]
    pub fn is_at(&self, domains: &[String]) -> bool {
        domains.iter().any(|domain| domain == "*" || domain == self.domain())
    }
}

/// Who mail comes from: the operator's address, and the name that they chose beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The name; none shows the address alone.
    pub name: Option<String>,
    /// The address.
    pub address: Address,
}

impl FromStr for Sender {
    type Err = BadAddress;

    /// `cmad@example.org`, `Thanks at Example <cmad@example.org>` or `"Thanks, Example" <cmad@example.org>`.
    fn from_str(text: &str) -> Result<Self, BadAddress> {
        let text = text.trim();
        let Some((name, address)) = text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) else {
            return Ok(Self { name: None, address: text.parse()? });
        };
        let name = name.trim();
        let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
        if name.contains(|c: char| c.is_control() || matches!(c, '<' | '>')) {
            return Err(BadAddress);
        }
        let name = Some(name.replace("\\\"", "\"")).filter(|name| !name.trim().is_empty());
        Ok(Self { name, address: address.parse()? })
    }
}

impl From<Address> for Sender {
    fn from(address: Address) -> Self {
        Self { name: None, address }
    }
}

/// The one form of a domain in settings and addresses: lower case, other letters in their ASCII form (IDNA), without the
/// dot of the root at its end. `None` for what is no domain.
#[must_use]
pub fn canonical_domain(text: &str) -> Option<String> {
    let Ok(Host::Domain(domain)) = Host::parse(text.trim()) else { return None };
    let domain = domain.strip_suffix('.').unwrap_or(&domain);
    let is_label = |label: &str| {
        let fine = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        (1..=63).contains(&label.len()) && label.chars().all(fine) && !label.starts_with('-') && !label.ends_with('-')
    };
    (domain.len() <= 253 && domain.split('.').all(is_label)).then(|| domain.to_owned())
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(…)")
    }
}

/// The public address of the bot's pages: `CMAD_PUBLIC_URL`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(Url);

/// An invalid public address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "it must begin with https:// (or http://) and have neither a password nor a ? or #, such as https://cmad.example.org \
     or https://example.org/cmad; a path has letters, digits, -, _, . and ~ only"
)]
pub struct BadPublicUrl;

impl FromStr for PublicUrl {
    type Err = BadPublicUrl;

    fn from_str(text: &str) -> Result<Self, BadPublicUrl> {
        let mut url = Url::parse(text.trim()).map_err(|_| BadPublicUrl)?;
        let is_bare = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        if !matches!(url.scheme(), "https" | "http") || !url.has_host() || !is_bare || url.password().is_some() {
            return Err(BadPublicUrl);
        }
        let path = url.path().trim_end_matches('/').to_owned();
        // A reverse proxy may pass it on in another spelling than the one here, if it has more than one.
        let is_plain = |name: &str| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~'))
        };
        if !path.is_empty() && !path.split('/').skip(1).all(is_plain) {
            return Err(BadPublicUrl);
        }
        url.set_path(&path);
        Ok(Self(url))
    }
}

impl PublicUrl {
    /// The address of the opt-out page.
    #[must_use]
    pub fn no_more(&self, token: &str) -> String {
        format!("{}/no-more/{token}", self.0.as_str().trim_end_matches('/'))
    }

    /// The address of the page on which a boss replies.
    #[must_use]
    pub fn reply(&self, token: &str) -> String {
        format!("{}/reply/{token}", self.0.as_str().trim_end_matches('/'))
    }

    /// Whether it uses TLS, which one-click unsubscribing requires (RFC 8058).
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Its path, such as `/cmad`; empty where there is none. A reverse proxy passes it on or takes it away.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.path().trim_end_matches('/')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(text.parse::<Address>().ok().as_ref().map(Address::as_str), expected, "{text:?}");
        };
        check("boss@example.org", Some("boss@example.org"));
        check("  Rosa.Diaz+cmad@Mail.Example.ORG ", Some("Rosa.Diaz+cmad@mail.example.org"));
        check("chefin@bücher.example", Some("chefin@xn--bcher-kva.example"));
        check("chefin@BÜCHER.Example.", Some("chefin@xn--bcher-kva.example"));
        check("chefin@bu\u{308}cher\u{3002}example", Some("chefin@xn--bcher-kva.example"));
        check("boss@example.org.", Some("boss@example.org"));
        check("o'neil@example.org", Some("o'neil@example.org"));
        for bad in [
            "",
            "boss",
            "@example.org",
            "boss@",
            "boss@localhost",
            "boss@[127.0.0.1]",
            "boss@127.0.0.1",
            "Rosa <boss@example.org>",
            "\"a b\"@example.org",
            "rosé@example.org",
            "a b@example.org",
            "boss@example.org\r\nBcc: all@example.org",
            "boss@example.org, other@example.org",
            "a@b@example.org",
            "boss@exa mple.org",
            "..@example.org",
            "boss\u{0}@example.org",
        ] {
            check(bad, None);
        }
        check(&format!("{}@example.org", "a".repeat(65)), None);
        let address: Address = "Boss@Example.org".parse().unwrap();
        assert_eq!(format!("{address:?}"), "Address(…)", "an address gets into no log");
        assert_eq!(address.folded(), "boss@example.org");
        assert!(address.is_at(&["*".into()]) && address.is_at(&["example.org".into()]) && !address.is_at(&[]));
        assert!(!address.is_at(&["example.or".into(), "le.org".into(), "".into()]));
    }

    #[test]
    fn a_mailbox_has_one_recipient() {
        let check = |texts: &[&str], expected: &str| {
            for text in texts {
                assert_eq!(text.parse::<Address>().unwrap().recipient(), expected, "{text}");
            }
        };
        check(
            &["boss@example.org", "BOSS@Example.ORG.", "boss+1@example.org", "Boss+a+b@example.org"],
            "boss@example.org",
        );
        check(&["b.oss@example.org"], "b.oss@example.org");
        check(&["boss+x@exämple.org", "boss@xn--exmple-cua.org"], "boss@xn--exmple-cua.org");
        check(&["b.oss@gmail.com", "Bo.ss+cmad@googlemail.com", "boss@GMAIL.com"], "boss@gmail.com");
        check(&["b.o-s_s@protonmail.com", "boss+1@pm.me", "boss@proton.me"], "boss@proton.me");
        check(&["boss@icloud.com", "Boss+x@me.com", "boss@MAC.com"], "boss@icloud.com");
        check(&["b-oss@yandex.com", "b.oss@ya.ru", "B.Oss+x@yandex.ru"], "b-oss@yandex.com");
        check(&["boss@fastmail.com", "boss+x@fastmail.com", "anything@boss.fastmail.com"], "boss@fastmail.com");
        check(&["boss@fastmail.fm", "x+y@boss.fastmail.fm"], "boss@fastmail.fm");
        check(&["boss@notfastmail.com"], "boss@notfastmail.com");
        check(&["+1@example.org"], "+1@example.org");
    }

    #[test]
    fn a_sender_has_the_name_that_the_operator_chose() {
        let check = |text: &str, expected: Option<(Option<&str>, &str)>| {
            let read = text.parse::<Sender>().ok();
            let read = read.as_ref().map(|sender| (sender.name.as_deref(), sender.address.as_str()));
            assert_eq!(read, expected, "{text:?}");
        };
        check(" cmad@Example.org ", Some((None, "cmad@example.org")));
        check("<cmad@example.org>", Some((None, "cmad@example.org")));
        check("Thanks at Exämple <cmad@example.org>", Some((Some("Thanks at Exämple"), "cmad@example.org")));
        check("\"Thanks, Example\" <cmad@example.org>", Some((Some("Thanks, Example"), "cmad@example.org")));
        check("\"The \\\"day\\\"\"<cmad@example.org>", Some((Some("The \"day\""), "cmad@example.org")));
        for bad in ["", "Thanks", "Thanks <>", "Thanks <cmad>", "a <b> <cmad@example.org>", "a\nb <cmad@example.org>"] {
            check(bad, None);
        }
    }

    #[test]
    fn a_domain_has_one_form() {
        let check = |text: &str, expected: Option<&str>| {
            let canonical = canonical_domain(text);
            assert_eq!(canonical.as_deref(), expected, "{text:?}");
            assert_eq!(canonical.as_deref().and_then(canonical_domain), canonical, "it stays as it is");
        };
        for text in ["exämple.org", " EXÄMPLE.ORG. ", "xn--exmple-cua.org", "exa\u{308}mple\u{ff0e}org"] {
            check(text, Some("xn--exmple-cua.org"));
        }
        check("Straße.example", Some("xn--strae-oqa.example"));
        check("münchen", Some("xn--mnchen-3ya"));
        for text in ["", ".", "*", "*.example.org", "a b.example", "127.0.0.1", "[::1]", "a..b", "-a.example", "a/b"] {
            check(text, None);
        }
    }

    #[test]
    fn public_addresses() {
        let check = |text: &str, page: Option<&str>| {
            let url = text.parse::<PublicUrl>().ok();
            assert_eq!(url.map(|url| url.no_more("T")).as_deref(), page, "{text}");
        };
        check("https://cmad.example.org", Some("https://cmad.example.org/no-more/T"));
        check("https://example.org/cmad/", Some("https://example.org/cmad/no-more/T"));
        check("http://127.0.0.1:8080", Some("http://127.0.0.1:8080/no-more/T"));
        for bad in [
            "example.org",
            "ftp://example.org",
            "https://u:p@example.org",
            "https://x.org/?a",
            "https://x.org/#a",
            "https://x.org/a b",
            "https://x.org/bücher",
            "https://x.org/a%2Fb",
            "https://x.org//cmad",
            "https://x.org/{token}",
            "https://x.org/:a/*b",
        ] {
            check(bad, None);
        }
        let path = |text: &str| text.parse::<PublicUrl>().unwrap().path().to_owned();
        assert_eq!([path("https://x.org"), path("https://x.org/")], ["", ""]);
        assert_eq!([path("https://x.org/cmad/"), path("https://x.org/a/../b/c.d")], ["/cmad", "/b/c.d"]);
        assert!(!"http://example.org".parse::<PublicUrl>().unwrap().is_secure());
    }
}
