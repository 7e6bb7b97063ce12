//! What anybody may know of reviews: what published bulletins tell of the decisions they make known. It goes
//! through the gate of the bulletins, so that it says what their pages say.

use crate::bulletin::load;
use crate::bulletin::public::{
    BulletinFilter, BulletinSort, Mark, NamedUnit, Page, PublicBulletin, PublicItem, Reader, read,
};
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::id::BulletinId;
use qz_domain::number::DocumentNumber;
use qz_domain::unit::Unit;
use qz_store::bulletin::list::{self, Seen};

/// What a bulletin tells of a decision's review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldReview {
    /// The bulletin.
    pub bulletin: BulletinId,
    /// Its number.
    pub number: DocumentNumber,
    /// The organ that issued it.
    pub organ: Unit,
    /// The unit of the decision.
    pub unit: NamedUnit,
    /// Whether the decision is on a person.
    pub is_person: bool,
    /// Whether it is under review.
    pub is_under_review: bool,
    /// What the latest review that changed it made of it.
    pub mark: Option<Mark>,
}

impl Acts {
    /// The reviews that bulletins tell anybody of on a day, of the latest bulletin first.
    pub async fn told_reviews(&self, day: Date) -> Result<Vec<ToldReview>, ActError> {
        let mut conn = self.reader().await?;
        let filter = BulletinFilter { is_reviewed: true, ..BulletinFilter::default() };
        let (sort, all) = (BulletinSort::Latest, Page::all());
        let (lines, _) = list::page(&mut conn, &[Seen::Published], &filter, sort, all).await?;
        let mut told = vec![];
        for line in lines {
            let found = load(&mut conn, line.id).await?;
            let bulletin = read(&mut conn, found, (Reader::Anybody, day)).await?;
            if !bulletin.is_hidden {
                told.extend(of(bulletin));
            }
        }
        Ok(told)
    }
}

fn of(bulletin: PublicBulletin) -> impl Iterator<Item = ToldReview> {
    let PublicBulletin { id, number, organ, items, .. } = bulletin;
    let is_reviewed = |item: &PublicItem| item.is_under_review || item.mark.is_some();
    items.into_iter().filter(is_reviewed).map(move |item| ToldReview {
        bulletin: id,
        number,
        organ: organ.clone(),
        unit: item.unit,
        is_person: item.is_person,
        is_under_review: item.is_under_review,
        mark: item.mark,
    })
}
