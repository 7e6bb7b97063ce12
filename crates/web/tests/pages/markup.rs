//! A reader of our own markup, small and strict, and the rules a page is held to.

use std::collections::{BTreeMap, BTreeSet};

/// A tag with its attributes.
#[derive(Debug)]
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    /// The tags around it, innermost last.
    inside: Vec<String>,
    /// The text up to its end tag.
    text: String,
}

impl Tag {
    fn has(&self, name: &str) -> bool {
        self.attributes.contains_key(name)
    }

    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }

    fn show(&self) -> String {
        format!("<{} {:?}>", self.name, self.attributes)
    }
}

/// A page, read.
pub(super) struct Page<'a> {
    html: &'a str,
    tags: Vec<Tag>,
}

const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "col", "!doctype"];
const CONTROLS: [&str; 3] = ["input", "select", "textarea"];

impl<'a> Page<'a> {
    /// Reads a page.
    pub(super) fn read(html: &'a str) -> Self {
        let mut tags: Vec<Tag> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            for index in &open {
                tags[*index].text.push_str(&rest[..start]);
            }
            let end = end_of_tag(&rest[start..]) + start;
            let inner = &rest[start + 1..end];
            rest = &rest[end + 1..];
            if let Some(name) = inner.strip_prefix('/') {
                while let Some(index) = open.pop() {
                    if tags[index].name == name {
                        break;
                    }
                }
                continue;
            }
            let inside = open.iter().map(|index| tags[*index].name.clone()).collect();
            let tag = read_tag(inner, inside);
            if !VOID.contains(&tag.name.as_str()) && !inner.ends_with('/') {
                open.push(tags.len());
            }
            tags.push(tag);
        }
        Self { html, tags }
    }

    /// What is wrong with the page.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        self.words(&mut faults);
        self.inline(&mut faults);
        self.structure(&mut faults);
        self.references(&mut faults);
        self.labels(&mut faults);
        self.alternatives(&mut faults);
        faults
    }

    fn words(&self, faults: &mut Vec<String>) {
        for mark in ["⟦", "{$", "{ $"] {
            if let Some(at) = self.html.find(mark) {
                let shown: String = self.html[at..].chars().take(40).collect();
                faults.push(format!("words are missing: {shown}"));
            }
        }
    }

    fn inline(&self, faults: &mut Vec<String>) {
        for tag in &self.tags {
            let inline =
                tag.attributes.keys().any(|name| name == "style" || name.starts_with("on"));
            let script = tag.name == "script" && !tag.has("src") || tag.name == "style";
            let foreign = ["src", "href", "action"].iter().any(|name| {
                tag.get(name).starts_with("http")
                    || tag.get(name).starts_with("//")
                    || tag.get(name).starts_with("javascript:")
            });
            if inline || script {
                faults.push(format!("inline style or script: {}", tag.show()));
            }
            if foreign && tag.name != "a" {
                faults.push(format!("loads from another host: {}", tag.show()));
            }
        }
    }

    fn structure(&self, faults: &mut Vec<String>) {
        let of_page = |tag: &&Tag| !tag.inside.iter().any(|name| name == "svg");
        let count =
            |name: &str| self.tags.iter().filter(of_page).filter(|tag| tag.name == name).count();
        for name in ["html", "title", "h1", "main"] {
            if count(name) != 1 {
                faults.push(format!("{} <{name}> instead of one", count(name)));
            }
        }
        let mut level = 0;
        for tag in self.tags.iter().filter(|tag| tag.is(&["h1", "h2", "h3", "h4"])) {
            let new: usize = tag.name[1..].parse().unwrap();
            if new > level + 1 && level > 0 {
                faults.push(format!("heading jumps from h{level} to h{new}: {}", tag.text.trim()));
            }
            level = new;
        }
        for pair in self.tags.windows(2).filter(|pair| pair[0].name == "table") {
            if pair[1].name != "caption" {
                faults.push(format!("a table without caption: {}", pair[0].show()));
            }
        }
    }

    fn references(&self, faults: &mut Vec<String>) {
        let mut ids = BTreeSet::new();
        for id in self.tags.iter().filter(|tag| tag.has("id")).map(|tag| tag.get("id")) {
            if !ids.insert(id) {
                faults.push(format!("the id {id} stands twice"));
            }
        }
        for tag in &self.tags {
            for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
                for id in tag.get(name).split_whitespace().filter(|id| !ids.contains(id)) {
                    faults.push(format!("{name} names {id}, which does not exist"));
                }
            }
            if let Some(id) = tag.get("href").strip_prefix('#')
                && tag.name == "a"
                && !ids.contains(id)
            {
                faults.push(format!("a link leads to #{id}, which does not exist"));
            }
        }
    }

    fn labels(&self, faults: &mut Vec<String>) {
        let labelled: BTreeSet<&str> =
            self.tags.iter().filter(|tag| tag.name == "label").map(|tag| tag.get("for")).collect();
        for tag in self.tags.iter().filter(|tag| tag.is(&CONTROLS)) {
            let named = tag.has("aria-label") || tag.has("aria-labelledby");
            let bound = tag.has("id") && labelled.contains(tag.get("id"));
            let inside = tag.inside.iter().any(|name| name == "label");
            if tag.get("type") != "hidden" && !named && !bound && !inside {
                faults.push(format!("a control without a label: {}", tag.show()));
            }
        }
        for tag in self.tags.iter().filter(|tag| tag.is(&["a", "button"])) {
            let fills_later = tag.attributes.keys().any(|name| name.starts_with("data-"));
            if tag.text.trim().is_empty() && !tag.has("aria-label") && !fills_later {
                faults.push(format!("a link or button without words: {}", tag.show()));
            }
        }
    }

    fn alternatives(&self, faults: &mut Vec<String>) {
        for (at, tag) in self.tags.iter().enumerate() {
            let named = tag.has("aria-label") || tag.has("aria-labelledby");
            let hidden = tag.get("aria-hidden") == "true";
            let titled = self.tags.get(at + 1).is_some_and(|first| first.name == "title");
            let drawn = ["img", "group"].contains(&tag.get("role"));
            let fine = match tag.name.as_str() {
                "img" => tag.has("alt"),
                "svg" => hidden || (drawn && (named || titled)),
                "nav" => named,
                _ => true,
            };
            if !fine {
                faults.push(format!("no alternative or name: {}", tag.show()));
            }
        }
    }
}

/// Where the tag ends: the first `>` outside quotes.
fn end_of_tag(html: &str) -> usize {
    let mut quoted = false;
    for (at, c) in html.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    panic!("a tag does not end: {}", html.chars().take(80).collect::<String>())
}

fn read_tag(inner: &str, inside: Vec<String>) -> Tag {
    let (name, mut rest) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let mut attributes = BTreeMap::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            break;
        }
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (attribute, after) = rest.split_at(end);
        let mut value = "";
        rest = after;
        if let Some(quoted) = after.strip_prefix("=\"") {
            (value, rest) = quoted.split_once('"').expect("a value ends with a quote");
        } else {
            assert!(!after.starts_with('='), "a value without quotes: {inner}");
        }
        let twice = attributes.insert(attribute.to_owned(), value.to_owned());
        assert!(twice.is_none(), "the attribute {attribute} stands twice: {inner}");
    }
    let name = name.trim_end_matches('/').to_ascii_lowercase();
    Tag { name, attributes, inside, text: String::new() }
}
