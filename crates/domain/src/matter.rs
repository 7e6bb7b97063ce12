//! What every procedure of a matter shares: the hands it went through (经手), and who of them may
//! not touch it again (G1 分离).
//!
//! Ground: 政务处分法 42, 43; 政府督查工作条例 17. Both who acts and who keys it count as hands.

mod hand_over;
mod refusal;

pub use hand_over::{HandOver, Handing};
pub use refusal::MatterRefusal;

use crate::id::{PersonId, UnitId};
use crate::refusal::Refusal;
use crate::spelled;
use crate::visit::Inspector;

spelled! {
    /// The part somebody took in a matter (环节角色).
    Part {
        /// 发现: was on the visit that saw it.
        Found = "found", "发现";
        /// 登记: registered the finding.
        Registered = "registered", "登记";
        /// 初筛: decided whether it is looked into.
        Screened = "screened", "初筛";
        /// 申请延长: asked for more time to fix the facts.
        Prolonged = "prolonged", "申请延长核实";
        /// 移送: handed it to the competent organ.
        Transferred = "transferred", "移送";
        /// 转办: handed it to another organ, or decided that.
        HandedOver = "handed_over", "转办";
        /// 核实: fixed the facts.
        Verified = "verified", "核实";
        /// 认定: said whether it is borne out.
        Adjudicated = "adjudicated", "认定";
        /// 提议告知: proposed a measure and gave notice of it.
        Proposed = "proposed", "提议告知";
        /// 单位内告知: gave notice in a light procedure.
        Told = "told", "单位内告知";
        /// 明确责任链: said who answers for what.
        Laid = "laid", "明确责任链";
        /// 听取: took down the statement.
        Heard = "heard", "听取";
        /// 议定: sat on the panel that decided.
        Decided = "decided", "议定";
        /// 简易议定: in a light procedure said whether it is borne out, or decided on it.
        Settled = "settled", "简易议定";
        /// 送达: handed the decision over.
        Served = "served", "送达";
        /// 澄清: told whoever was given notice that it is unfounded.
        Cleared = "cleared", "澄清";
        /// 拟稿: drafted the bulletin.
        Drafted = "drafted", "拟稿";
        /// 核校: checked it against its decisions.
        Checked = "checked", "核校";
        /// 隐私审查: weighed what may be public.
        Reviewed = "reviewed", "隐私审查";
        /// 受理复核: took a request for a review in, or did not, or opened one.
        ReviewTaken = "review_taken", "受理复核";
        /// 复核议定: sat on the panel of a review.
        ReviewDecided = "review_decided", "复核议定";
        /// 送达复核决定: handed over what it decided.
        ReviewServed = "review_served", "送达复核决定";
        /// 重作议定: sat on the panel that decided anew what a review sent back.
        Redecided = "redecided", "重作议定";
        /// 更正通报: corrected or withdrew a published bulletin.
        Corrected = "corrected", "更正通报";
        /// 会签: counter-signed a bulletin on the one who signs it.
        Countersigned = "countersigned", "会签";
        /// 签发: signed it.
        Signed = "signed", "签发";
        /// 发布: published it.
        Published = "published", "发布";
        /// 撤稿: called it off.
        CalledOff = "called_off", "撤稿";
        /// 刊发: put an article before the public.
        Issued = "issued", "刊发";
        /// 撤下: took an article, or a proposal, away again.
        Withdrawn = "withdrawn", "撤下";
        /// 提出: proposed a change of the county's law.
        Moved = "moved", "提出";
        /// 审定: said yes or no to one.
        Ruled = "ruled", "审定";
        /// 确认: confirmed a monthly report for the unit.
        Confirmed = "confirmed", "确认";
        /// 退回: returned a monthly report to the unit.
        Returned = "returned", "退回";
        /// 下达: ordered a rectification.
        Ordered = "ordered", "下达整改";
        /// 方案: said how the unit puts it right, or asked for more time.
        Planned = "planned", "整改方案";
        /// 答复延期: said yes or no to more time.
        Extended = "extended", "答复延期";
        /// 申请销号: said that it is put right.
        Claimed = "claimed", "申请销号";
        /// 复核: checked whether it is.
        Rechecked = "rechecked", "整改复核";
        /// 回访: looked again whether it lasts.
        Revisited = "revisited", "整改回访";
        /// 推荐、提请: nominated or proposed for a list.
        Nominated = "nominated", "推荐提请";
        /// 榜单公示: put an entry of a list before the public.
        Noticed = "noticed", "榜单公示";
        /// 榜单异议: objected to an entry, or took an objection down.
        Objected = "objected", "榜单异议";
        /// 答复异议: answered an objection to an entry.
        Answered = "answered", "答复异议";
    }
}

