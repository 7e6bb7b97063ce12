//! A session: a stretch of a day in which one is to be there.

/// A session (时段) or a duty (值班).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its name in points and reasons, such as `am`.
    pub name: String,
    /// Which of the two.
    pub kind: Kind,
    /// When it begins; of a flexible one the earliest arrival that counts.
    pub from: i32,
    /// When it ends; of a flexible one the latest end.
    pub to: i32,
    /// Chosen by who arrives.
    pub flexible: Option<Flexible>,
    /// Rests in it that are not worked, in the order of time.
    pub breaks: Vec<(i32, i32)>,
    /// Half-days it counts for: 1 or 2.
    pub half_days: u8,
}

/// What a stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Work of the day.
    Day,
    /// Being on duty; it belongs to the day it begins on.
    Duty,
}

/// Arriving within a stretch and staying for a span (弹性).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flexible {
    /// The latest arrival that is not late.
    pub until: i32,
    /// Minutes from arrival to the end.
    pub span: i32,
}
