//! The facts of tickets.

use super::feed::feed;
use super::text::{numbered, seen};

feed! {
    /// Tickets (纠错). A complaint is about a unit only once something came of it.
    TICKETS, [From, To, End, Sight]:
    select(numbered!("t"), ", cast(null as bigint) as person, cast(null as text) as person_number
         , u.id as unit, u.code as unit_code") {
        tickets: Whole = "cast(1 as bigint)";
        corrections: Flag = "t.kind = 'correction'";
        complaints: Flag = "t.kind = 'complaint'";
        stage: Text = "t.stage";
        accepted: Flag = "t.accepted_on is not null";
        accepted_in_time: Flag = "t.accepted_on <= t.accept_due";
        answered: Flag = "t.answered_on is not null";
        answered_in_time: Flag = "t.answered_on <= t.answer_due";
        overdue: Flag = "t.stage in ('submitted', 'reopened') and t.accept_waits is null and t.accept_due < $3
            or t.stage in ('accepted', 'handed_over', 'reported')
               and t.answer_waits is null and t.answer_due < $3";
        corrected: Flag = "t.outcome = 'corrected'";
        removed: Flag = "t.outcome = 'removed'";
        settled: Flag = "t.outcome = 'settled'";
        declined: Flag = "t.outcome = 'declined'";
        reopened: Flag = "t.reopened = 1";
        submitted_on: Day = "t.submitted_on";
        answered_on: Day = "t.answered_on";
    } from "ticket t
          left join unit u on u.id = t.unit and t.outcome = 'settled'
         where t.submitted_on between $1 and $2 and ", seen!("$4"; "t.unit"), "
         order by t.submitted_on, t.year, t.serial"
}