/// A part somebody took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// Who.
    pub person: PersonId,
    /// In which part.
    pub part: Part,
    /// Whether they only keyed what others did.
    pub is_keyed: bool,
    /// Whether they were away and somebody acted for them (代为办理): it counts as their part too.
    pub is_absent: bool,
}

/// The parts before a decision: whoever took one does not sit on the panel that decides.
const BEFORE_DECIDING: &[Part] = &[
    Part::Found,
    Part::Registered,
    Part::Screened,
    Part::Verified,
    Part::Adjudicated,
    Part::Proposed,
    Part::Told,
    Part::Laid,
    Part::Settled,
];

/// The parts of a decision: whoever took one does not decide anew what a review sent back.
const BEFORE_DECIDING_ANEW: &[Part] = &[
    Part::Found,
    Part::Registered,
    Part::Screened,
    Part::Verified,
    Part::Adjudicated,
    Part::Proposed,
    Part::Told,
    Part::Laid,
    Part::Decided,
    Part::Settled,
    Part::ReviewDecided,
];

/// The parts of a matter: whoever took one does not sit on the panel of its review (政府督查工作条例 17).
const BEFORE_A_REVIEW: &[Part] = &[
    Part::Found,
    Part::Registered,
    Part::Screened,
    Part::Verified,
    Part::Adjudicated,
    Part::Proposed,
    Part::Told,
    Part::Laid,
    Part::Heard,
    Part::Decided,
    Part::Settled,
    Part::Redecided,
    Part::Served,
    Part::Drafted,
    Part::Signed,
];

impl Part {
    /// The parts after which nobody may take this one.
    pub fn barred_by(self) -> &'static [Self] {
        use Part::{
            Adjudicated, Decided, Drafted, Found, Laid, Proposed, Redecided, Registered,
            ReviewDecided, Screened, Settled, Signed, Told, Verified,
        };
        match self {
            Self::Screened | Self::Served | Self::Cleared | Self::Transferred => &[Found],
            Self::Verified => &[Found, Registered, Screened, Self::Extended, Self::Nominated],
            Self::Prolonged => &[Found, Registered, Screened],
            Self::Noticed => &[Self::Nominated],
            Self::Answered => &[Verified, Self::Nominated, Self::Objected],
            Self::Proposed | Self::Laid | Self::ReviewTaken => {
                &[Found, Adjudicated, Decided, Settled, Redecided]
            }
            Self::Told => &[Settled, Redecided],
            Self::Adjudicated | Self::Settled => {
                &[Found, Registered, Screened, Verified, Proposed, Told, Laid]
            }
            Self::Decided => BEFORE_DECIDING,
            Self::Redecided => BEFORE_DECIDING_ANEW,
            Self::ReviewDecided => BEFORE_A_REVIEW,
            Self::ReviewServed => &[Found, ReviewDecided],
            Self::Checked | Self::Reviewed | Self::Countersigned | Self::Issued => &[Drafted],
            Self::Signed => &[Drafted, Self::Reviewed],
            Self::Published => &[Signed],
            Self::Ruled => &[Self::Moved],
            Self::Confirmed => &[Self::Returned],
            Self::Returned => &[Self::Confirmed],
            Self::Planned | Self::Claimed => &[Self::Ordered, Self::Extended, Self::Rechecked],
            Self::Extended => &[Self::Planned, Self::Claimed, Self::Prolonged],
            Self::Rechecked | Self::Revisited => &[Self::Ordered, Self::Planned, Self::Claimed],
            Self::Found
            | Self::Registered
            | Self::HandedOver
            | Self::Heard
            | Self::Corrected
            | Self::Drafted
            | Self::CalledOff
            | Self::Withdrawn
            | Self::Moved
            | Self::Ordered
            | Self::Nominated
            | Self::Objected => &[],
        }
    }
}

