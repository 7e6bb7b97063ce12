//! How long a guesser must wait (登录限制).
//!
//! A name from one address: three free tries, then a wait that doubles from a second to a quarter
//! of an hour. A network (/24, /64) with any names: thirty free tries an hour, then up to a minute
//! each. A name from anywhere: at most a hundred failures an hour, of which strangers get eighty,
//! so that whoever signed in from an address in the last thirty days is never shut out of their
//! own account there by somebody else. Nothing is ever locked for good: failures expire.

use jiff::{SignedDuration, Timestamp};
use qz_store::sign_in::Failures;

/// Tries with one name from one address before the first wait.
const FREE: i64 = 3;
/// The longest wait of a name from one address, in seconds.
const LONGEST: i64 = 15 * 60;
/// Tries from one network in an hour before the first wait.
const NETWORK_FREE: i64 = 30;
/// The longest wait of a network, in seconds.
const NETWORK_LONGEST: i64 = 60;
/// Failures with one name in an hour, from anywhere.
const NAME_MOST: i64 = 100;
/// Of them, those from addresses the account did not sign in from lately.
const STRANGERS_MOST: i64 = 80;
/// The wait when a name has had its most, in seconds: the hour moves on.
const NAME_WAIT: i64 = 5 * 60;

/// How long failures of a name from one address count.
const PAIR_COUNTS: SignedDuration = SignedDuration::from_hours(24);
/// How long failures of a name or a network count.
const HOUR: SignedDuration = SignedDuration::from_hours(1);
/// How long an address stays familiar.
const FAMILIAR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The instants since which things count.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Since {
    pub pair: Timestamp,
    pub hour: Timestamp,
    pub familiar: Timestamp,
}

impl Since {
    pub fn before(now: Timestamp) -> Self {
        let back = |span| now.checked_sub(span).unwrap_or(Timestamp::MIN);
        Self { pair: back(PAIR_COUNTS), hour: back(HOUR), familiar: back(FAMILIAR) }
    }
}

/// How many seconds whoever tries must wait; 0 to try now.
pub(crate) fn wait(found: &Failures, now: Timestamp) -> u32 {
    let passed = |last: i64| (now.as_millisecond() - last).max(0);
    let left = |wait: i64, last: i64| (wait * 1000 - passed(last)).max(0);
    let pair = left(doubling(found.pair, FREE, LONGEST), found.pair_last);
    let network = left(doubling(found.network, NETWORK_FREE, NETWORK_LONGEST), found.network_last);
    let most = if found.familiar { NAME_MOST } else { STRANGERS_MOST };
    let name = if found.name >= most { NAME_WAIT * 1000 } else { 0 };
    let longest = pair.max(network).max(name);
    u32::try_from((longest + 999) / 1000).unwrap_or(u32::MAX)
}

/// 0 while tries are free, then 1, 2, 4 … seconds, never more than `longest`.
fn doubling(failures: i64, free: i64, longest: i64) -> i64 {
    match failures - free {
        beyond if beyond < 0 => 0,
        beyond @ 0..=20 => longest.min(1 << beyond),
        _ => longest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Failures =
        Failures { pair: 0, pair_last: 0, name: 0, network: 0, network_last: 0, familiar: false };

    fn now() -> Timestamp {
        Timestamp::from_second(1_455_584_460).unwrap()
    }

    fn last(seconds_ago: i64) -> i64 {
        now().as_millisecond() - seconds_ago * 1000
    }

    #[test]
    fn three_tries_are_free_and_then_the_wait_doubles_to_a_quarter_of_an_hour() {
        let wait_after =
            |pair| wait(&Failures { pair, pair_last: last(0), name: pair, ..NONE }, now());
        let waits: Vec<_> = (0..16).map(wait_after).collect();
        assert_eq!(waits[..8], [0, 0, 0, 1, 2, 4, 8, 16]);
        assert_eq!(waits[12..], [512, 900, 900, 900]);
        assert_eq!(wait_after(70), 900);
    }

    #[test]
    fn the_wait_passes() {
        let found = Failures { pair: 5, pair_last: last(3), name: 5, ..NONE };
        assert_eq!(wait(&found, now()), 1);
        assert_eq!(wait(&Failures { pair_last: last(4), ..found }, now()), 0);
    }

    #[test]
    fn strangers_never_use_up_what_the_owner_has_at_a_familiar_address() {
        let guessed = Failures { name: 80, ..NONE };
        assert_eq!(wait(&guessed, now()), 300);
        assert_eq!(wait(&Failures { familiar: true, ..guessed }, now()), 0);
        assert_eq!(wait(&Failures { familiar: true, name: 100, ..NONE }, now()), 300);
    }

    #[test]
    fn a_network_is_slowed_and_never_stopped() {
        let found = |network| Failures { network, network_last: last(0), ..NONE };
        assert_eq!(wait(&found(29), now()), 0);
        assert_eq!(wait(&found(30), now()), 1);
        assert_eq!(wait(&found(3000), now()), 60);
    }

    #[test]
    fn a_clock_that_went_back_does_not_lengthen_a_wait() {
        let found = Failures { pair: 4, pair_last: last(-3600), name: 4, ..NONE };
        assert_eq!(wait(&found, now()), 2);
    }
}
