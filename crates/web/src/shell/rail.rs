//! The rail of the desk: what this officer may open, in groups.

use super::Shell;

/// A group of the rail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RailGroup {
    /// What the group is about: `督查`.
    pub title: String,
    /// Its entries.
    pub entries: Vec<RailEntry>,
}

/// An entry of the rail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RailEntry {
    /// The path.
    pub href: &'static str,
    /// What it is called.
    pub label: String,
    /// How many wait there; nothing is shown for none.
    pub count: Option<u32>,
    /// Whether this page is there or below it: `page` or `true`.
    pub current: Option<&'static str>,
}

impl RailGroup {
    /// Leaves the mark at the entry nearest to this page: `/desk/visits/plan` is below
    /// `/desk/visits` too, and one mark is enough.
    pub(crate) fn mark_nearest(groups: &mut [Self]) {
        let entries = || groups.iter().flat_map(|group| &group.entries);
        let marked = entries().filter(|entry| entry.current.is_some());
        let nearest = marked.map(|entry| entry.href).max_by_key(|href| href.len());
        for entry in groups.iter_mut().flat_map(|group| &mut group.entries) {
            entry.current = entry.current.filter(|_| Some(entry.href) == nearest);
        }
    }
}

impl Shell {
    /// An entry of the rail, marked when this page is there. `key` is the key of its label.
    pub fn rail_entry(&self, href: &'static str, key: &str, count: Option<u32>) -> RailEntry {
        let current = self.current(href).filter(|mark| *mark == "page" || href != "/desk");
        RailEntry { href, label: self.say(key), count, current }
    }
}
