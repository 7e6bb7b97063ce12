//! What readers will see of a bulletin (公开预览), before it is published: as the publication gate would show
//! it if it were signed and published today.

use super::public::{PublicBulletin, Reader, read};
use super::view::BulletinView;
use super::{expiry, publish};
use crate::matter::law;
use crate::{ActError, Acts};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::accountability::Accountability;
use qz_domain::bulletin::Bulletin;
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::instant;
use qz_domain::number::DocumentNumber;
use qz_domain::spelled;
use qz_domain::term::Deadline;
use qz_store::Conn;

spelled! {
    /// Through whose eyes, and when (预览角度).
    Eyes {
        /// 市民: anybody, from the first day on.
        Anybody = "anybody", "市民";
        /// 本县干部: somebody of the county, signed in.
        Staff = "staff", "本县干部";
        /// 到期后: anybody, once the names are gone.
        After = "after", "到期后";
    }
}

impl Acts {
    /// A bulletin through somebody's eyes, for whoever may read it on the desk. A number and days it does not
    /// have yet are those it would get today.
    pub async fn bulletin_preview(
        &self,
        account: AccountId,
        id: BulletinId,
        eyes: Eyes,
    ) -> Result<PublicBulletin, ActError> {
        let BulletinView { bulletin, organ, decisions, .. } = self.bulletin(account, id).await?;
        let mut conn = self.reader().await?;
        let today = instant::day(self.now());
        let mut bulletin = as_if_published(&mut conn, bulletin, today).await?;
        let expiry = names_until(&mut conn, (&bulletin, &decisions), today).await?;
        bulletin.expiry = Some(expiry);
        let read_as = match eyes {
            Eyes::Anybody => (Reader::Anybody, today),
            Eyes::Staff => (Reader::Staff, today),
            Eyes::After => (Reader::Anybody, expiry.due.earliest().saturating_add(1.day())),
        };
        read(&mut conn, (bulletin, organ), read_as).await
    }
}

async fn as_if_published(
    conn: &mut Conn,
    mut bulletin: Bulletin,
    today: Date,
) -> Result<Bulletin, ActError> {
    if bulletin.number.is_none() {
        let (series, year) = ((bulletin.organ, bulletin.kind), today.year());
        let last = qz_store::bulletin::last_serial(conn, series, year).await?;
        bulletin.number = DocumentNumber::new(year, last + 1);
    }
    bulletin.signed_on.get_or_insert(today);
    bulletin.published_on.get_or_insert(today);
    Ok(bulletin)
}

/// When its names go, or would go.
async fn names_until(
    conn: &mut Conn,
    (bulletin, decisions): (&Bulletin, &[Accountability]),
    today: Date,
) -> Result<Deadline, ActError> {
    if let Some(expiry) = bulletin.expiry {
        return Ok(expiry);
    }
    let term = publish::expiry_term(bulletin.scope);
    Ok(expiry::capped(law::known_deadline(conn, today, term).await?, decisions))
}
