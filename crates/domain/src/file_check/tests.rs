//! Each rule speaks of a made-up file that breaks it, and none of a sound one.

use super::*;
use crate::accountability::Answerable;
use crate::bulletin::{self, Item};
use crate::evidence::MediaType;
use crate::id::{EvidenceId, FindingId, PersonId, UnitId};
use crate::rectification::{Basis, Extension};
use crate::spelled::Spelled;
use crate::term::{Deadline, Length};
use crate::visit::TeamMember;
use crate::weight::Weight;
use jiff::civil::date;
use jiff::{Timestamp, ToSpan};

const TODAY: Date = date(2015, 8, 20);

/// The parts of a file, to be broken one by one.
#[derive(Clone)]
struct Made {
    visit: Visit,
    evidence: Vec<Evidence>,
    finding: Finding,
    row: Accountability,
    service: Option<Service>,
    rectification: Rectification,
    bulletin: Bulletin,
}

impl Made {
    fn defects(&self) -> Vec<Defect> {
        let subjects = [(self.row.clone(), self.service.clone())];
        let file = CaseFile {
            visit: Some(&self.visit),
            evidence: &self.evidence,
            finding: &self.finding,
            subjects: &subjects,
            rectifications: std::slice::from_ref(&self.rectification),
            bulletins: std::slice::from_ref(&self.bulletin),
        };
        // Every term of a step made up here ends five days after it began.
        let ends = |from: Date| Due::Fixed(from.saturating_add(5.days()));
        let terms: Vec<_> =
            file.running().into_iter().map(|(_, from, place)| (ends(from), place)).collect();
        file.defects(&terms, TODAY).into_iter().map(|(defect, _)| defect).collect()
    }
}

fn until(due: Date) -> Deadline {
    Deadline { from: date(2015, 7, 1), length: Length::Days(10), due: Due::Fixed(due) }
}

fn visit() -> Visit {
    let signed =
        |person| TeamMember { person: PersonId(person), signed_at: Some(Timestamp::UNIX_EPOCH) };
    Visit {
        id: VisitId(1),
        number: "2015-0311".parse().unwrap(),
        organ: UnitId(1),
        unit: UnitId(2),
        manner: visit::Manner::Covert,
        planned_from: date(2015, 6, 1),
        planned_until: date(2015, 6, 9),
        draw: None,
        purpose: String::new(),
        stage: visit::Stage::Filed,
        visited_at: Some(Timestamp::UNIX_EPOCH),
        observed: "大厅无人。".to_owned(),
        outcome: None,
        told: String::new(),
        version: 3,
        filed_at: Some(Timestamp::UNIX_EPOCH),
        team: vec![signed(3), signed(4)],
    }
}

fn finding() -> Finding {
    Finding {
        id: FindingId(6),
        number: "2015-0071".parse().unwrap(),
        visit: Some(VisitId(1)),
        organ: UnitId(1),
        instead_of: None,
        handed_because: String::new(),
        weight: Weight::County,
        unit: UnitId(2),
        stage: finding::Stage::Upheld,
        facts: "大厅无人。".to_owned(),
        screening: String::new(),
        established: String::new(),
        in_favour: String::new(),
        ground: String::new(),
        reason: String::new(),
        registered_on: date(2015, 6, 10),
        screened_on: Some(date(2015, 6, 12)),
        verified_on: Some(date(2015, 6, 30)),
        adjudicated_on: Some(date(2015, 7, 4)),
        asked: None,
        inquiry: String::new(),
        reply: String::new(),
        term: None,
        extension: Extension::None,
        extension_reason: String::new(),
        receipt: None,
        handled_on: None,
        root: None,
        version: 4,
    }
}

fn row() -> Accountability {
    Accountability {
        id: AccountabilityId(5),
        finding: FindingId(6),
        organ: UnitId(1),
        instead_of: None,
        handed_because: String::new(),
        unit: UnitId(2),
        subject: Answerable::Unit,
        stage: accountability::Stage::Served,
        conduct: "未排班。".to_owned(),
        ground: String::new(),
        proposed: String::new(),
        noticed_on: date(2015, 7, 1),
        answer_due: until(date(2015, 7, 8)),
        statement: String::new(),
        answered_on: Some(date(2015, 7, 3)),
        response: String::new(),
        measure: String::new(),
        lasts: None,
        because: String::new(),
        decided_on: Some(date(2015, 7, 6)),
        number: None,
        served_on: Some(date(2015, 7, 7)),
        remedy_due: Some(until(date(2015, 8, 7))),
        version: 4,
    }
}

fn rectification() -> Rectification {
    Rectification {
        id: RectificationId(7),
        organ: UnitId(1),
        unit: UnitId(2),
        basis: Basis::Finding(FindingId(6)),
        stage: Stage::Planned,
        item: "补排值班。".to_owned(),
        standard: "记录可查。".to_owned(),
        ordered_on: date(2015, 7, 10),
        plan_due: until(date(2015, 7, 20)),
        due: until(date(2015, 9, 10)),
        plan: "按周排班。".to_owned(),
        extension: Extension::None,
        extended_to: None,
        extension_reason: String::new(),
        claim: String::new(),
        claimed_on: None,
        recheck_due: None,
        closed_on: None,
        revisit_due: None,
        returns: 0,
        latest_on: date(2015, 7, 15),
        version: 2,
    }
}

