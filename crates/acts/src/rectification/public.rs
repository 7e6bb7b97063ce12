//! What anybody may know of rectifications: which unit, what stage, which days, and what was promised in a
//! public bulletin. What rests on a finding is told without its words: they may name somebody.

use super::view::{RectificationLine, lines};
use crate::{ActError, Acts};
use qz_domain::id::BulletinId;
use qz_domain::instant;
use qz_domain::rectification::{Basis, Check, Outcome, Stage};
use qz_store::rectification::checks;

/// What of them is counted and listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Told {
    /// Everything that was ordered.
    #[default]
    Ordered,
    /// What stands as put right.
    Closed,
    /// What stands as put right and was so in time.
    InTime,
    /// What was returned at least once.
    Returned,
    /// What a revisit found to last.
    Revisited,
    /// What a revisit once found not to last.
    Reopened,
}

impl Told {
    /// Each of them.
    pub const ALL: [Self; 6] = [
        Self::Ordered,
        Self::Closed,
        Self::InTime,
        Self::Returned,
        Self::Revisited,
        Self::Reopened,
    ];

    /// Its code in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::Closed => "closed",
            Self::InTime => "in_time",
            Self::Returned => "returned",
            Self::Revisited => "revisited",
            Self::Reopened => "reopened",
        }
    }

    /// Whether a rectification is among them.
    pub fn holds(self, line: &RectificationLine) -> bool {
        let one = &line.rectification;
        match self {
            Self::Ordered => true,
            Self::Closed => one.stage.is_done(),
            Self::InTime => one.stage.is_done() && one.is_in_time() == Some(true),
            Self::Returned => one.returns > 0,
            Self::Revisited => one.stage == Stage::Lasting,
            Self::Reopened => line.was_reopened,
        }
    }
}

impl Acts {
    /// Every rectification, the latest step first.
    pub async fn told_rectifications(&self) -> Result<Vec<RectificationLine>, ActError> {
        let today = instant::day(self.now());
        lines(&mut self.reader().await?, today).await
    }

    /// What the promises of a bulletin came to, each with what its revisit found.
    pub async fn promises_kept(
        &self,
        id: BulletinId,
    ) -> Result<Vec<(RectificationLine, Option<Check>)>, ActError> {
        let found = self.rectifications_of_bulletin(id).await?;
        let mut conn = self.reader().await?;
        let mut kept = vec![];
        for line in found {
            let mut all = checks(&mut conn, line.rectification.id).await?;
            all.retain(|check| matches!(check.outcome, Outcome::Lasts | Outcome::Reopen));
            kept.push((line, all.pop()));
        }
        Ok(kept)
    }
}

impl RectificationLine {
    /// Which promise it rests on, from 1; none when it rests on a finding.
    pub fn promise(&self) -> Option<i64> {
        match self.rectification.basis {
            Basis::Promise(_, place) => Some(place),
            Basis::Finding(_) => None,
        }
    }

    /// What is to be put right, where anybody may read it: it was promised in public.
    pub fn told_item(&self) -> Option<(BulletinId, &str)> {
        match self.rectification.basis {
            Basis::Promise(bulletin, _) => Some((bulletin, &self.rectification.item)),
            Basis::Finding(_) => None,
        }
    }
}
