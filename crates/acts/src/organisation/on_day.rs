//! The organisation of a day (某日机构): units against their people, the posts of one unit with who
//! holds them, what is empty or due.

use super::view::UnitLine;
use crate::{ActError, Acts, power};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::appointment::{AppointmentKind, Balance};
use qz_domain::id::{AccountId, PersonId, UnitId};
use qz_domain::person::PersonKind;
use qz_domain::post::Post;
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_store::appointment::list;
pub use qz_store::appointment::list::{EmptyPost, Holder};
pub use qz_store::appointment::{Handover, OpenWork};
pub use qz_store::away::list::AwayLine;
use qz_store::away::list::{AwayFilter, AwaySeen, AwaySort, page as list_away};
pub use qz_store::deputy::DeputyLine;
use qz_store::list::Page;
use qz_store::{Conn, appointment, deputy, person, unit};

/// How many days ahead a first screen looks.
const AHEAD: i64 = 30;

/// The fewest places of a unit whose counts anybody may know.
const FEWEST: i64 = 5;

/// A post with who holds it on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostOnDay {
    /// The post.
    pub post: Post,
    /// Authorised against held.
    pub balance: Balance,
    /// Who is in it, on whatever footing; the second line stands apart.
    pub holders: Vec<Holder>,
}

/// A unit on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitOnDay {
    /// The unit.
    pub unit: Unit,
    /// Its posts, leading ones first.
    pub posts: Vec<PostOnDay>,
    /// Who left the first line and stays in the unit.
    pub second_line: Vec<Holder>,
    /// Who of its own works elsewhere.
    pub lent_out: Vec<Holder>,
    /// Who stands in for its posts.
    pub deputies: Vec<DeputyLine>,
    /// Who is away.
    pub away: Vec<AwayLine>,
}

impl Acts {
    /// Every unit there was on a day with its counts, by code.
    pub async fn units_on(&self, day: Date) -> Result<Vec<UnitLine>, ActError> {
        Ok(unit::list::with_counts(&mut self.reader().await?, day).await?)
    }

    /// A unit's posts and people on a day, for whoever may read its people.
    pub async fn unit_on(
        &self,
        account: AccountId,
        (code, day): (&str, Date),
    ) -> Result<UnitOnDay, ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let found = unit::find_by_code(&mut conn, code).await?.ok_or(ActError::NotFound)?;
        let units = vec![(found.id, found.line)];
        let concern = Concern { stage: "", people: vec![], units };
        if found.since > day || !power::may(&actor, Action::PersonRead, &concern) {
            return Err(ActError::NotFound);
        }
        let holders = list::holders(&mut conn, found.id, day).await?;
        let lent_out = list::lent_out(&mut conn, found.id, day).await?;
        let deputies = deputy::of_unit(&mut conn, found.id, day).await?;
        let away = away_on(&mut conn, found.id, day).await?;
        let posts = unit::posts_of(&mut conn, found.id).await?;
        let is_apart = |one: &Holder| {
            one.kind == AppointmentKind::Full && one.footing == PersonKind::SecondLine
        };
        let (second_line, first): (Vec<_>, Vec<_>) = holders.into_iter().partition(is_apart);
        let posts = posts.into_iter().map(|post| on_day(post, &first)).collect();
        Ok(UnitOnDay { unit: found, posts, second_line, lent_out, deputies, away })
    }

    /// Leading posts that nobody holds as their own on a day.
    pub async fn empty_posts(&self, day: Date, most: i64) -> Result<Vec<EmptyPost>, ActError> {
        Ok(list::empty_posts(&mut self.reader().await?, day, most).await?)
    }

    /// Appointments whose expected end is past or comes within 30 days, and those that begin then.
    pub async fn coming_appointments(&self, day: Date, most: i64) -> Result<Vec<Holder>, ActError> {
        let last = day.checked_add(AHEAD.days()).unwrap_or(day);
        Ok(list::coming(&mut self.reader().await?, (day, last), most).await?)
    }

    /// What a person has a part in that is not done, for whoever may transfer them.
    pub async fn open_work(
        &self,
        account: AccountId,
        id: PersonId,
    ) -> Result<Vec<OpenWork>, ActError> {
        let mut conn = self.reader().await?;
        let actor = power::actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = crate::person::concern_of(&mut conn, id).await?;
        if !power::may(&actor, Action::Transfer, &concern) {
            return Err(ActError::Forbidden(Action::Transfer));
        }
        person::find(&mut conn, id).await?.ok_or(ActError::NotFound)?;
        Ok(appointment::open_work(&mut conn, id).await?)
    }
}

impl Acts {
    /// A unit's posts against its people on a day, as anybody may know it: counts alone, and none of
    /// a unit so small that a count tells of somebody.
    pub async fn public_balance(
        &self,
        unit: UnitId,
        day: Date,
    ) -> Result<Option<Balance>, ActError> {
        let mut conn = self.reader().await?;
        let posts = unit::posts_of(&mut conn, unit).await?;
        let authorised = posts.iter().map(|post| post.authorised).sum();
        if authorised < FEWEST {
            return Ok(None);
        }
        let lent = list::lent_out(&mut conn, unit, day).await?;
        let lent_out = i64::try_from(lent.len()).unwrap_or(i64::MAX);
        let mut balance = Balance { authorised, lent_out, ..Balance::default() };
        for one in list::holders(&mut conn, unit, day).await? {
            balance.count(one.kind, one.footing);
        }
        Ok(Some(balance))
    }

    /// What a person handed over or took over, latest first, with the names of both, for whoever
    /// may transfer them.
    pub async fn handovers(
        &self,
        account: AccountId,
        id: PersonId,
    ) -> Result<Vec<(Handover, String, String)>, ActError> {
        let mut conn = self.reader().await?;
        let actor = power::actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = crate::person::concern_of(&mut conn, id).await?;
        if !power::may(&actor, Action::Transfer, &concern) {
            return Err(ActError::Forbidden(Action::Transfer));
        }
        Ok(appointment::handovers_of(&mut conn, id).await?)
    }
}

/// Who with a post of a unit is away on a day.
async fn away_on(conn: &mut Conn, unit: UnitId, day: Date) -> Result<Vec<AwayLine>, ActError> {
    let filter = AwayFilter { on: Some(day), ..AwayFilter::default() };
    let seen = [AwaySeen::OfUnit(unit)];
    let (lines, _) = list_away(conn, &seen, &filter, AwaySort::Back, Page::all()).await?;
    Ok(lines)
}

fn on_day(post: Post, holders: &[Holder]) -> PostOnDay {
    let holders: Vec<_> =
        holders.iter().filter(|one| one.post_code == post.code).cloned().collect();
    let mut balance = Balance { authorised: post.authorised, ..Balance::default() };
    for one in &holders {
        balance.count(one.kind, one.footing);
    }
    PostOnDay { post, balance, holders }
}
