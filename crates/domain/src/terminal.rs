//! Attendance terminals (考勤机): boxes at the door of a unit that tell who came when. A number, a name and the unit are
//! all there is: no place on a map, and no body data ever leaves the box.

pub mod command;
mod kind;
mod transition;

pub use command::Order;
pub use kind::Kind;
pub use transition::{Step, TRANSITIONS};

use crate::id::{PersonId, PinId, TerminalId, UnitId};
use crate::spelled;
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// The most characters of a name or of the words that say where it stands.
pub const NAME_MOST: usize = 60;

spelled! {
    /// Where a terminal stands in its life (考勤机状态).
    Stage {
        /// 待启用: registered; what it sends is kept out, and stays in the box.
        Pending = "pending", "待启用";
        /// 使用中: what it sends counts.
        InService = "in_service", "使用中";
        /// 不予启用
        Refused = "refused", "不予启用";
        /// 已停用
        Retired = "retired", "已停用";
    }
}

spelled! {
    /// How a model wants to be told the zone +08:00 (时区写法); a wrong form shifts its clock.
    ZoneForm {
        /// 小时: `8`.
        Hours = "hours", "小时";
        /// 分钟: `480`.
        Minutes = "minutes", "分钟";
        /// 时差: `+08:00`.
        Offset = "offset", "时差";
        /// 不发送: the model takes none.
        Unsaid = "unsaid", "不发送";
    }
}

impl ZoneForm {
    /// What is answered; `None` where nothing is.
    pub fn answer(self) -> Option<&'static str> {
        match self {
            Self::Hours => Some("8"),
            Self::Minutes => Some("480"),
            Self::Offset => Some("+08:00"),
            Self::Unsaid => None,
        }
    }
}

/// The serial number on the box (序列号): 4 to 32 letters, digits, `-` and `_`; capital letters, whoever types it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serial(String);

/// How the number of what is no box begins: a source of files. No box can say it.
const SOURCE: &str = "import:";

impl Serial {
    /// As it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Under which number what a source of files wrote is kept.
    pub(crate) fn of_source(code: &str) -> Self {
        Self(format!("{SOURCE}{code}"))
    }

    /// Whether it is no box, but a source of files.
    pub fn is_source(&self) -> bool {
        self.0.starts_with(SOURCE)
    }

    /// As the store has it.
    pub fn kept(text: &str) -> Option<Self> {
        match text.strip_prefix(SOURCE) {
            Some(code) => Some(Self::of_source(code)),
            None => text.parse().ok(),
        }
    }
}

impl FromStr for Serial {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        let is_one = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if !(4..=32).contains(&text.len()) || !text.bytes().all(is_one) {
            return Err(());
        }
        Ok(Self(text.to_ascii_uppercase()))
    }
}

impl fmt::Display for Serial {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The number by which a terminal knows somebody (机内编号): a text, so that `007` is not `7`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pin(String);

impl Pin {
    /// As it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Pin {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        if !(1..=24).contains(&text.len()) || !text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        {
            return Err(());
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// A terminal as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terminal {
    /// Number in the store.
    pub id: TerminalId,
    /// The number on the box.
    pub serial: Serial,
    /// What people call it.
    pub name: String,
    /// The unit it stands in.
    pub unit: UnitId,
    /// Where it stands, in words; may be empty.
    pub place: String,
    /// Whose numbers its numbers are: terminals that share a list of people share the name of a numbering.
    pub numbering: String,
    /// How its punches reach us.
    pub kind: Kind,
    /// How it wants to be told the zone.
    pub zone: ZoneForm,
    /// Where it stands in its life.
    pub stage: Stage,
    /// Counts up with every step on it; a step names the version it read.
    pub version: i64,
}

/// Who a number of a numbering is, from which day to which (编号对照).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinOf {
    /// Number in the store.
    pub id: PinId,
    /// Of which numbering.
    pub numbering: String,
    /// The number.
    pub pin: Pin,
    /// Who.
    pub person: PersonId,
    /// First day.
    pub since: Date,
    /// Last day; open when `None`.
    pub until: Option<Date>,
}

impl PinOf {
    /// Whether there is a day on which both hold.
    pub fn meets(&self, other: &Self) -> bool {
        self.until.is_none_or(|until| other.since <= until)
            && other.until.is_none_or(|until| self.since <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_serial_is_one_whoever_types_it_and_a_pin_keeps_its_zeros() {
        assert_eq!("cjde2026-01".parse::<Serial>(), "CJDE2026-01".parse());
        for text in ["", "abc", "a b c d", "ABCD\r\nX", &"A".repeat(33)] {
            assert!(text.parse::<Serial>().is_err(), "{text:?}");
        }
        assert_ne!("007".parse::<Pin>(), "7".parse());
        assert_eq!("0".parse::<Pin>().unwrap().as_str(), "0");
        assert!("7\t8".parse::<Pin>().is_err() && "".parse::<Pin>().is_err());
    }

    #[test]
    fn two_spans_of_one_number_share_no_day() {
        let of = |since, until: Option<i8>| PinOf {
            id: PinId(1),
            numbering: "县政府".to_owned(),
            pin: "7".parse().unwrap(),
            person: PersonId(1),
            since: date(2016, 3, since),
            until: until.map(|day| date(2016, 3, day)),
        };
        assert!(of(1, Some(5)).meets(&of(5, None)) && of(5, None).meets(&of(1, Some(5))));
        assert!(!of(1, Some(5)).meets(&of(6, None)) && !of(6, Some(7)).meets(&of(1, Some(5))));
        assert!(of(1, None).meets(&of(9, None)));
    }
}
