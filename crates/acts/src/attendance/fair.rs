//! Whose clocks may be trusted (时钟是否可信): a quartz clock that was found right within a week of a punch was right then;
//! a punch of a terminal that nobody measured is in doubt.

use crate::ActError;
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::id::TerminalId;
use qz_store::Conn;
use qz_store::attendance::punched::{Punched, measured};
use std::collections::HashMap;

/// Days within which a measured clock vouches for a punch.
const NEAR: i64 = 7;

/// Takes the doubt off punches whose terminals were found right near them.
pub(super) async fn vouch(
    conn: &mut Conn,
    doubted: &mut [Punched],
    (from, to): (Date, Date),
) -> Result<(), ActError> {
    if doubted.is_empty() {
        return Ok(());
    }
    let week = i32::try_from(NEAR).unwrap_or(7).days();
    let around = (from.saturating_sub(week), to.saturating_add(week));
    let mut right: HashMap<TerminalId, Vec<i64>> = HashMap::new();
    for (terminal, day) in measured(conn, around).await? {
        right.entry(terminal).or_default().push(day);
    }
    for punch in doubted {
        let day = punch.at / 86_400;
        let near = |measured: &i64| (measured - day).abs() <= NEAR;
        punch.is_doubtful = !right.get(&punch.terminal).is_some_and(|days| days.iter().any(near));
    }
    Ok(())
}
