//! The contrast between everything that a page draws and its background, measured in pages as they are sent.
//!
//! The measure is that of WCAG 2.2 (<https://www.w3.org/TR/WCAG22/>): 4.5:1 for text (1.4.3), and 3:1 for drawings that
//! tell something and for what shows where the keyboard is (1.4.11). Large text would be allowed 3:1 too; none of ours
//! asks for it. Every colour is the one that the page's own style sheet gives to the element at hand, for each way in
//! which it is shown: nothing is listed here, so a pale grey is found wherever it is added.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::str::FromStr as _;

use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use palette::Srgb;
use palette::color_difference::Wcag21RelativeContrast as _;
use simplecss::{AttributeOperator, PseudoClass, StyleSheet};

pub(crate) type Color = Srgb<u8>;

/// What is drawn; each kind has its own least contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Foreground {
    Text,
    /// A bar of a chart, a mark, an outline.
    Figure,
}

/// The way in which a page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
    Print,
}

impl Scheme {
    pub(crate) const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];
}

/// Every pair of colours that occurs, with a place where it does.
#[derive(Default)]
pub(crate) struct Pairs(BTreeMap<(Foreground, String, String), String>);

impl Pairs {
    pub(crate) fn add(&mut self, foreground: Foreground, color: Color, ground: Color, place: impl Into<String>) {
        let hex = |color: Color| format!("#{color:x}");
        self.0.entry((foreground, hex(color), hex(ground))).or_insert_with(|| place.into());
    }

    /// The pairs that are too much alike, with how far apart they are.
    pub(crate) fn too_alike(&self) -> Vec<String> {
        let measured = self.0.iter().map(|((foreground, color, ground), place)| {
            let of = |hex: &str| Srgb::<f32>::from_str(hex).unwrap();
            (foreground, of(color).relative_contrast(of(ground)), format!("{color} on {ground} ({place})"))
        });
        let least = |foreground: Foreground| if foreground == Foreground::Text { 4.5 } else { 3.0 };
        let wrong = measured.filter(|(foreground, contrast, _)| *contrast < least(**foreground));
        wrong.map(|(foreground, contrast, pair)| format!("{foreground:?} {contrast:.2}:1, {pair}")).collect()
    }

    /// Checks that all pairs hold, and that there are at least as many as a person has counted on the page.
    #[track_caller]
    pub(crate) fn hold(&self, what: &str, texts: usize, figures: usize) {
        let wrong = self.too_alike();
        assert!(wrong.is_empty(), "{what}: too little contrast:\n  {}", wrong.join("\n  "));
        let of = |foreground| self.0.keys().filter(|key| key.0 == foreground).count();
        assert!(
            of(Foreground::Text) >= texts && of(Foreground::Figure) >= figures,
            "{what}: read too little: {:?}",
            self.0
        );
    }
}

/// Adds what a page draws when it is shown so. `quiet` are colours, as the page's style sheet would write them, of what
/// may be pale: lines that only part what space parts already, and the empty part of a bar.
pub(crate) fn measure(page: &str, scheme: Scheme, quiet: &[&str], pairs: &mut Pairs) {
    let tree = Tree::of(page);
    let sheet: String =
        tree.0.iter().filter(|element| element.name == "style").map(|style| style.text.as_str()).collect();
    let rules = rules(&uncommented(&sheet), scheme);
    let sheet = StyleSheet::parse(&rules.0);
    assert_eq!(sheet.rules.len(), rules.1, "a rule with a colour was not understood");
    let vars = variables(&sheet, &tree);
    let quiet: Vec<Color> =
        quiet.iter().map(|one| color(&named(one), &vars).unwrap_or_else(|| panic!("{one} is a colour"))).collect();

    let mut styles: Vec<Style> = Vec::new();
    for (index, element) in tree.0.iter().enumerate() {
        let inherited = element.parent.map_or_else(Style::of_nothing, |parent| styles[parent].inherited());
        styles.push(inherited.with(&sheet, At { tree: &tree, index, state: "" }, &vars));
    }
    for (index, element) in tree.0.iter().enumerate().filter(|(_, element)| element.is_drawn(&tree)) {
        let Some(parent) = element.parent else { continue };
        let place = format!("<{} class=\"{}\">", element.name, element.get("class"));
        // A figure lies on what is around it, and ends where the empty part of its bar begins.
        let figure = styles[index].figure(element).filter(|figure| !quiet.contains(figure));
        if let Some(figure) = figure {
            pairs.add(Foreground::Figure, figure, styles[parent].ground, place.clone());
            let is_like = |other: &Element| other.parent == Some(parent) && other.name == element.name;
            let beside = tree.0.iter().zip(&styles).filter(|(other, _)| is_like(other));
            let tracks = beside.filter_map(|(other, style)| style.figure(other)).filter(|one| quiet.contains(one));
            tracks.for_each(|track| pairs.add(Foreground::Figure, figure, track, place.clone()));
        }
        for state in ["", "before", "focus", "hover"] {
            let style = styles[parent].inherited().with(&sheet, At { tree: &tree, index, state }, &vars);
            let is_written = if state == "before" { style.is_written } else { element.is_written };
            if is_written {
                let ink = if element.is_below(&tree, "svg") { style.fill } else { style.color };
                pairs.add(Foreground::Text, ink, style.ground, format!("{place} {state}"));
            }
            for line in style.lines.iter().filter(|line| !quiet.contains(line)) {
                pairs.add(Foreground::Figure, *line, styles[parent].ground, format!("{place} {state} line"));
            }
        }
    }
}

