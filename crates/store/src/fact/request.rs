//! The facts of requests of attendance.

use super::feed::feed;
use super::text::{day_number, of_person, seen};

feed! {
    /// Requests of attendance (请求) that were not withdrawn.
    REQUESTS, [From, To, Sight]:
    select("cast(r.id as text) as record, ", of_person!()) {
        requests: Whole = "cast(1 as bigint)";
        kind: Text = "r.kind";
        leave: Flag = "r.kind = 'leave'";
        trip: Flag = "r.kind = 'trip'";
        field: Flag = "r.kind = 'field'";
        training: Flag = "r.kind = 'training'";
        standing: Flag = "r.kind = 'standing'";
        overtime: Flag = "r.kind = 'overtime'";
        correction: Flag = "r.kind = 'correction'";
        stage: Text = "r.stage";
        approved: Flag = "r.stage in ('approved', 'ended')";
        pending: Flag = "r.stage = 'pending'";
        refused: Flag = "r.stage = 'refused'";
        late: Flag = "r.is_late = 1";
        // It ends before its last instant: what ends at midnight does not touch the day that begins then.
        days: Whole = concat!(
            "case when r.kind = 'correction' then 1
                  else ", day_number!("coalesce(r.ended_at, r.ends_at)"), " - ", day_number!("r.begins_at"),
            " + case when substr(coalesce(r.ended_at, r.ends_at), 12, 5) = '00:00' then 0 else 1 end end"
        );
        begins_on: Day = "substr(r.begins_at, 1, 10)";
    } from "request r
          join person p on p.id = r.person
          join unit u on u.id = r.unit
         where r.stage <> 'withdrawn'
           and r.begins_at >= $1 and substr(r.begins_at, 1, 10) <= $2 and ", seen!("$3"; "r.unit"), "
         order by r.begins_at, r.id"
}
