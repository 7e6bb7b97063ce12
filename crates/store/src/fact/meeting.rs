//! The facts of meetings.

use super::feed::feed;
use super::text::{of_unit, seen};

feed! {
    /// Meetings (会议), by the organ that called them. Whoever is held to account in a matter of one reads of it only when they
    /// take part in it, as in lists.
    MEETINGS, [From, To, End, Sight, Viewer]:
    select("cast(m.id as text) as record, ", of_unit!()) {
        meetings: Whole = "cast(1 as bigint)";
        held: Flag = "m.stage = 'held'";
        called_off: Flag = "m.stage = 'called_off'";
        unsigned: Flag = "m.stage = 'called' and m.held_on < $3";
        signed_at_once: Flag = "m.signed_on = m.held_on";
        stage: Text = "m.stage";
        matters: Whole = "(select count(*) from meeting_item i where i.meeting = m.id)";
        voted: Whole = "(select count(*) from meeting_item i
            where i.meeting = m.id and i.proposal in ('measure', 'no_measure'))";
        put_off: Whole = "(select count(*) from meeting_item i
            where i.meeting = m.id and i.proposal = 'put_off')";
        carried: Whole = "(select count(*) from accountability_meeting d where d.meeting = m.id)";
        dissented: Whole = "(select count(distinct b.accountability) from meeting_ballot b
            where b.meeting = m.id and b.vote = 'against')";
        recused: Whole = "(select count(*) from meeting_ballot b
            where b.meeting = m.id and b.vote = 'recused')";
        called: Whole = "(select count(*) from meeting_attendee t where t.meeting = m.id)";
        present: Whole = "(select count(*) from meeting_attendee t
            where t.meeting = m.id and t.present = 1)";
        held_on: Day = "m.held_on";
    } from "meeting m
          join unit u on u.id = m.organ
         where m.held_on between $1 and $2 and ", seen!("$4"; "m.organ"), "
           and (not exists (select 1
                              from meeting_item i join accountability a on a.id = i.accountability
                             where i.meeting = m.id and a.person = $5)
                or exists (select 1 from meeting_attendee t
                            where t.meeting = m.id and t.person = $5))
         order by m.held_on, m.id"
}