/// The colours of an element.
#[derive(Clone)]
struct Style {
    color: Color,
    fill: Color,
    stroke: Option<Color>,
    /// What is behind its text.
    ground: Color,
    /// Its own ground, where it has one.
    solid: Option<Color>,
    lines: Vec<Color>,
    /// Whether a style sheet puts a text there.
    is_written: bool,
}

impl Style {
    /// What a browser shows without any style.
    fn of_nothing() -> Self {
        let (black, white) = (Color::new(0, 0, 0), Color::new(255, 255, 255));
        Self {
            color: black,
            fill: black,
            stroke: None,
            ground: white,
            solid: None,
            lines: Vec::new(),
            is_written: false,
        }
    }

    fn inherited(&self) -> Self {
        Self { solid: None, lines: Vec::new(), is_written: false, ..self.clone() }
    }

    /// The colour of an element without text: a shape, or an empty box with a background.
    fn figure(&self, element: &Element) -> Option<Color> {
        match element.name.as_str() {
            "rect" => Some(self.fill),
            "line" => self.stroke,
            _ => self.solid.filter(|_| element.is_blank()),
        }
    }

    fn with(mut self, sheet: &StyleSheet<'_>, at: At<'_>, vars: &BTreeMap<String, String>) -> Self {
        let (inherited, around) = (self.color, self.ground);
        let inline = at.element().get("style").to_owned();
        let ours = sheet.rules.iter().filter(|rule| rule.selector.matches(&at)).flat_map(|rule| &rule.declarations);
        let ours: Vec<(String, String)> = ours.map(|one| (one.name.to_owned(), one.value.to_owned())).collect();
        let inline = inline.split(';').filter_map(|one| one.split_once(':'));
        let inline = inline.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        for (name, value) in ours.into_iter().chain(inline) {
            let one = color(&value, vars);
            let known = || one.unwrap_or_else(|| panic!("{name}: {value} is no colour that a page knows"));
            match name.as_str() {
                "color" if value == "inherit" => self.color = inherited,
                "color" => self.color = known(),
                "fill" => self.fill = known(),
                "stroke" => self.stroke = Some(known()),
                // What is around shows through.
                "background" | "background-color" if value == "transparent" => {
                    (self.solid, self.ground) = (None, around)
                }
                "background" | "background-color" => {
                    self.solid = Some(known());
                    self.ground = known();
                }
                "border" | "border-color" => self.lines = one.into_iter().collect(),
                "outline" | "accent-color" => self.lines.extend(one),
                _ if name.starts_with("border-") => self.lines.extend(one),
                "content" => self.is_written = at.state == "before" && value != "none" && value != "\"\"",
                _ => assert!(
                    one.is_none() || name.starts_with("var--"),
                    "{name}: {value} is a colour that is not measured"
                ),
            }
        }
        self
    }
}

/// The colour in a value, through variables; nothing where there is none.
fn color(value: &str, vars: &BTreeMap<String, String>) -> Option<Color> {
    value.split_whitespace().find_map(|part| match part.strip_prefix("var(") {
        Some(name) => vars.get(name.trim_end_matches(')')).and_then(|value| color(value, vars)),
        None => part.starts_with('#').then(|| Color::from_str(part).unwrap_or_else(|_| panic!("{part} is no colour"))),
    })
}

