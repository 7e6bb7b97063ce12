//! The facts of findings that are borne out and stand.

use super::feed::feed;
use super::text::{finding_stands, numbered, of_unit, seen};
use crate::review::standing::{changed, fallen, under_review};

/// Decisions on the finding `f` that were served and stand.
macro_rules! standing_decisions {
    () => {
        concat!(
            "(select count(*) from accountability a
               where a.finding = f.id and a.stage = 'served' and not ",
            fallen!("a"),
            ")"
        )
    };
}

feed! {
    /// Findings that are borne out and stand (查实问题), by the unit they concern.
    FINDINGS, [From, To, Today, Sight]:
    select(numbered!("f"), ", ", of_unit!()) {
        findings: Whole = "cast(1 as bigint)";
        upheld: Flag = "f.stage = 'upheld'";
        partly: Flag = "f.stage = 'partly'";
        stage: Text = "f.stage";
        self_seen: Flag = "f.visit is null";
        weight: Text = "f.weight";
        ground: Text = "f.ground";
        decided: Whole = standing_decisions!();
        under_review: Flag = concat!(
            "exists (select 1 from accountability a where a.finding = f.id and ",
            under_review!("a"),
            " > 0)"
        );
        changed: Flag = concat!(
            "exists (select 1 from accountability a where a.finding = f.id and ", changed!("a"), ")"
        );
        // Not final: somebody is still to be decided on, a review is open, or the time to ask for one runs.
        final: Flag = concat!(
            "not exists (select 1 from accountability a
                          where a.finding = f.id
                            and (a.stage in ('noticed', 'answered', 'waived', 'decided') or ",
            under_review!("a"),
            " > 0 or a.stage = 'served' and not ",
            fallen!("a"),
            " and (a.remedy_waits is not null or coalesce(a.remedy_due, $3) >= $3)))"
        );
        put_right: Flag = "exists (select 1 from rectification r where r.finding = f.id)
            and not exists (select 1 from rectification r
                             where r.finding = f.id and r.stage not in ('closed', 'lasting'))";
        to_put_right: Whole = "(select count(*) from rectification r
                                 where r.finding = f.id and r.stage not in ('closed', 'lasting'))";
        adjudicated_on: Day = "f.adjudicated_on";
    } from "finding f
          join unit u on u.id = f.unit
         where ", finding_stands!("f"), "
           and f.adjudicated_on between $1 and $2 and ", seen!("$4"; "f.organ"), "
         order by f.adjudicated_on, f.year, f.serial"
}
