//! The desk's pages of what is filed for schemes (填报): fill in an item, say that nothing is owed, correct what was filed, write
//! into a register.

mod correct;
mod excuse;
mod file;
mod form;
mod registers;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::part::{Light, LightState};
use crate::query;
use crate::words::Words;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::filing::ItemState;
use qz_domain::id::{AdoptionId, FilingId};
use serde::Deserialize;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (make, write) = (Action::FilingMake, Action::EntryMake);
    let (excuse, correct) = (Action::FilingExcuse, Action::FilingCorrect);
    doors
        .rail("rail-schemes", "/desk/registers", "register-title", write)
        .door(Get, "/desk/filings/file", make, Scope::Reach, file::form)
        .door(Post, "/desk/filings/file", make, Scope::Reach, file::submit)
        .door(Get, "/desk/filings/excuse", excuse, Scope::Reach, excuse::form)
        .door(Post, "/desk/filings/excuse", excuse, Scope::Reach, excuse::submit)
        .door(Get, "/desk/filings/{id}/correct", correct, Scope::Reach, correct::form)
        .door(Post, "/desk/filings/{id}/correct", correct, Scope::Reach, correct::submit)
        .door(Get, "/desk/registers", write, Scope::Reach, registers::list)
        .door(Get, "/desk/registers/write", write, Scope::Reach, file::form)
        .door(Post, "/desk/registers/write", write, Scope::Reach, file::submit)
}

/// Which item something is filed for.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::page) struct Item {
    /// The version of the scheme.
    pub adoption: AdoptionId,
    /// The element, by its title.
    pub element: String,
    /// The first day of its cycle.
    pub cycle: Date,
    /// The unit's code.
    pub unit: String,
    /// What it answers, where its cycle does not ask for it.
    pub answers: Option<FilingId>,
}

impl Item {
    /// The address of a page about it.
    pub fn at(&self, path: &str) -> String {
        let at = query::with(path, "adoption", &self.adoption.to_string());
        let at = query::with(&at, "element", &self.element);
        let at = query::with(&at, "cycle", &self.cycle.to_string());
        let at = query::with(&at, "unit", &self.unit);
        match self.answers {
            Some(answers) => query::with(&at, "answers", &answers.to_string()),
            None => at,
        }
    }
}

/// Where an item stands, as a light.
pub(in crate::page) fn state_light(words: Words, state: ItemState) -> Light {
    let light = match state {
        ItemState::Late => LightState::Stop,
        ItemState::Filed => LightState::Ok,
        ItemState::Waiting | ItemState::FiledLate => LightState::Warn,
        ItemState::Excused => LightState::None,
    };
    Light::new(light, words.term(state))
}