fn variables(sheet: &StyleSheet<'_>, tree: &Tree) -> BTreeMap<String, String> {
    let page = At { tree, index: 0, state: "" };
    let ours = sheet.rules.iter().filter(|rule| rule.selector.matches(&page)).flat_map(|rule| &rule.declarations);
    let ours = ours.filter(|one| one.name.starts_with("var--"));
    ours.map(|one| (one.name.to_owned(), one.value.to_owned())).collect()
}

/// The rules of a style sheet that give colours and apply when the page is shown so, and how many they are. States are
/// classes in them: what is before an element, where the keyboard or the pointer is.
fn rules(sheet: &str, scheme: Scheme) -> (String, usize) {
    let (mut rules, mut count) = (String::new(), 0);
    let mut rest = sheet;
    while let Some(at) = rest.find('{') {
        let head = rest[..at].trim();
        let mut depth = 0;
        let end = rest.find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            c == '}' && depth == 0
        });
        let end = end.expect("braces come in pairs");
        let body = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(media) = head.strip_prefix("@media") {
            let applies = match media.trim() {
                "(prefers-color-scheme: dark)" => scheme == Scheme::Dark,
                "print" => scheme == Scheme::Print,
                // Width changes places. Colours that it gave would have to be measured as one more scheme.
                width => {
                    assert!(!gives_colors(body), "@media {width} gives colours");
                    false
                }
            };
            if applies {
                let (inner, more) = self::rules(body, scheme);
                rules += &inner;
                count += more;
            }
        } else if gives_colors(body) && !head.starts_with('@') {
            let states =
                [("::before", ".state-before"), (":focus-visible", ".state-focus"), (":hover", ".state-hover")];
            let head = states.iter().fold(head.replace(":root", "html"), |head, (from, to)| head.replace(from, to));
            count += head.split(',').count();
            rules += &format!("{head} {{ {} }}\n", named(body));
        }
    }
    (rules, count)
}

fn uncommented(css: &str) -> String {
    let after = |part: &str| part.split_once("*/").map(|(_, rest)| rest.to_owned());
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(after).fold(first, |all, part| all + &part)
}

/// Renames variables so that none begins with a hyphen: the parser would not take it for a name.
fn named(css: &str) -> String {
    css.replace("--", "var--")
}

fn gives_colors(body: &str) -> bool {
    let names: BTreeSet<&str> = body.split(';').filter_map(|one| one.split_once(':')).map(|one| one.0.trim()).collect();
    let has = |part: &str| names.iter().any(|name| name.contains(part));
    body.contains('#')
        || body.contains("var(--")
        || ["color", "fill", "stroke", "background", "content"].into_iter().any(has)
}

struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    parent: Option<usize>,
    previous: Option<usize>,
    /// The text in it and in what it holds.
    text: String,
    /// Whether some of the text is its own.
    is_written: bool,
}

impl Element {
    fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Whether it has no text, so that only its background is seen.
    fn is_blank(&self) -> bool {
        self.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}').is_empty()
    }

    fn is_below(&self, tree: &Tree, name: &str) -> bool {
        self.name == name || self.parent.is_some_and(|parent| tree.0[parent].is_below(tree, name))
    }

    fn is_drawn(&self, tree: &Tree) -> bool {
        self.is_below(tree, "body") && !self.is_below(tree, "title")
    }
}

/// A page's elements, each after its parent.
struct Tree(Vec<Element>);

impl Tree {
    fn of(page: &str) -> Self {
        fn walk(node: &Handle, parent: Option<usize>, previous: &mut Option<usize>, tree: &mut Tree) {
            match &node.data {
                NodeData::Element { name, attrs, .. } => {
                    let attributes = attrs.borrow();
                    let attributes = attributes.iter().map(|one| (one.name.local.to_string(), one.value.to_string()));
                    let index = tree.0.len();
                    tree.0.push(Element {
                        name: name.local.to_string(),
                        attributes: attributes.collect(),
                        parent,
                        previous: previous.replace(index),
                        text: String::new(),
                        is_written: false,
                    });
                    let mut inside = None;
                    node.children.borrow().iter().for_each(|child| walk(child, Some(index), &mut inside, tree));
                }
                NodeData::Text { contents } => {
                    let contents = contents.borrow();
                    let Some(index) = parent else { return };
                    tree.0[index].is_written |= !contents.trim().is_empty();
                    let mut at = Some(index);
                    while let Some(index) = at {
                        tree.0[index].text.push_str(&contents);
                        at = tree.0[index].parent;
                    }
                }
                _ => node.children.borrow().iter().for_each(|child| walk(child, parent, previous, tree)),
            }
        }
        let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(page);
        let mut tree = Self(Vec::new());
        walk(&Rc::clone(&dom.document), None, &mut None, &mut tree);
        tree
    }
}

