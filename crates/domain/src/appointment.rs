//! Appointments (任职): who holds which post, on what footing, from which day.

mod balance;
mod refusal;

pub use balance::Balance;
pub use refusal::AppointmentRefusal;

use crate::id::{AppointmentId, PersonId, PostId, UnitId};
use crate::post::{Post, Rank};
use crate::role::Role;
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// On what footing somebody is in a post (任职方式).
    AppointmentKind {
        /// 任职: the person's own post.
        Full = "full", "任职";
        /// 兼任: a further post beside the own one.
        Concurrent = "concurrent", "兼任";
        /// 主持工作: runs a unit whose head's post is empty, or whose head is away.
        Presiding = "presiding", "主持工作";
        /// 代理: fills a leading post until somebody is appointed to it.
        Acting = "acting", "代理";
        /// 挂职: a training post elsewhere, for a time.
        Posting = "posting", "挂职";
        /// 借调: lent to another unit, for a time.
        Secondment = "secondment", "借调";
        /// 驻村: lives and works in a village, for a time.
        VillageStay = "village_stay", "驻村";
    }
}

spelled! {
    /// Work that somebody takes over when another moves on (交接事项).
    WorkKind {
        /// 走访
        Visit = "visit", "走访";
        /// 线索
        Finding = "finding", "线索";
        /// 问责
        Accountability = "accountability", "问责";
        /// 通报
        Bulletin = "bulletin", "通报";
    }
}

impl AppointmentKind {
    /// Whether a day must be named on which it is expected to end.
    pub fn needs_due(self) -> bool {
        matches!(self, Self::Acting) || self.is_away()
    }

    /// Whether the person works away from the own post meanwhile.
    pub fn is_away(self) -> bool {
        matches!(self, Self::Posting | Self::Secondment | Self::VillageStay)
    }

    /// Whether the post must be one that leads its unit.
    fn leads(self) -> bool {
        matches!(self, Self::Presiding | Self::Acting)
    }
}

/// One person in one post for a span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Number in the store.
    pub id: AppointmentId,
    /// Who.
    pub person: PersonId,
    /// Of which unit.
    pub unit: UnitId,
    /// In which post.
    pub post: PostId,
    /// On what footing.
    pub kind: AppointmentKind,
    /// First day.
    pub since: Date,
    /// The day it is expected to end; passing it ends nothing.
    pub due: Option<Date>,
    /// Last day, `None` while it lasts.
    pub until: Option<Date>,
}

impl Appointment {
    /// Whether it holds on a day; both ends count.
    pub fn holds_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it lasts although the expected end is past: a question to put, never a verdict.
    pub fn is_past_due(&self, day: Date) -> bool {
        self.holds_on(day) && self.due.is_some_and(|due| due < day)
    }

    /// Whether both hold on some day.
    pub fn meets(&self, other: &Self) -> bool {
        self.until.is_none_or(|until| other.since <= until)
            && other.until.is_none_or(|until| self.since <= until)
    }
}

/// Who appoints to a post and ends it: leaders from 乡科级 up are the organisation department's,
/// everybody else the personnel office's.
pub fn appointing_role(rank: Rank) -> Role {
    if rank <= Rank::SectionDeputy { Role::Organisation } else { Role::Hr }
}

/// What is about to be, for [`must_fit`].
#[derive(Debug, Clone, Copy)]
pub struct Appointing<'a> {
    /// The name of the person.
    pub name: &'a str,
    /// The new appointment.
    pub new: &'a Appointment,
    /// Its post.
    pub post: &'a Post,
    /// Everything else the person holds or held.
    pub held: &'a [Appointment],
    /// Who holds this post in full on the first day, by name.
    pub holder: Option<&'a str>,
}

/// Refuses an appointment that cannot stand beside the others of the person.
///
/// # Errors
/// Which rule stands in the way.
pub fn must_fit(case: Appointing<'_>) -> Result<(), AppointmentRefusal> {
    let Appointing { name, new, post, held, holder } = case;
    let (person, post_name) = (|| name.to_owned(), || post.name.clone());
    let beside = |wanted: fn(&Appointment) -> bool| {
        held.iter().any(|other| other.meets(new) && wanted(other))
    };
    if held.iter().any(|other| other.meets(new) && other.post == new.post) {
        return Err(AppointmentRefusal::SamePost { person: person(), post: post_name() });
    }
    if new.kind == AppointmentKind::Full {
        if beside(|other| other.kind == AppointmentKind::Full) {
            return Err(AppointmentRefusal::SecondFullPost { person: person() });
        }
        return Ok(());
    }
    let own =
        held.iter().find(|other| other.kind == AppointmentKind::Full && other.holds_on(new.since));
    let Some(own) = own else {
        return Err(AppointmentRefusal::NoFullPost { person: person(), day: new.since });
    };
    if new.kind.leads() && !post.leads {
        return Err(AppointmentRefusal::NotLeading { post: post_name() });
    }
    if let (AppointmentKind::Acting, Some(holder)) = (new.kind, holder) {
        let holder = holder.to_owned();
        return Err(AppointmentRefusal::PostHeld { post: post_name(), holder });
    }
    if new.kind.is_away() && own.unit == new.unit {
        return Err(AppointmentRefusal::LentToOwnUnit { person: person() });
    }
    if new.kind.is_away() && beside(|other| other.kind.is_away()) {
        return Err(AppointmentRefusal::AwayAlready { person: person() });
    }
    Ok(())
}
