//! Which punches are of which session.

use super::limits::Limits;
use super::owed::Owed;
use super::time::Second;

/// A session with the limits of its rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound<'a> {
    /// The session.
    pub owed: &'a Owed,
    /// Its limits.
    pub limits: &'a Limits,
}

/// From when to when punches are of a session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window<'a> {
    /// The first second that is.
    pub open: Second,
    /// The first second after `open` that no longer is.
    pub close: Second,
    /// The session before that it touches, with which it shares punches.
    pub before: Option<Bound<'a>>,
    /// The session after that it touches.
    pub after: Option<Bound<'a>>,
}

impl<'a> Bound<'a> {
    /// The window between two neighbours. One that is wholly covered bounds it as if it were not; where it touches,
    /// nothing is handed over and it is as if it were not there.
    pub fn window(self, before: Option<Self>, after: Option<Self>) -> Window<'a> {
        let (from, to) = self.owed.own;
        let mut window = Window {
            open: from - self.limits.before,
            close: to + self.limits.after,
            before: None,
            after: None,
        };
        match before.map(|before| (before, before.border(self))) {
            Some((before, None)) if !before.owed.is_gone => {
                window.open = zone(before, self);
                window.before = Some(before);
            }
            Some((_, Some(border))) => window.open = border,
            _ => {}
        }
        match after.map(|after| (after, self.border(after))) {
            Some((after, None)) if !after.owed.is_gone => {
                window.close = after.owed.left.split;
                window.after = Some(after);
            }
            Some((_, Some(border))) => window.close = window.close.min(border),
            _ => {}
        }
        window
    }

    /// Where the punches of a session end and those of the next begin; `None` where the two touch.
    fn border(self, next: Bound<'_>) -> Option<Second> {
        let (end, start) = (self.owed.own.1, next.owed.own.0);
        (end < start).then(|| (start - next.limits.before).max(end.midpoint(start)))
    }
}

/// Where the stretch begins whose punches two touching sessions share; it ends where the later one splits.
pub(super) fn zone(one: Bound<'_>, next: Bound<'_>) -> Second {
    (next.owed.own.0 - next.limits.before).max(one.owed.left.split)
}
