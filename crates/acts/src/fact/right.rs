//! Who reads which source: the action that governs the desk's list of its records, in every stage that a row may be in.

use crate::actor::Actor;
use crate::power;
use qz_domain::action::Action;
use qz_domain::power::{Power, Reach};
use qz_mechanism::fact::Fed;
use qz_store::fact::Sight;

/// The action, and the stages its records may be in; none where every stage may be.
fn governing(fed: Fed) -> (Action, &'static [&'static str]) {
    match fed {
        Fed::Attendance => (Action::AttendanceList, &[]),
        Fed::Staff => (Action::PersonRead, &[]),
        Fed::Visits => (Action::VisitList, &["filed"]),
        Fed::Findings => (Action::FindingRead, &["upheld", "partly"]),
        Fed::Decisions => (Action::AccountabilityRead, &["served"]),
        Fed::Rectifications => (Action::RectificationRead, &[]),
        Fed::Bulletins => (Action::BulletinRead, &["published"]),
        Fed::Meetings => (Action::MeetingRead, &[]),
        Fed::Requests => (Action::RequestRead, &[]),
        Fed::Tickets => (Action::TicketRead, &[]),
        Fed::Lists => (Action::ListRead, &[]),
        Fed::Duties => (Action::CampaignRead, &["issued"]),
        Fed::Reports => (Action::MonthlyReportRead, &[]),
    }
}

/// The action that governs a source.
pub(super) fn action(fed: Fed) -> Action {
    governing(fed).0
}

/// A stage that the records of a source are in, as the lists of them are asked for.
pub(super) fn stage(fed: Fed) -> &'static str {
    governing(fed).1.first().copied().unwrap_or("")
}

/// What an actor sees of a source; `None` without an office that lists its records. Days of attendance are judged for the
/// whole county, so the county's reach is asked for there.
pub(super) fn sight(actor: &Actor, fed: Fed) -> Option<Sight> {
    let (action, stages) = governing(fed);
    let covers = |power: &&Power| {
        let whole = power.stages.is_empty();
        let each = !stages.is_empty() && stages.iter().all(|stage| power.stages.contains(stage));
        power.action == action && (whole || each)
    };
    let mut units = vec![];
    for row in power::POWERS.iter().filter(covers) {
        for grant in actor.grants.iter().filter(|grant| grant.role == row.role) {
            match row.reach {
                Reach::County => return Some(Sight::All),
                Reach::Unit | Reach::System => units.push(grant.unit),
                Reach::Own => {}
            }
        }
    }
    (fed != Fed::Attendance && !units.is_empty()).then_some(Sight::Units(units))
}
