//! The facts of staff: who holds an own post on the last day of a period.

use super::feed::feed;
use super::text::{of_person, seen};

/// Posts of the person `p` that hold on that day, of some kinds, or with something else.
macro_rules! held {
    ($such:literal) => {
        concat!(
            "from appointment b where b.person = p.id and b.since <= $1
               and coalesce(b.until, $1) >= $1 and ",
            $such
        )
    };
}

feed! {
    /// Everybody with an own post (人员).
    STAFF, [End, Sight]:
    select("p.number as record, ", of_person!()) {
        people: Whole = "cast(1 as bigint)";
        footing: Text = "p.kind";
        rank: Text = "o.rank";
        leads: Truth = "o.leads";
        second_line: Flag = "p.kind = 'second_line'";
        on_loan: Flag = concat!(
            "exists (select 1 ", held!("b.kind in ('posting', 'secondment', 'village_stay')"), ")"
        );
        concurrent: Whole = concat!("(select count(*) ", held!("b.kind = 'concurrent'"), ")");
        acting: Flag = concat!("exists (select 1 ", held!("b.kind = 'acting'"), ")");
        presiding: Flag = concat!("exists (select 1 ", held!("b.kind = 'presiding'"), ")");
        past_due: Whole = concat!("(select count(*) ", held!("b.due < $1"), ")");
        trained: Flag = "exists (select 1 from training r
            where r.person = p.id and r.course = 'inspection' and r.since <= $1 and r.until >= $1)";
        since: Day = "a.since";
    } from "appointment a
          join person p on p.id = a.person
          join post o on o.id = a.post
          join unit u on u.id = a.unit
         where a.kind = 'full' and a.since <= $1 and coalesce(a.until, $1) >= $1
           and ", seen!("$2"; "a.unit"), "
         order by p.number, a.id"
}
