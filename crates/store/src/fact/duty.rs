//! The facts of what units answer for in campaigns.

use super::feed::feed;
use super::text::{of_unit, seen};

feed! {
    /// Duties of units (责任事项) in plans that were issued and not replaced.
    DUTIES, [From, To, End, Sight]:
    select("cast(c.id as text) || '-' || cast(d.seq as text) as record, ", of_unit!()) {
        duties: Whole = "cast(1 as bigint)";
        due: Flag = "coalesce(d.due, c.ends) between $1 and $2";
        past_due: Flag = "coalesce(d.due, c.ends) < $3";
        has_own_day: Truth = "cast(case when d.due is null then 0 else 1 end as bigint)";
        campaign: Text = "c.title";
        due_on: Day = "coalesce(d.due, c.ends)";
        starts: Day = "c.starts";
        ends: Day = "c.ends";
    } from "campaign_duty d
          join campaign c on c.id = d.campaign_id
          join unit u on u.id = d.unit_id
         where c.stage = 'issued'
           and not exists (select 1 from campaign r where r.replaces = c.id and r.stage = 'issued')
           and c.issued_on <= $2 and c.starts <= $2 and c.ends >= $1 and ", seen!("$4"; "d.unit_id", "c.organ"), "
         order by coalesce(d.due, c.ends), c.id, d.seq"
}