/// Refuses a person who took a part that bars the one they are to take now.
///
/// `name` is theirs, for the refusal.
///
/// # Errors
/// Which earlier part stands in the way.
pub fn separate(
    (person, name): (PersonId, &str),
    part: Part,
    hands: &[Hand],
) -> Result<(), Refusal> {
    let barred = part.barred_by();
    let earlier = hands.iter().find(|hand| hand.person == person && barred.contains(&hand.part));
    match earlier {
        Some(hand) => {
            let person = name.to_owned();
            Err(MatterRefusal::TookPart { person, earlier: hand.part, now: part }.into())
        }
        None => Ok(()),
    }
}

/// What somebody must have no tie to (G2 回避).
#[derive(Debug, Clone, Copy)]
pub struct Concerned<'a> {
    /// The organ whose matter it is; to belong to it is no tie.
    pub organ: UnitId,
    /// The unit concerned, and its name.
    pub unit: (UnitId, &'a str),
    /// That unit and every one below it.
    pub below: &'a [UnitId],
    /// The person concerned, when it is one.
    pub subject: Option<PersonId>,
}

/// Refuses somebody who is the subject, belongs to the unit concerned, or has kin in it.
///
/// # Errors
/// The tie.
pub fn recuse(person: &Inspector, concerned: Concerned<'_>) -> Result<(), Refusal> {
    let Concerned { organ, unit: (unit, name), below, subject } = concerned;
    let who = || person.name.clone();
    if subject == Some(person.person) {
        return Err(MatterRefusal::OwnMatter { person: who() }.into());
    }
    let belongs = person.units.iter().any(|own| *own != organ && below.contains(own));
    if belongs {
        return Err(Refusal::BelongsToUnit { person: who(), unit: name.to_owned() });
    }
    match person.kin.iter().find(|tie| tie.unit == unit) {
        Some(tie) => {
            let (relation, unit) = (tie.relation, name.to_owned());
            Err(Refusal::KinInUnit { person: who(), relation, unit })
        }
        None => Ok(()),
    }
}

/// Refuses a panel (集体讨论) of fewer than three, or with one person twice. What is settled in a light
/// procedure, one alone decides.
///
/// # Errors
/// What it lacks.
pub fn must_be_a_panel(panel: &[Inspector], part: Part) -> Result<(), Refusal> {
    must_be_distinct(panel)?;
    match panel.len() {
        1.. if part == Part::Settled => Ok(()),
        found @ 0..3 => Err(MatterRefusal::TooFewOnPanel { found }.into()),
        _ => Ok(()),
    }
}

/// Refuses fewer than two verifiers, or one person twice.
///
/// # Errors
/// What they lack.
pub fn must_be_two(verifiers: &[Inspector]) -> Result<(), Refusal> {
    must_be_distinct(verifiers)?;
    match verifiers.len() {
        found @ 0..2 => Err(MatterRefusal::TooFewVerifiers { found }.into()),
        _ => Ok(()),
    }
}

