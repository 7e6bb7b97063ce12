//! Items that something opens besides a cycle (逢): entries of a scheme's registers, and what somebody asked about a prompt.
//! Nothing of it is stored twice: an item is there because what opened it was filed.

use super::Scheme;
use crate::adoption::concern;
use crate::filing::Reader;
use crate::power;
use crate::prompt::is_about;
use qz_domain::action::Action;
use qz_domain::calendar::Calendar;
use qz_domain::filing::{Filing, FilingKind};
use qz_domain::id::FilingId;
use qz_domain::power::Concern;
use qz_domain::prompt::Prompt;
use qz_engine::run::{Turn, opened};
use qz_mechanism::block::Block;
use qz_mechanism::event::{Opens, is_for_another};
use qz_mechanism::grammar::Kind;
use std::collections::HashSet;

/// An item that something opened.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opening<'a> {
    /// The element, since when, and by when.
    pub turn: Turn<'a>,
    /// What opened it: its unit owes it, or whoever it asks in person.
    pub opener: &'a Filing,
}

/// The items that filings open: for every entry all elements that entries open, for a question what it asks.
pub(crate) fn openings<'a>(
    scheme: &'a Scheme,
    filings: &'a [Filing],
    calendar: &Calendar,
) -> Vec<Opening<'a>> {
    let mut found = vec![];
    for one in filings {
        let opened_by = |element| Opening { turn: opened(element, one, calendar), opener: one };
        let is_asked = one.kind == FilingKind::Asked;
        let register = entered(scheme, one);
        let elements = scheme.mechanism.elements().filter(|element| match Opens::of(element) {
            Some(Opens::Entry) => {
                register.is_some_and(|register| scheme.mechanism.is_opened_by(element, register))
            }
            Some(Opens::Prompt) => is_asked && element.title() == one.element,
            None => false,
        });
        found.extend(elements.map(opened_by));
    }
    found
}

/// Filings without the questions about prompts that were dealt with: what was dismissed is shown to nobody, and of what became
/// a finding nothing more is asked here. What was answered goes with its question.
pub(crate) fn standing(filings: Vec<Filing>, dealt: &[Prompt]) -> Vec<Filing> {
    let is_dealt = |one: &Filing| {
        let of = |prompt: &Prompt| {
            prompt.cycle == one.cycle && is_about(one, (&prompt.element, &prompt.subject))
        };
        // One without words is erased.
        one.kind == FilingKind::Asked && (one.fields.is_empty() || dealt.iter().any(of))
    };
    let gone: HashSet<FilingId> =
        filings.iter().filter(|one| is_dealt(one)).map(|one| one.id).collect();
    let stays = |one: &Filing| {
        !gone.contains(&one.id) && one.answers.is_none_or(|answers| !gone.contains(&answers))
    };
    filings.into_iter().filter(stays).collect()
}

/// The register that a filing is an entry of, and no correction of one: what that says was opened before.
fn entered<'a>(scheme: &'a Scheme, one: &Filing) -> Option<&'a Block> {
    let register = scheme.mechanism.element(&one.element)?;
    let is_entry = one.kind == FilingKind::Filled && one.corrects.is_none();
    (is_entry && register.kind() == Some(Kind::Register)).then_some(register)
}

impl Opening<'_> {
    /// Whether somebody is told of it at all; `own` is its unit.
    pub fn is_seen(&self, reader: &Reader<'_>, scheme: &Scheme, own: &Concern) -> bool {
        let (actor, opener) = (reader.actor, self.opener);
        if scheme.mechanism.is_sealed(self.turn.element) {
            let reads = power::may(actor, Action::SealedEntryRead, own);
            return reads && reader.may_read(scheme, opener, own);
        }
        let runs = concern(&scheme.adoption, &scheme.unit);
        opener.asked.is_none()
            || opener.asked == actor.person
            || power::may(actor, Action::PromptRead, &runs)
    }

    /// Whether somebody may file for it.
    pub fn may_file(&self, reader: &Reader<'_>, scheme: &Scheme, own: &Concern) -> bool {
        let (actor, opener) = (reader.actor, self.opener);
        if opener.asked.is_some() {
            return opener.asked == actor.person && power::may(actor, Action::EntryMake, own);
        }
        let is_own = is_for_another(self.turn.element) && actor.person == Some(opener.by);
        self.is_seen(reader, scheme, own) && !is_own && power::may(actor, Action::FilingMake, own)
    }
}
