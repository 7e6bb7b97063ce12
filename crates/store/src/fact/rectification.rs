//! The facts of rectifications, for each period in which one was open, closed or looked at again.

use super::feed::feed;
use super::text::{of_unit, seen};

/// Whether it was not closed by the end of the period.
macro_rules! is_open {
    () => {
        "(r.stage not in ('closed', 'lasting') or r.closed_on > $3)"
    };
}

/// Whether it stands as closed on a day of the period.
macro_rules! is_closed {
    () => {
        "r.stage in ('closed', 'lasting') and r.closed_on between $1 and $2"
    };
}

/// How many checks of the period came to some outcomes.
macro_rules! checks {
    ($outcomes:literal) => {
        concat!(
            "(select count(*) from rectification_check k
               where k.rectification = r.id and k.checked_on between $1 and $2 and k.outcome in (",
            $outcomes,
            "))"
        )
    };
}

feed! {
    /// What units put right (整改).
    RECTIFICATIONS, [From, To, End, Sight]:
    select("cast(r.id as text) as record, ", of_unit!()) {
        rectifications: Whole = "cast(1 as bigint)";
        due: Flag = "r.due_waits is null and r.due_on between $1 and $2";
        // What was returned is open again, whatever its unit said before.
        overdue: Flag = "r.due_waits is null and r.due_on < $3
            and (r.stage in ('ordered', 'planned', 'returned', 'escalated', 'reopened')
                 or r.claimed_on > $3)";
        plan_overdue: Flag = "r.stage in ('ordered', 'reopened')
            and r.plan_waits is null and r.plan_due < $3";
        unsettled: Flag = is_open!();
        returned: Whole = checks!("'return'");
        escalated: Whole = checks!("'escalate'");
        closed: Flag = is_closed!();
        closed_in_time: Flag = concat!(is_closed!(), " and r.claimed_on <= r.due_on");
        closed_late: Flag = concat!(is_closed!(), " and r.due_waits is null and r.claimed_on > r.due_on");
        revisited: Whole = checks!("'lasts', 'reopen'");
        reopened: Whole = checks!("'reopen'");
        extended: Flag = "r.extension = 'granted'";
        promised: Flag = "r.bulletin is not null";
        stage: Text = "r.stage";
        due_on: Day = "r.due_on";
    } from "rectification r
          join unit u on u.id = r.unit
         where r.ordered_on <= $2
           and (", is_open!(), " or r.closed_on >= $1
                or exists (select 1 from rectification_check k
                            where k.rectification = r.id and k.checked_on between $1 and $2))
           and ", seen!("$4"; "r.unit", "r.organ"), "
         order by r.due_on, r.id"
}