fn must_be_distinct(people: &[Inspector]) -> Result<(), Refusal> {
    for (at, one) in people.iter().enumerate() {
        if people[..at].iter().any(|other| other.person == one.person) {
            return Err(MatterRefusal::NamedTwice { person: one.name.clone() }.into());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kin::Relation;
    use crate::refusal::{Guard, Worded};
    use crate::spelled::Spelled;
    use crate::visit::TiedRelative;

    fn person(id: i64, unit: i64) -> Inspector {
        let (units, name) = (vec![UnitId(unit)], format!("p{id}"));
        Inspector { person: PersonId(id), name, is_trained: false, units, kin: vec![] }
    }

    #[test]
    fn the_subject_their_unit_and_their_kin_are_recused_and_the_deciding_organ_is_not() {
        let below = [UnitId(2), UnitId(3)];
        let of = |organ, subject| Concerned {
            organ: UnitId(organ),
            unit: (UnitId(2), "town"),
            below: &below,
            subject: Some(PersonId(subject)),
        };
        let key = |found: Result<(), Refusal>| found.unwrap_err().key();
        assert_eq!(recuse(&person(1, 9), of(9, 7)), Ok(()));
        assert_eq!(key(recuse(&person(7, 9), of(9, 7))), "refusal-own-matter");
        assert_eq!(key(recuse(&person(1, 3), of(9, 7))), "refusal-belongs-to-unit");
        assert_eq!(recuse(&person(1, 2), of(2, 7)), Ok(()), "the organ decides on its own people");
        let tie = TiedRelative { relation: Relation::Spouse, unit: UnitId(2) };
        let tied = Inspector { kin: vec![tie], ..person(1, 9) };
        assert_eq!(key(recuse(&tied, of(9, 7))), "refusal-kin-in-unit");
    }

    #[test]
    fn two_verify_and_three_decide() {
        let [a, b, c] = [person(1, 9), person(2, 9), person(3, 9)];
        let key = |found: Result<(), Refusal>| found.unwrap_err().key();
        assert_eq!(key(must_be_two(std::slice::from_ref(&a))), "refusal-too-few-verifiers");
        assert_eq!(key(must_be_two(&[a.clone(), a.clone()])), "refusal-named-twice");
        assert_eq!(must_be_two(&[a.clone(), b.clone()]), Ok(()));
        let two = [a.clone(), b.clone()];
        assert_eq!(key(must_be_a_panel(&two, Part::Decided)), "refusal-too-few-on-panel");
        assert_eq!(must_be_a_panel(&[a.clone(), b, c.clone()], Part::Decided), Ok(()));
        assert_eq!(
            key(must_be_a_panel(&[a.clone(), c, a.clone()], Part::Decided)),
            "refusal-named-twice"
        );
        assert_eq!(must_be_a_panel(std::slice::from_ref(&a), Part::Settled), Ok(()));
        assert_eq!(key(must_be_a_panel(&[], Part::Settled)), "refusal-too-few-on-panel");
    }

    /// Written by hand from the tables of the procedures: who did the left may not do the right.
    const BARRED: &[(Part, Part)] = &[
        (Part::Found, Part::Screened),
        (Part::Found, Part::Transferred),
        (Part::Found, Part::Prolonged),
        (Part::Registered, Part::Prolonged),
        (Part::Screened, Part::Prolonged),
        (Part::Prolonged, Part::Extended),
        (Part::Extended, Part::Verified),
        (Part::Found, Part::Verified),
        (Part::Found, Part::Adjudicated),
        (Part::Found, Part::Proposed),
        (Part::Found, Part::Decided),
        (Part::Found, Part::Served),
        (Part::Found, Part::Cleared),
        (Part::Registered, Part::Verified),
        (Part::Registered, Part::Adjudicated),
        (Part::Registered, Part::Decided),
        (Part::Screened, Part::Verified),
        (Part::Screened, Part::Adjudicated),
        (Part::Screened, Part::Decided),
        (Part::Verified, Part::Adjudicated),
        (Part::Verified, Part::Decided),
        (Part::Proposed, Part::Adjudicated),
        (Part::Proposed, Part::Decided),
        (Part::Found, Part::Laid),
        (Part::Adjudicated, Part::Laid),
        (Part::Decided, Part::Laid),
        (Part::Redecided, Part::Laid),
        (Part::Laid, Part::Adjudicated),
        (Part::Laid, Part::Decided),
        (Part::Laid, Part::Redecided),
        (Part::Laid, Part::ReviewDecided),
        (Part::Adjudicated, Part::Proposed),
        (Part::Adjudicated, Part::Decided),
        (Part::Decided, Part::Proposed),
        (Part::Settled, Part::Proposed),
        (Part::Settled, Part::Told),
        (Part::Redecided, Part::Told),
        (Part::Told, Part::Adjudicated),
        (Part::Told, Part::Decided),
        (Part::Settled, Part::Decided),
        (Part::Found, Part::Settled),
        (Part::Registered, Part::Settled),
        (Part::Screened, Part::Settled),
        (Part::Verified, Part::Settled),
        (Part::Proposed, Part::Settled),
        (Part::Told, Part::Settled),
        (Part::Laid, Part::Settled),
        (Part::Settled, Part::Laid),
        (Part::Told, Part::Redecided),
        (Part::Settled, Part::Redecided),
        (Part::Settled, Part::ReviewTaken),
        (Part::Told, Part::ReviewDecided),
        (Part::Settled, Part::ReviewDecided),
        (Part::Found, Part::Redecided),
        (Part::Registered, Part::Redecided),
        (Part::Screened, Part::Redecided),
        (Part::Verified, Part::Redecided),
        (Part::Adjudicated, Part::Redecided),
        (Part::Proposed, Part::Redecided),
        (Part::Decided, Part::Redecided),
        (Part::ReviewDecided, Part::Redecided),
        (Part::Found, Part::ReviewTaken),
        (Part::Adjudicated, Part::ReviewTaken),
        (Part::Decided, Part::ReviewTaken),
        (Part::Redecided, Part::ReviewTaken),
        (Part::Found, Part::ReviewDecided),
        (Part::Registered, Part::ReviewDecided),
        (Part::Screened, Part::ReviewDecided),
        (Part::Verified, Part::ReviewDecided),
        (Part::Adjudicated, Part::ReviewDecided),
        (Part::Proposed, Part::ReviewDecided),
        (Part::Heard, Part::ReviewDecided),
        (Part::Decided, Part::ReviewDecided),
        (Part::Redecided, Part::ReviewDecided),
        (Part::Served, Part::ReviewDecided),
        (Part::Drafted, Part::ReviewDecided),
        (Part::Signed, Part::ReviewDecided),
        (Part::Found, Part::ReviewServed),
        (Part::ReviewDecided, Part::ReviewServed),
        (Part::Redecided, Part::Proposed),
        (Part::Drafted, Part::Checked),
        (Part::Drafted, Part::Reviewed),
        (Part::Drafted, Part::Countersigned),
        (Part::Drafted, Part::Signed),
        (Part::Drafted, Part::Issued),
        (Part::Reviewed, Part::Signed),
        (Part::Signed, Part::Published),
        (Part::Moved, Part::Ruled),
        (Part::Confirmed, Part::Returned),
        (Part::Returned, Part::Confirmed),
        (Part::Ordered, Part::Planned),
        (Part::Ordered, Part::Claimed),
        (Part::Ordered, Part::Rechecked),
        (Part::Ordered, Part::Revisited),
        (Part::Planned, Part::Extended),
        (Part::Planned, Part::Rechecked),
        (Part::Planned, Part::Revisited),
        (Part::Claimed, Part::Extended),
        (Part::Claimed, Part::Rechecked),
        (Part::Claimed, Part::Revisited),
        (Part::Extended, Part::Planned),
        (Part::Extended, Part::Claimed),
        (Part::Rechecked, Part::Planned),
        (Part::Rechecked, Part::Claimed),
        (Part::Nominated, Part::Verified),
        (Part::Nominated, Part::Noticed),
        (Part::Nominated, Part::Answered),
        (Part::Verified, Part::Answered),
        (Part::Objected, Part::Answered),
    ];

    #[test]
    fn exactly_these_pairs_are_kept_apart_whether_done_keyed_or_done_for_somebody() {
        let person = PersonId(7);
        for earlier in Part::ALL {
            for now in Part::ALL {
                for (is_keyed, is_absent) in [(false, false), (true, false), (false, true)] {
                    let hands = [Hand { person, part: *earlier, is_keyed, is_absent }];
                    let apart = BARRED.contains(&(*earlier, *now));
                    let found = separate((person, "x"), *now, &hands);
                    assert_eq!(found.is_err(), apart, "{earlier:?} then {now:?}");
                    assert_eq!(separate((PersonId(8), "y"), *now, &hands), Ok(()));
                    if let Err(refusal) = found {
                        assert_eq!(refusal.guard(), Guard::Separation);
                    }
                }
            }
        }
    }
}
