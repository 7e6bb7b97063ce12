//! The file check (案卷体检): what is missing in the file of a case, by rule. It points; people mend. It counts
//! nothing against anybody.

use crate::accountability::{self, Accountability, Manner, Service};
use crate::bulletin::Bulletin;
use crate::evidence::Evidence;
use crate::finding::{self, Finding};
use crate::id::{AccountabilityId, BulletinId, FindingId, RectificationId, VisitId};
use crate::rectification::{Lamp, Rectification, Stage, lamp};
use crate::spelled;
use crate::term::Due;
use crate::visit::{self, Visit};
use jiff::civil::Date;

spelled! {
    /// Something that a file lacks (案卷缺项).
    Defect {
        /// 缺第二人签名: fewer than two signed the visit (督查工作条例: 两人以上).
        SecondSignature = "second_signature", "缺第二人签名";
        /// 佐证缺原文: a file without its hash or without bytes.
        Evidence = "evidence", "佐证缺原文";
        /// 未听取即议定: decided before a statement, a waiver or the end of the window (政务处分法 43).
        Unheard = "unheard", "未听取即议定";
        /// 办理超期: a step is due by law or by the county, and was not done.
        TermPassed = "term_passed", "办理超期";
        /// 陈述期满未办: the window for a statement has passed, and nothing followed.
        WindowPassed = "window_passed", "陈述期满未办";
        /// 送达缺回证: served without a receipt, or left without two witnesses.
        Receipt = "receipt", "送达缺回证";
        /// 缺救济期限: served without the last day to ask for a review.
        RemedyDay = "remedy_day", "缺救济期限";
        /// 整改逾期未延: past its day, and no more time was granted.
        Overdue = "overdue", "整改逾期未延";
        /// 复核超期: said to be put right, and not re-checked in time.
        RecheckPassed = "recheck_passed", "复核超期";
        /// 点名无期限: a published name without the day it goes.
        NameUntil = "name_until", "点名无期限";
    }
}

/// Where a defect is mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// At the visit.
    Visit(VisitId),
    /// At the finding.
    Finding(FindingId),
    /// At an accountability.
    Accountability(AccountabilityId),
    /// At a rectification.
    Rectification(RectificationId),
    /// At a bulletin.
    Bulletin(BulletinId),
}

/// The file of a case, as far as the rules look at it.
#[derive(Debug, Clone, Copy)]
pub struct CaseFile<'a> {
    /// The visit it comes from; `None` where the unit saw it itself.
    pub visit: Option<&'a Visit>,
    /// The files of the visit.
    pub evidence: &'a [Evidence],
    /// The finding.
    pub finding: &'a Finding,
    /// Who answers for it, each with how the decision was served.
    pub subjects: &'a [(Accountability, Option<Service>)],
    /// What is to be put right.
    pub rectifications: &'a [Rectification],
    /// Where its decisions are made known.
    pub bulletins: &'a [Bulletin],
}

/// A term that runs for a step: its code in the law, from which day, where the step is done.
pub type Running = (&'static str, Date, Place);

impl CaseFile<'_> {
    /// The terms that run for the next steps.
    pub fn running(&self) -> Vec<Running> {
        use accountability::Stage as At;
        let it = self.finding;
        let place = Place::Finding(it.id);
        let next = match it.stage {
            finding::Stage::Registered => Some(("finding_screen", Some(it.registered_on))),
            finding::Stage::Verifying => Some(("finding_verify", it.screened_on)),
            _ => None,
        };
        let next = next.and_then(|(code, from)| from.map(|from| (code, from, place)));
        let of_row = |(row, _): &(Accountability, Option<Service>)| {
            let (code, from) = match row.stage {
                At::Noticed | At::Answered | At::Waived if it.stage.is_borne_out() => {
                    ("upheld_decide", it.adjudicated_on)
                }
                At::Decided => ("serve_decision", row.decided_on),
                _ => return None,
            };
            from.map(|from| (code, from, Place::Accountability(row.id)))
        };
        next.into_iter().chain(self.subjects.iter().filter_map(of_row)).collect()
    }

    /// What is missing on a day, in the order of the file. `terms` are those that run, with when each ends.
    pub fn defects(&self, terms: &[(Due, Place)], today: Date) -> Vec<(Defect, Place)> {
        let mut found = self.of_visit();
        let passed = terms.iter().filter(|(due, _)| has_passed(*due, today));
        found.extend(passed.map(|(_, place)| (Defect::TermPassed, *place)));
        for (row, service) in self.subjects {
            let place = Place::Accountability(row.id);
            let lacks = of_accountability(row, service.as_ref(), today);
            found.extend(lacks.into_iter().map(|defect| (defect, place)));
        }
        for one in self.rectifications {
            let place = Place::Rectification(one.id);
            found.extend(of_rectification(one, today).map(|defect| (defect, place)));
        }
        let nameless = |one: &&Bulletin| {
            one.published_on.is_some() && one.shows_somebody() && one.expiry.is_none()
        };
        let open = self.bulletins.iter().filter(nameless);
        found.extend(open.map(|one| (Defect::NameUntil, Place::Bulletin(one.id))));
        found
    }

    fn of_visit(&self) -> Vec<(Defect, Place)> {
        let Some(visit) = self.visit else { return vec![] };
        let place = Place::Visit(visit.id);
        let signed = visit.team.iter().filter(|member| member.signed_at.is_some()).count();
        let is_filed = visit.stage == visit::Stage::Filed;
        let is_whole = |file: &Evidence| file.hash.len() == 64 && file.size > 0;
        let lacks = [
            (is_filed && signed < 2, Defect::SecondSignature),
            (!self.evidence.iter().all(is_whole), Defect::Evidence),
        ];
        lacks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, defect)| (defect, place)).collect()
    }
}

fn of_accountability(row: &Accountability, service: Option<&Service>, today: Date) -> Vec<Defect> {
    let is_served = row.stage == accountability::Stage::Served;
    let has_receipt = service
        .is_some_and(|service| service.manner == Manner::Signed || service.witnesses.len() >= 2);
    let is_open = row.stage == accountability::Stage::Noticed;
    let lacks = [
        (row.decided_on.is_some_and(|day| !row.is_heard(day)), Defect::Unheard),
        (is_open && has_passed(row.answer_due.due, today), Defect::WindowPassed),
        (is_served && !has_receipt, Defect::Receipt),
        (is_served && row.remedy_due.is_none(), Defect::RemedyDay),
    ];
    lacks.into_iter().filter(|(is_so, _)| *is_so).map(|(_, defect)| defect).collect()
}

fn of_rectification(one: &Rectification, today: Date) -> Option<Defect> {
    let is_late = lamp(one, today) == Lamp::Overdue;
    let is_claimed = one.stage == Stage::Claimed;
    is_late.then_some(if is_claimed { Defect::RecheckPassed } else { Defect::Overdue })
}

/// Whether a term has ended; one that waits for a year's calendar has not.
fn has_passed(due: Due, today: Date) -> bool {
    due.is_over(today)
}

#[cfg(test)]
mod tests;
