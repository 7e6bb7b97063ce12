//! The two punches of a session that count: the first that arrives, the last that leaves.

use super::owed::{Dues, Owed};
use super::span::Span;
use super::time::Second;
use super::window::{Bound, Window, zone};

/// The punches that count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    /// The first of the arrivals.
    pub arrived: Option<Second>,
    /// The last of the departures.
    pub left: Option<Second>,
}

impl Evidence {
    /// Of a session, under when one is to arrive and leave. Punches are in the order of time.
    pub fn of(own: Bound<'_>, dues: &Dues, window: &Window<'_>, punches: &[Second]) -> Self {
        let mine = Bound { owed: &Owed { left: *dues, ..own.owed.clone() }, ..own };
        let arrived = match window.before {
            Some(before) => handed_over(before, mine, punches).arrived,
            None => between((window.open, dues.split), punches).first().copied(),
        };
        let left = match window.after {
            Some(after) => handed_over(mine, after, punches).left,
            None => between((dues.split, window.close), punches).last().copied(),
        };
        Self { arrived, left }
    }
}

/// The punches of a stretch.
pub(super) fn between((from, to): Span, punches: &[Second]) -> &[Second] {
    let first = punches.partition_point(|punch| *punch < from);
    let last = punches.partition_point(|punch| *punch < to);
    punches.get(first..last).unwrap_or_default()
}

/// The departure of one session and the arrival of the next that touches it. One tap is one point, the departure
/// first; of several the one leaves and the next arrives that fall least short.
fn handed_over(one: Bound<'_>, next: Bound<'_>, punches: &[Second]) -> Evidence {
    let (one_dues, next_dues) = (&one.owed.left, &next.owed.left);
    let shared = (zone(one, next), next_dues.split);
    let near = between(shared, punches);
    let earlier = between((one_dues.split, shared.0), punches).last().copied();
    if one.limits.shares_punch || next.limits.shares_punch {
        return Evidence { arrived: near.first().copied(), left: near.last().copied().or(earlier) };
    }
    let taps = taps(near, next.limits.tap);
    let short =
        |two: &&[Span]| (one_dues.leave - two[0].1).max(0) + (two[1].0 - next_dues.arrive).max(0);
    match taps.windows(2).min_by_key(short) {
        Some(two) => Evidence { arrived: Some(two[1].0), left: Some(two[0].1) },
        None => Evidence { arrived: None, left: taps.first().map(|tap| tap.1).or(earlier) },
    }
}

/// Punches within `tap` seconds of the first are one tap.
fn taps(punches: &[Second], tap: Second) -> Vec<Span> {
    let mut taps: Vec<Span> = vec![];
    for punch in punches {
        match taps.last_mut() {
            Some(last) if *punch - last.0 <= tap => last.1 = *punch,
            _ => taps.push((*punch, *punch)),
        }
    }
    taps
}
