//! The facts of served decisions that no review felled.

use super::feed::feed;
use super::text::{among, of_person};
use crate::review::standing::{changed, fallen, measure_now, under_review};

feed! {
    /// Served decisions that stand (决定), by the unit or the person held to account.
    DECISIONS, [From, To, Today, Sight]:
    select("cast(a.id as text) as record, ", of_person!()) {
        decisions: Whole = "cast(1 as bigint)";
        on_unit: Flag = "a.person is null";
        on_person: Flag = "a.person is not null";
        measure: Text = measure_now!("a");
        rank: Text = "a.rank";
        footing: Text = "a.footing";
        weight: Text = "f.weight";
        in_meeting: Flag = "exists (select 1 from accountability_meeting m where m.accountability = a.id)";
        under_review: Flag = concat!(under_review!("a"), " > 0");
        varied: Flag = changed!("a");
        confirmed: Flag = "exists (select 1 from review w
            where w.accountability = a.id and w.stage = 'served' and w.outcome = 'upheld')";
        final: Flag = concat!(
            under_review!("a"),
            " = 0 and a.remedy_waits is null and coalesce(a.remedy_due, $3) < $3"
        );
        told: Flag = "exists (select 1 from bulletin_item i join bulletin b on b.id = i.bulletin
            where i.accountability = a.id and b.stage = 'published'
              and not exists (select 1 from bulletin_correction k
                               where k.bulletin = b.id and k.kind = 'withdrawn'))";
        decided_on: Day = "a.decided_on";
        served_on: Day = "a.served_on";
    } from "accountability a
          join finding f on f.id = a.finding
          join unit u on u.id = a.unit
          left join person p on p.id = a.person
         where a.stage = 'served' and f.stage not in ('unfounded', 'closed') and not ",
        fallen!("a"), "
           and a.served_on between $1 and $2
           and ($4 = '*' or ", among!("$4", "a.organ"), "
                or a.person is null and ", among!("$4", "a.unit"), ")
         order by a.served_on, a.id"
}
