//! The facts of filed visits.

use super::feed::feed;
use super::text::{finding_stands, numbered, of_unit, seen};

feed! {
    /// Filed visits (查访), by the unit that was visited.
    VISITS, [FromMs, UntilMs, Sight]:
    select(numbered!("v"), ", ", of_unit!()) {
        visits: Whole = "cast(1 as bigint)";
        open: Flag = "v.manner = 'open'";
        covert: Flag = "v.manner = 'covert'";
        written: Flag = "v.manner = 'written'";
        telephone: Flag = "v.manner = 'telephone'";
        manner: Text = "v.manner";
        drawn: Flag = "v.draw is not null";
        over_cap: Flag = "exists (select 1 from visit_over_cap x where x.visit = v.id)";
        team: Whole = "(select count(*) from visit_inspector i where i.visit = v.id)";
        borne_out: Flag = concat!(
            "exists (select 1 from finding f where f.visit = v.id and ", finding_stands!("f"), ")"
        );
        replied: Flag = "r.visit is not null";
        disputed: Flag = "r.position = 'disputes'";
        planned: Flag = "r.plan <> ''";
        // Civil days of +08:00: what an instant adds to a day's first is left out.
        reply_days: Whole = "(r.replied_at + 28800000) / 86400000 - (v.visited_at + 28800000) / 86400000";
        corrected: Whole = "(select count(*) from visit_correction k where k.visit = v.id)";
        visited_at: Instant = "v.visited_at";
    } from "visit v
          join unit u on u.id = v.unit
          left join visit_reply r on r.visit = v.id
         where v.stage = 'filed' and v.visited_at >= $1 and v.visited_at < $2
           and ", seen!("$3"; "v.unit", "v.organ"), "
         order by v.visited_at, v.year, v.serial"
}