fn bulletin() -> Bulletin {
    Bulletin {
        id: BulletinId(8),
        organ: UnitId(1),
        kind: bulletin::Kind::Ordinary,
        scope: bulletin::Scope::County,
        stage: bulletin::Stage::Published,
        title: "通报".to_owned(),
        lead: String::new(),
        close: String::new(),
        on: None,
        number: None,
        drafted_on: date(2015, 7, 20),
        latest_on: date(2015, 7, 30),
        signed_on: Some(date(2015, 7, 28)),
        published_on: Some(date(2015, 7, 30)),
        expiry: Some(until(date(2016, 1, 30))),
        version: 5,
        items: vec![Item {
            accountability: AccountabilityId(5),
            naming: "屡次".to_owned(),
            outcome: None,
        }],
        faults: vec![],
        plan: vec![],
        assessment: None,
        corrections: vec![],
    }
}

fn sound() -> Made {
    let file = Evidence {
        id: EvidenceId(2),
        name: "a.png".to_owned(),
        media_type: MediaType::Png,
        hash: "0".repeat(64),
        size: 12,
        added_at: Timestamp::UNIX_EPOCH,
    };
    Made {
        visit: visit(),
        evidence: vec![file],
        finding: finding(),
        row: row(),
        service: Some(Service { manner: Manner::Signed, witnesses: vec![] }),
        rectification: rectification(),
        bulletin: bulletin(),
    }
}

/// A way to break a file.
type Breaks = fn(&mut Made);

/// A sound file, broken in one way.
fn broken(how: Breaks) -> Vec<Defect> {
    let mut made = sound();
    how(&mut made);
    made.defects()
}

#[test]
fn a_sound_file_has_no_defect() {
    assert_eq!(sound().defects(), []);
}

#[test]
fn each_rule_speaks_of_the_file_that_breaks_it_and_no_other_does() {
    use Defect as D;
    let cases: [(D, Breaks); 10] = [
        (D::SecondSignature, |made| made.visit.team[1].signed_at = None),
        (D::Evidence, |made| made.evidence[0].size = 0),
        (D::Unheard, |made| made.row.answered_on = None),
        (D::TermPassed, |made| made.row.stage = accountability::Stage::Decided),
        (D::WindowPassed, |made| {
            made.finding.stage = finding::Stage::Verified;
            made.row.stage = accountability::Stage::Noticed;
            (made.row.answered_on, made.row.decided_on) = (None, None);
        }),
        (D::Receipt, |made| made.service = None),
        (D::RemedyDay, |made| made.row.remedy_due = None),
        (D::Overdue, |made| made.rectification.due = until(date(2015, 8, 19))),
        (D::RecheckPassed, |made| {
            made.rectification.stage = Stage::Claimed;
            made.rectification.recheck_due = Some(until(date(2015, 8, 19)));
        }),
        (D::NameUntil, |made| made.bulletin.expiry = None),
    ];
    for (defect, how) in cases {
        assert_eq!(broken(how), [defect]);
    }
    assert_eq!(cases.len(), <D as Spelled>::ALL.len());
}

#[test]
fn each_step_that_is_to_come_has_the_term_of_its_day() {
    use finding::Stage::{Registered, Verifying};
    let mut made = sound();
    let running = |made: &Made| {
        let subjects = [(made.row.clone(), None)];
        let Made { visit, finding, .. } = made;
        let visit = Some(visit);
        let (evidence, rectifications, bulletins) = (&[], &[], &[]);
        let file =
            CaseFile { visit, evidence, finding, subjects: &subjects, rectifications, bulletins };
        file.running().into_iter().map(|(code, from, _)| (code, from)).collect::<Vec<_>>()
    };
    assert_eq!(running(&made), []);
    made.finding.stage = Registered;
    assert_eq!(running(&made), [("finding_screen", date(2015, 6, 10))]);
    made.finding.stage = Verifying;
    assert_eq!(running(&made), [("finding_verify", date(2015, 6, 12))]);
    made.finding.stage = finding::Stage::Partly;
    made.row.stage = accountability::Stage::Waived;
    assert_eq!(running(&made), [("upheld_decide", date(2015, 7, 4))]);
    made.row.stage = accountability::Stage::Decided;
    assert_eq!(running(&made), [("serve_decision", date(2015, 7, 6))]);
}

#[test]
fn what_was_left_before_one_witness_lacks_a_receipt() {
    let refused = |made: &mut Made| {
        let witnesses = vec!["甲".to_owned()];
        made.service = Some(Service { manner: Manner::Refused, witnesses });
    };
    assert_eq!(broken(refused), [Defect::Receipt]);
}

#[test]
fn a_unit_named_without_a_person_needs_no_last_day() {
    assert_eq!(
        broken(|made| {
            made.bulletin.items[0].naming.clear();
            made.bulletin.expiry = None;
        }),
        []
    );
}
