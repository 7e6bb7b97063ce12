//! The law that leaves name (日志所记法规): what the county had confirmed by then must be what its own
//! acts confirmed. Which files a build had is history that no store knows: any digest of them stands.

use super::VerifyError;
use super::difference::Difference;
use crate::conn::{Conn, on_either};
use crate::entry::{Entry, LawInForce};
use crate::law_change::county_term;
use qz_domain::law::{CountyLaw, CountyTerm};
use std::collections::VecDeque;

/// The county's law as it grew, leaf by leaf.
#[derive(Default)]
pub(super) struct LawTrail {
    /// What is still to be confirmed, by the act that does it.
    ahead: VecDeque<(i64, CountyTerm)>,
    county: CountyLaw,
    /// What the latest leaf named, as text; empty for a leaf of before there was a name.
    named: String,
    /// Whether that text still holds.
    holds: bool,
    /// The first leaf that named something else. Told last: where a change's own row was altered, that
    /// row is the cause.
    astray: Option<u64>,
}

impl LawTrail {
    /// Reads what was confirmed by which act. A row that cannot be read is told when its object is
    /// looked at.
    pub async fn read(conn: &mut Conn) -> Result<Self, VerifyError> {
        const SQL: &str = "
            select a.id, c.code, c.source, c.length, c.from_day
              from act a
              join law_change c on c.id = a.subject
             where a.kind = 'law_confirm' and a.subject_kind = 'law_change'
             order by a.id";
        type Row = (i64, String, String, String, String);

        let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
        let term = |(act, code, source, length, from): Row| {
            county_term((code, source), &length, &from).map(|term| (act, term))
        };
        let ahead = rows.into_iter().filter_map(term).collect();
        Ok(Self { ahead, ..Self::default() })
    }

    /// Holds what a leaf names against what was confirmed before its act, then lets the act confirm.
    pub fn pass(&mut self, (index, act): (u64, i64), named: &str, entry: &str) {
        if !self.holds || self.named != named {
            let law = Entry::read(entry).and_then(|entry| entry.law);
            let expected = LawInForce::of(&self.county).county;
            let follows = match law {
                Some(law) => law.county == expected,
                None => named.is_empty() && self.named.is_empty(),
            };
            if !follows {
                self.astray.get_or_insert(index);
            }
            named.clone_into(&mut self.named);
            self.holds = true;
        }
        while let Some((_, term)) = self.ahead.pop_front_if(|(at, _)| *at <= act) {
            self.county.add(term);
            self.holds = false;
        }
    }

    /// Refuses leaves that named another law.
    pub fn check(&self) -> Result<(), Difference> {
        match self.astray {
            Some(index) => Err(Difference::LeafLaw { index }),
            None => Ok(()),
        }
    }
}
