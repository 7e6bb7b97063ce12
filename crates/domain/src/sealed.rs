//! Sealed sources (线索来源封存): who told of what became a finding, kept apart from it, and opened by two
//! (双人开启) for one person and one day. Ground: 政府督查工作条例 26, 信访工作条例 30.
//!
//! 申请 → 开启 → 到期、收回; or 不予开启. One holder of the power asks with a reason; a second one, in another
//! role and without a tie to the matter, says yes; then the first alone reads it, each time by an act.

mod refusal;
mod transition;

pub use refusal::SourceRefusal;
pub use transition::{Step, TRANSITIONS};

use crate::id::{FindingId, OpeningId, PersonId, SourceId};
use crate::matter::{Hand, Part};
use crate::spelled;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

spelled! {
    /// Where an opening stands (开启环节).
    Stage {
        /// 待第二人同意: asked for.
        Requested = "requested", "待第二人同意";
        /// 已开启: whoever asked may read, until the hours are over.
        Opened = "opened", "已开启";
        /// 不予开启
        Denied = "denied", "不予开启";
        /// 到期关闭: the hours are over.
        Expired = "expired", "到期关闭";
        /// 提前关闭: whoever asked needs it no more.
        Ended = "ended", "提前关闭";
    }
}

spelled! {
    /// What a source is opened for (开启事由). There is no other.
    Purpose {
        /// 保护: whoever told is to be protected.
        Protect = "protect", "保护提供人";
        /// 回访核对: they are to be asked back.
        AskBack = "ask_back", "回访核对";
        /// 查核诬告嫌疑: there is a suspicion of a false accusation.
        FalseReport = "false_report", "查核诬告嫌疑";
    }
}

/// The most characters of who told.
pub const WORDS_MOST: usize = 500;
/// The most characters of a reason.
pub const REASON_MOST: usize = 500;
/// For how long an opened source may be read, by the clock.
pub const OPEN: SignedDuration = SignedDuration::from_hours(24);

/// A sealed source (封存来源) as everybody but its one reader has it: without who told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedSource {
    /// Number in the store.
    pub id: SourceId,
    /// The finding that came of it.
    pub finding: FindingId,
    /// Who sealed it; `None` once erased.
    pub sealed_by: Option<PersonId>,
    /// Sealed on.
    pub sealed_on: Date,
    /// Whether who told was erased since.
    pub is_erased: bool,
}

/// An opening (开启) of a sealed source as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Number in the store.
    pub id: OpeningId,
    /// What is to be opened.
    pub source: SourceId,
    /// Where it stands.
    pub stage: Stage,
    /// What for.
    pub purpose: Purpose,
    /// Why.
    pub reason: String,
    /// Who asked and may read; `None` once erased.
    pub asker: Option<PersonId>,
    /// Asked on.
    pub asked_on: Date,
    /// What the second one said.
    pub answer: String,
    /// Who said it; `None` before, and once erased.
    pub second: Option<PersonId>,
    /// When it was opened.
    pub opened_at: Option<Timestamp>,
    /// Counts up with every step but reading; a step names the version it read.
    pub version: i64,
}

impl Opening {
    /// When its hours are over; `None` when it was never opened.
    pub fn until(&self) -> Option<Timestamp> {
        self.opened_at.and_then(|at| at.checked_add(OPEN).ok())
    }

    /// Where it stands at an instant: its hours end by the clock, before anybody writes it down.
    pub fn stage_at(&self, now: Timestamp) -> Stage {
        match self.until() {
            Some(until) if self.stage == Stage::Opened && now >= until => Stage::Expired,
            _ => self.stage,
        }
    }

    /// Refuses to read once the hours are over.
    ///
    /// # Errors
    /// When they were.
    pub fn must_be_open(&self, now: Timestamp) -> Result<(), SourceRefusal> {
        match self.until() {
            Some(until) if now >= until => Err(SourceRefusal::Over { until }),
            _ => Ok(()),
        }
    }

    /// Refuses whoever asked as the second one, and whoever brought the matter in or sealed who told: they would
    /// hold both keys, or check what they themselves had to keep.
    ///
    /// `name` is theirs, for the refusal.
    ///
    /// # Errors
    /// Which of the two.
    pub fn must_be_second(
        &self,
        (person, name): (PersonId, &str),
        source: &SealedSource,
        hands: &[Hand],
    ) -> Result<(), SourceRefusal> {
        if self.asker == Some(person) {
            return Err(SourceRefusal::OneHand { person: name.to_owned() });
        }
        let brought = |hand: &Hand| {
            hand.person == person && matches!(hand.part, Part::Found | Part::Registered)
        };
        if source.sealed_by == Some(person) || hands.iter().any(brought) {
            return Err(SourceRefusal::BroughtIn { person: name.to_owned() });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::Worded;
    use jiff::civil::date;

    fn opening() -> Opening {
        Opening {
            id: OpeningId(1),
            source: SourceId(2),
            stage: Stage::Opened,
            purpose: Purpose::AskBack,
            reason: "r".to_owned(),
            asker: Some(PersonId(7)),
            asked_on: date(2016, 2, 1),
            answer: String::new(),
            second: Some(PersonId(8)),
            opened_at: Some(Timestamp::UNIX_EPOCH),
            version: 2,
        }
    }

    fn source() -> SealedSource {
        SealedSource {
            id: SourceId(2),
            finding: FindingId(3),
            sealed_by: Some(PersonId(9)),
            sealed_on: date(2016, 2, 1),
            is_erased: false,
        }
    }

    #[test]
    fn it_is_open_for_a_day_by_the_clock_and_not_a_moment_longer() {
        let (one, end) = (opening(), Timestamp::UNIX_EPOCH + OPEN);
        let before = end - SignedDuration::from_millis(1);
        assert_eq!((one.stage_at(before), one.stage_at(end)), (Stage::Opened, Stage::Expired));
        assert_eq!(one.must_be_open(before), Ok(()));
        assert_eq!(one.must_be_open(end), Err(SourceRefusal::Over { until: end }));
    }

    #[test]
    fn nobody_holds_both_keys_and_nobody_checks_what_they_brought_in() {
        let (one, source) = (opening(), source());
        let hand = |person, part| Hand { person, part, is_keyed: false, is_absent: false };
        let hands = [hand(PersonId(10), Part::Found), hand(PersonId(11), Part::Verified)];
        let key = |id| {
            let said = one.must_be_second((PersonId(id), "x"), &source, &hands);
            said.err().map(|refusal| refusal.key())
        };
        assert_eq!(key(7), Some("refusal-source-one-hand"));
        assert_eq!(key(9), Some("refusal-source-brought-in"));
        assert_eq!(key(10), Some("refusal-source-brought-in"));
        assert_eq!([key(11), key(12)], [None, None]);
    }
}
