//! Draws (随机抽取): which units are visited is decided by nobody. What is drawn follows by the rule of
//! `qz-engine` from terms that were bound before, two parties' entries and a later checkpoint of the log.
//!
//! 公布承诺 → 第一方录入 → 第二方录入 → 抽取; whatever is not drawn yet may be called off with a reason,
//! and the next file counts it. Of a sealed draw (暗访) nobody but the planners reads more than that it
//! is there, until every drawn unit was visited.

mod refusal;
mod transition;

pub use refusal::DrawRefusal;
pub use transition::{Step, TRANSITIONS};

use crate::id::{DrawId, PersonId, UnitId};
use crate::number::DocumentNumber;
use crate::spelled;
use jiff::Timestamp;
use jiff::civil::Date;

spelled! {
    /// Where a draw stands (环节).
    Stage {
        /// 待抽签词: the commitment is announced.
        Announced = "announced", "待抽签词";
        /// 待第二方: one party typed an entry.
        EnteredOnce = "entered_once", "待第二方";
        /// 待检查点: both did; the next checkpoint of the log decides.
        Entered = "entered", "待检查点";
        /// 已抽取
        Drawn = "drawn", "已抽取";
        /// 已取消: called off, and counted.
        CalledOff = "called_off", "已取消";
    }
}

spelled! {
    /// Who reads a draw (公开与封存).
    Cover {
        /// 公开: anybody, from the announcement on.
        Open = "open", "公开";
        /// 暗访封存: the planners, until every drawn unit was visited.
        Sealed = "sealed", "暗访封存";
    }
}

/// The most characters of the purpose.
pub const PURPOSE_MOST: usize = 200;

/// A draw as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// Number in the store.
    pub id: DrawId,
    /// The office that draws.
    pub organ: UnitId,
    /// Its number among those of the office.
    pub number: DocumentNumber,
    /// What for.
    pub purpose: String,
    /// Whether it is for covert visits, and read by the planners alone until they were made.
    pub is_sealed: bool,
    /// Where it stands.
    pub stage: Stage,
    /// How many are drawn.
    pub take: usize,
    /// Those who may be drawn, in the order they are numbered in.
    pub pool: Vec<Pooled>,
    /// The salt of the commitment: 64 hexadecimal digits, told once it is drawn.
    pub salt: String,
    /// What was announced: 64 hexadecimal digits.
    pub commitment: String,
    /// What the parties typed, in order.
    pub entries: Vec<DrawEntry>,
    /// The signed checkpoint that decided; empty before.
    pub checkpoint: String,
    /// What follows from all of that: 64 hexadecimal digits; empty before.
    pub seed: String,
    /// The places in the pool that were drawn, counted from 0, the first drawn first.
    pub drawn: Vec<usize>,
    /// How many draws of the office and year were called off before it was drawn.
    pub called_off: i64,
    /// The instant from which a visit counts as one of this draw: the beginning of the day it was drawn.
    pub counts_from: Option<Timestamp>,
    /// The day its commitment was announced.
    pub announced_on: Date,
    /// The day of the latest step.
    pub latest_on: Date,
    /// Why it was called off; empty before.
    pub reason: String,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

/// One that may be drawn (签), as it was called when the terms were settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pooled {
    /// The unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// What one party typed (抽签词).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawEntry {
    /// Who typed it.
    pub person: PersonId,
    /// The party: the unit of their own post that day, by name.
    pub by: String,
    /// What they typed.
    pub text: String,
}

impl Draw {
    /// Those that were drawn, the first drawn first.
    pub fn drawn_units(&self) -> impl Iterator<Item = &Pooled> {
        self.drawn.iter().filter_map(|place| self.pool.get(*place))
    }

    /// What anybody may know of a sealed draw: that it is there, what was announced, where it stands.
    #[must_use]
    pub fn covered(self) -> Self {
        Self {
            purpose: String::new(),
            take: 0,
            pool: vec![],
            salt: String::new(),
            entries: vec![],
            checkpoint: String::new(),
            seed: String::new(),
            drawn: vec![],
            ..self
        }
    }

    /// Refuses a party that typed an entry already: the same person, or the same unit by another.
    ///
    /// # Errors
    /// Who or which unit did.
    pub fn must_be_another_party(
        &self,
        (person, name): (PersonId, &str),
        by: &str,
    ) -> Result<(), DrawRefusal> {
        if self.entries.iter().any(|entry| entry.person == person) {
            return Err(DrawRefusal::EnteredAlready { person: name.to_owned() });
        }
        if self.entries.iter().any(|entry| entry.by == by) {
            return Err(DrawRefusal::SameParty { unit: by.to_owned() });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn draw() -> Draw {
        let pooled = |at: i64| Pooled {
            unit: UnitId(at),
            code: format!("SH{at}"),
            name: format!("第{at}镇"),
        };
        let entry = DrawEntry {
            person: PersonId(7),
            by: "县纪委".to_owned(),
            text: "正月十六 晴".to_owned(),
        };
        Draw {
            id: DrawId(1),
            organ: UnitId(2),
            number: DocumentNumber { year: 2016, serial: 3 },
            purpose: "节后到岗".to_owned(),
            is_sealed: true,
            stage: Stage::EnteredOnce,
            take: 2,
            pool: (1..=3).map(pooled).collect(),
            salt: "7".repeat(64),
            commitment: "9".repeat(64),
            entries: vec![entry],
            checkpoint: String::new(),
            seed: String::new(),
            drawn: vec![2, 0],
            called_off: 0,
            counts_from: None,
            announced_on: date(2016, 2, 16),
            latest_on: date(2016, 2, 16),
            reason: String::new(),
            version: 2,
        }
    }

    #[test]
    fn the_drawn_come_in_the_order_they_were_drawn() {
        let codes: Vec<_> = draw().drawn_units().map(|one| one.code.clone()).collect();
        assert_eq!(codes, ["SH3", "SH1"]);
    }

    #[test]
    fn one_party_types_one_entry() {
        let party = |person, by| draw().must_be_another_party((PersonId(person), "甲"), by);
        let unit = "县纪委".to_owned();
        assert_eq!(party(8, "县总工会"), Ok(()));
        assert_eq!(party(8, "县纪委"), Err(DrawRefusal::SameParty { unit }));
        let person = "甲".to_owned();
        assert_eq!(party(7, "县总工会"), Err(DrawRefusal::EnteredAlready { person }));
    }

    #[test]
    fn what_is_covered_tells_neither_whom_nor_how_many() {
        let covered = draw().covered();
        assert_eq!((covered.commitment, covered.number), (draw().commitment, draw().number));
        assert!(covered.pool.is_empty() && covered.drawn.is_empty() && covered.purpose.is_empty());
        assert!(covered.salt.is_empty() && covered.entries.is_empty() && covered.take == 0);
    }
}
