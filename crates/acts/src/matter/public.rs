//! What anybody may know of matters: how many were upheld and decided, at which units, of which
//! ranks, with which measures. Never a name: that is for a bulletin alone.
//!
//! A post held by one person counts as a name (G8), and a unit has one head: so the row of a
//! decision on a person has rank and month, and neither unit nor number nor finding.

use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::accountability::Stage as Held;
use qz_domain::bulletin::{Kind, Stage as Told};
use qz_domain::finding::Stage;
use qz_domain::id::UnitId;
use qz_domain::number::{DocumentNumber, FindingNumber, VisitNumber};
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_store::accountability::{figure, list as held_list, tolerance};
use qz_store::bulletin::list as told_list;
use qz_store::finding::list as finding_list;
use qz_store::meeting;
use qz_store::review;

pub use qz_store::accountability::list::{AccountabilityFilter, AccountabilitySort, SubjectKind};
pub use qz_store::finding::list::{FindingFilter, FindingSort};
pub use qz_store::list::Page;
pub use qz_store::review::figure::Reviewed;
pub use qz_store::visit::list::NamedUnit;

/// The counts of a span of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MatterFigures {
    /// Findings borne out, wholly or in part, by the day of adjudication.
    pub findings: Vec<(Date, i64)>,
    /// Distinct units with a served decision on the unit itself, by the day of their first.
    pub units: Vec<(Date, i64)>,
    /// Served decisions on persons, by day.
    pub persons: Vec<(Date, i64)>,
    /// The same, by rank, highest first.
    pub ranks: Vec<(Rank, i64)>,
    /// The same, by footing.
    pub kinds: Vec<(PersonKind, i64)>,
    /// The same, by code of the measure.
    pub measures: Vec<(String, i64)>,
    /// Published bulletins on decisions.
    pub bulletins: i64,
    /// Published bulletins that their signer asked for; not among the others.
    pub self_requested: i64,
    /// Units and persons let off after an answer that the error is excused (容错免予), at any unit.
    pub excused: i64,
    /// Meetings that decided matters, at any organ, whose minutes are signed.
    pub meetings: i64,
    /// Reviews begun and served, at any unit.
    pub reviews: Reviewed,
}

impl MatterFigures {
    /// How many findings were borne out.
    pub fn findings_upheld(&self) -> i64 {
        sum(&self.findings)
    }

    /// How many units were held to account.
    pub fn units_held(&self) -> i64 {
        sum(&self.units)
    }

    /// How many decisions on persons were served (人次).
    pub fn decisions_on_persons(&self) -> i64 {
        sum(&self.persons)
    }
}

fn sum(counts: &[(Date, i64)]) -> i64 {
    counts.iter().map(|(_, count)| count).sum()
}

/// A finding that was borne out, as anybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicFinding {
    /// Its number.
    pub number: FindingNumber,
    /// The visit it comes from.
    pub visit: Option<VisitNumber>,
    /// Upheld or partly upheld.
    pub stage: Stage,
    /// The organ that looked into it.
    pub organ: NamedUnit,
    /// The unit it concerns.
    pub unit: NamedUnit,
    /// Adjudicated on.
    pub adjudicated_on: String,
}

/// A served decision, as anybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicDecision {
    /// The organ that decided.
    pub organ: NamedUnit,
    /// Whom it is on.
    pub subject: PublicSubject,
    /// Code of the measure.
    pub measure: String,
    /// The month of service, `2015-12`.
    pub month: String,
}

/// Whom a decision is on, as anybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicSubject {
    /// A unit, with what tells its decision apart.
    Unit {
        /// Which.
        unit: NamedUnit,
        /// The number of the decision.
        number: Option<DocumentNumber>,
        /// The finding it rests on.
        finding: FindingNumber,
        /// Served on.
        served_on: String,
    },
    /// A person: rank and footing, and nothing that tells which.
    Person(Rank, PersonKind),
}

impl Acts {
    /// The counts of the days `from` to `to`, both included, at one unit or at any.
    pub async fn matter_figures(
        &self,
        days: (Date, Date),
        unit: Option<UnitId>,
    ) -> Result<MatterFigures, ActError> {
        let mut conn = self.reader().await?;
        let findings = finding_list::borne_out(&mut conn, days, unit).await?;
        let held = figure::held(&mut conn, days, unit).await?;
        let told = |kind| told_list::BulletinFilter {
            stage: Some(Told::Published),
            kind: Some(kind),
            published: Some(days),
            ..told_list::BulletinFilter::default()
        };
        let all = [told_list::Seen::Published];
        let bulletins = told_list::count(&mut conn, &all, &told(Kind::Ordinary)).await?;
        let own = told_list::count(&mut conn, &all, &told(Kind::SelfRequested)).await?;
        let figure::Held { units, persons, ranks, kinds, measures } = held;
        let self_requested = own;
        let reviews = review::figure::reviewed(&mut conn, days).await?;
        let excused = tolerance::excused(&mut conn, days).await?;
        let meetings = meeting::held(&mut conn, days).await?;
        Ok(MatterFigures {
            findings,
            units,
            persons,
            ranks,
            kinds,
            measures,
            bulletins,
            self_requested,
            excused,
            meetings,
            reviews,
        })
    }

    /// The findings borne out: one page, and how many there are in all.
    pub async fn upheld_findings(
        &self,
        filter: &FindingFilter,
        sort: FindingSort,
        page: Page,
    ) -> Result<(Vec<PublicFinding>, i64), ActError> {
        let filter = FindingFilter { is_borne_out: true, words: None, ..filter.clone() };
        let seen = [finding_list::Seen::All];
        let mut conn = self.reader().await?;
        let (lines, total) = finding_list::page(&mut conn, &seen, &filter, sort, page).await?;
        let public = |line: finding_list::FindingLine| PublicFinding {
            number: line.number,
            visit: line.visit,
            stage: line.stage,
            organ: line.organ,
            unit: line.unit,
            adjudicated_on: line.adjudicated_on,
        };
        Ok((lines.into_iter().map(public).collect(), total))
    }

    /// The served decisions: one page, and how many there are in all. At one unit only those on the
    /// unit itself.
    pub async fn served_decisions(
        &self,
        filter: &AccountabilityFilter,
        sort: AccountabilitySort,
        page: Page,
    ) -> Result<(Vec<PublicDecision>, i64), ActError> {
        let stage = Some(Held::Served);
        let subject = if filter.unit.is_some() { Some(SubjectKind::Units) } else { filter.subject };
        let stands = true;
        let filter = AccountabilityFilter { stage, subject, stands, words: None, ..filter.clone() };
        let seen = [held_list::Seen::All];
        let mut conn = self.reader().await?;
        let (lines, total) = held_list::page(&mut conn, &seen, &filter, sort, page).await?;
        Ok((lines.into_iter().map(public_decision).collect(), total))
    }
}

fn public_decision(line: held_list::AccountabilityLine) -> PublicDecision {
    let month = line.served_on.get(..7).unwrap_or_default().to_owned();
    let subject = match line.person {
        Some(person) => PublicSubject::Person(person.rank, person.kind),
        None => PublicSubject::Unit {
            unit: line.unit,
            number: line.number,
            finding: line.finding,
            served_on: line.served_on,
        },
    };
    PublicDecision { organ: line.organ, subject, measure: line.measure, month }
}
