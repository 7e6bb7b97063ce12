//! The timeline: what was promised and what happened. Solid has happened, hollow has not.

use super::{Light, Link};
use crate::format::TimeTag;
use crate::words::Words;
use askama::Template;

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// It happened.
    Done,
    /// It is the next one.
    Next,
    /// It comes later.
    Later,
}

impl StepState {
    fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Next => "next",
            Self::Later => "plan",
        }
    }
}

/// A step of a timeline.
#[derive(Debug, Clone)]
pub struct Step {
    /// How far it has come.
    pub state: StepState,
    /// When it happened; a step to come shows "next" or "later" instead.
    pub when: Option<TimeTag>,
    /// What it is, and where to read it when there is more.
    pub title: Link,
    /// Who did it or will, and the like: a line each.
    pub lines: Vec<String>,
    /// Until when it had to be done.
    pub term: Option<TimeTag>,
    /// How it stands to its term.
    pub light: Option<Light>,
    /// Its papers and its leaf.
    pub papers: Vec<Link>,
}

impl Step {
    /// A step with its title; an empty `href` is no link.
    pub fn new(state: StepState, when: Option<TimeTag>, title: Link) -> Self {
        Self { state, when, title, lines: vec![], term: None, light: None, papers: vec![] }
    }
}

/// The steps of a matter, in order.
#[derive(Debug, Clone, Template)]
#[template(path = "part/timeline.html")]
pub struct Timeline {
    words: Words,
    steps: Vec<Step>,
}

impl Timeline {
    /// A timeline.
    pub fn new(words: Words, steps: Vec<Step>) -> Self {
        Self { words, steps }
    }
}