/// An element in a state, for a selector to match.
#[derive(Clone, Copy)]
struct At<'a> {
    tree: &'a Tree,
    index: usize,
    state: &'static str,
}

impl At<'_> {
    fn element(&self) -> &Element {
        &self.tree.0[self.index]
    }

    /// A `::before`'s parent is the element.
    fn plain(&self, index: usize) -> Self {
        Self { index, state: "", ..*self }
    }
}

impl simplecss::Element for At<'_> {
    fn parent_element(&self) -> Option<Self> {
        self.element().parent.map(|index| self.plain(index))
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.element().previous.map(|index| self.plain(index))
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.element().name == name
    }

    fn attribute_matches(&self, name: &str, operator: AttributeOperator<'_>) -> bool {
        let state = format!("state-{}", self.state);
        let is_state = name == "class" && !self.state.is_empty() && operator.matches(&state);
        let element = self.element();
        is_state || element.attributes.iter().any(|(key, value)| key == name && operator.matches(value))
    }

    fn pseudo_class_matches(&self, class: PseudoClass<'_>) -> bool {
        matches!(class, PseudoClass::FirstChild) && self.element().previous.is_none()
    }
}

#[test]
fn the_measure_is_the_standards() {
    let contrast = |one: &str, other: &str| {
        let of = |hex: &str| Srgb::<f32>::from_str(hex).unwrap();
        of(one).relative_contrast(of(other))
    };
    // The greys that are known as the palest on white that hold, and their neighbours that do not.
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.001);
    assert!(contrast("#767676", "#ffffff") >= 4.5 && contrast("#777777", "#ffffff") < 4.5);
    assert!(contrast("#949494", "#ffffff") >= 3.0 && contrast("#959595", "#ffffff") < 3.0);
}

#[test]
fn a_pale_grey_is_found() {
    let found = |css: &str, body: &str, scheme| {
        let page = format!("<!DOCTYPE html><html><head><style>{css}</style></head><body>{body}</body></html>");
        let mut pairs = Pairs::default();
        measure(&page, scheme, &["#eeeeee"], &mut pairs);
        pairs.too_alike()
    };
    let check = |css: &str, body: &str, wrong: &str| {
        let all = found(css, body, Scheme::Light);
        assert_eq!(all.len(), usize::from(!wrong.is_empty()), "{css} {body}: {all:?}");
        assert!(all.iter().all(|one| one.contains(wrong)), "{css} {body}: {all:?}");
    };
    check("", "<p>black on white</p>", "");
    check("p { color: #999 }", "<p>pale</p>", "Text 2.85:1, #999999 on #ffffff");
    check("p { color: #999 } p.b { color: #333 }", "<p class='a b'>the stronger rule</p>", "");
    check("div { color: #999 }", "<div><p>handed down</p></div>", "#999999 on #ffffff");
    check("div { background: #333 }", "<div><p>on its own ground</p></div>", "#000000 on #333333");
    check(":root { --x: #aaa } p { color: var(--x) }", "<p>by name</p>", "#aaaaaa on #ffffff");
    check("", "<p style='color:#aaa'>in its place</p>", "#aaaaaa on #ffffff");
    check("p::before { content: 'a'; color: #aaa }", "<p>before it</p>", "#aaaaaa on #ffffff");
    check("a:hover { color: #aaa }", "<a>under the pointer</a>", "#aaaaaa on #ffffff");
    check("a:focus-visible { outline: 2px solid #ccc }", "<a>at the keyboard</a>", "Figure 1.61:1, #cccccc on #ffffff");
    check("p { border: 1px solid #eeeeee }", "<p>a line that may be pale</p>", "");
    check("rect { fill: #bbb }", "<svg><rect /></svg>", "Figure 1.92:1, #bbbbbb on #ffffff");
    check("rect { fill: #888 } .t { fill: #eeeeee }", "<svg><rect class='t' /><rect /></svg>", "");
    check("text { fill: #999 }", "<svg><text>a</text></svg>", "Text 2.85:1, #999999 on #ffffff");
    check("td { background: #ccc }", "<table><tr><td>&nbsp;</td></tr></table>", "Figure 1.61:1, #cccccc on #ffffff");
    let dark = "@media (prefers-color-scheme: dark) { body { background: #222 } } p { color: #333 }";
    assert_eq!(found(dark, "<p>night</p>", Scheme::Light), Vec::<String>::new());
    assert_eq!(found(dark, "<p>night</p>", Scheme::Dark).len(), 1);
}
