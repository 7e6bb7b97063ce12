//! The facts of published bulletins, for each unit that one tells of.

use super::feed::feed;
use super::text::{of_unit, seen};
use crate::review::standing::{changed, fallen, under_review};

feed! {
    /// Published bulletins (通报), by the unit they tell of.
    BULLETINS, [From, To, End, Sight]:
    select("cast(b.id as text) as record, ", of_unit!()) {
        bulletins: Whole = "cast(1 as bigint)";
        self_requested: Flag = "b.kind = 'self_requested'";
        scope: Text = "b.scope";
        in_unit: Flag = "b.scope = 'unit'";
        in_county: Flag = "b.scope = 'county'";
        in_public: Flag = "b.scope = 'public'";
        decisions: Whole = "t.decisions";
        named: Whole = "t.named";
        under_review: Whole = "t.reviewed";
        corrected: Flag = "exists (select 1 from bulletin_correction k where k.bulletin = b.id)";
        on_show: Flag = "b.expires_on >= $3";
        published_on: Day = "b.published_on";
        expires_on: Day = "b.expires_on";
    } from "bulletin b
          join (select i.bulletin, a.unit, count(*) as decisions
                     , cast(sum(case when a.person is not null and i.naming <> '' and not ",
        changed!("a"), " and ", under_review!("a"), " = 0 then 1 else 0 end) as bigint) as named
                     , cast(sum(case when ", under_review!("a"), " > 0 then 1 else 0 end) as bigint)
                       as reviewed
                  from bulletin_item i
                  join accountability a on a.id = i.accountability
                 where not ", fallen!("a"), "
                 group by i.bulletin, a.unit
                 union all
                select id, organ, cast(0 as bigint), cast(0 as bigint), cast(0 as bigint)
                  from bulletin
                 where kind = 'self_requested') t on t.bulletin = b.id
          join unit u on u.id = t.unit
         where b.stage = 'published' and b.published_on between $1 and $2
           and not exists (select 1 from bulletin_correction k
                            where k.bulletin = b.id and k.kind = 'withdrawn')
           and ", seen!("$4"; "b.organ"), "
         order by b.published_on, b.id, u.code"
}
