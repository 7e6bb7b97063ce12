//! The file of a case (卷宗) as an account may see it: the finding with its visit, who answers for it, what is to be
//! put right, the bulletins that tell of it.

use super::view::{FindingFilter, FindingLine, FindingSort, FindingView, Page};
use crate::accountability::view::AccountabilityView;
use crate::matter::law;
use crate::rectification::view::RectificationView;
use crate::visit::view::VisitView;
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::file_check::{CaseFile, Defect, Place, Running};
use qz_domain::id::{AccountId, FindingId};
use qz_domain::instant;
use qz_domain::rectification::Rectification;
use qz_domain::term::Due;
use qz_store::ledger::ActEntry;
use qz_store::{Conn, Subject, accountability, bulletin, evidence, finding, rectification, visit};

pub use qz_domain::bulletin::Bulletin;

/// The kind of a chain of responsibility.
const CHAIN: &str = "chain";

/// The file of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// The finding.
    pub finding: FindingView,
    /// The visit it comes from; `None` where it has none, or this account may not read it.
    pub visit: Option<VisitView>,
    /// Who answers for it, as far as this account may read them.
    pub subjects: Vec<AccountabilityView>,
    /// What is to be put right, as far as this account may read it.
    pub rectifications: Vec<RectificationView>,
    /// The published bulletins that make its decisions known.
    pub bulletins: Vec<Bulletin>,
    /// The kinds of the pieces that this account may not read, one each.
    pub withheld: Vec<&'static str>,
    /// What the file lacks today.
    pub defects: Vec<(Defect, Place)>,
}

impl Dossier {
    /// Every act on every piece, in the order of the log.
    pub fn acts(&self) -> Vec<&ActEntry> {
        let visit = self.visit.iter().flat_map(|one| &one.timeline);
        let subjects = self.subjects.iter().flat_map(|one| &one.timeline);
        let chain = self.finding.chain.iter().flat_map(|one| &one.timeline);
        let mended = self.rectifications.iter().flat_map(|one| &one.timeline);
        let mut all: Vec<_> = visit
            .chain(&self.finding.timeline)
            .chain(chain)
            .chain(subjects)
            .chain(mended)
            .collect();
        all.sort_by_key(|act| act.leaf);
        all
    }
}

/// A case of the file check with what its file lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The case.
    pub line: FindingLine,
    /// What is missing; never empty.
    pub defects: Vec<(Defect, Place)>,
}

impl Acts {
    /// The file of a case. One whose finding the account may not see does not exist for it.
    pub async fn dossier(&self, account: AccountId, id: FindingId) -> Result<Dossier, ActError> {
        let finding = self.finding(account, id).await?;
        let mut withheld = vec![];
        if finding.is_chain_withheld {
            withheld.push(CHAIN);
        }
        let visit = match finding.visit.as_ref().map(|visit| visit.id) {
            Some(id) => {
                let view = self.visit(account, id).await;
                readable(view, id.object().kind, &mut withheld)?
            }
            None => None,
        };
        let mut subjects = vec![];
        for line in &finding.subjects {
            let view = self.accountability(account, line.id).await;
            subjects.extend(readable(view, line.id.object().kind, &mut withheld)?);
        }
        let mut rectifications = vec![];
        for line in self.rectifications_of_finding(id).await? {
            let one = line.rectification.id;
            let view = self.rectification(account, one).await;
            rectifications.extend(readable(view, one.object().kind, &mut withheld)?);
        }
        let today = instant::day(self.now());
        let mut conn = self.reader().await?;
        let (defects, bulletins) = check(&mut conn, id, today).await?;
        Ok(Dossier { finding, visit, subjects, rectifications, bulletins, withheld, defects })
    }

    /// The cases an account may see whose files lack something today, by number.
    pub async fn file_check(
        &self,
        account: AccountId,
        filter: &FindingFilter,
    ) -> Result<Vec<Checked>, ActError> {
        let order = FindingSort::Number;
        let (lines, _) = self.findings(account, filter, order, Page::all()).await?;
        let today = instant::day(self.now());
        let mut conn = self.reader().await?;
        let mut found = vec![];
        for line in lines {
            let (defects, _) = check(&mut conn, line.id, today).await?;
            if !defects.is_empty() {
                found.push(Checked { line, defects });
            }
        }
        Ok(found)
    }
}

/// A piece, or its kind among what is withheld.
fn readable<T>(
    view: Result<T, ActError>,
    kind: &'static str,
    withheld: &mut Vec<&'static str>,
) -> Result<Option<T>, ActError> {
    match view {
        Ok(view) => Ok(Some(view)),
        Err(ActError::NotFound) => {
            withheld.push(kind);
            Ok(None)
        }
        Err(fault) => Err(fault),
    }
}

/// What the file of a case lacks, and the bulletins that tell of it.
async fn check(
    conn: &mut Conn,
    id: FindingId,
    today: Date,
) -> Result<(Vec<(Defect, Place)>, Vec<Bulletin>), ActError> {
    let it = finding::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let (from, files) = match it.visit {
        Some(id) => {
            let from = visit::find(conn, id).await?.ok_or(ActError::NotFound)?;
            (Some(from), evidence::of_visit(conn, id).await?)
        }
        None => (None, vec![]),
    };
    let mut subjects = vec![];
    for row in accountability::of_finding(conn, id).await? {
        let service = accountability::service::find(conn, row.id).await?;
        subjects.push((row, service));
    }
    let rows: Vec<_> = subjects.iter().map(|(row, _)| row.id).collect();
    let mut bulletins = vec![];
    for one in bulletin::published_on(conn, &rows).await? {
        bulletins.extend(bulletin::find(conn, one).await?);
    }
    let placed = rectification::resting_on(conn, (Some(id), None)).await?;
    let rectifications: Vec<Rectification> = placed.into_iter().map(|(one, ..)| one).collect();
    let file = CaseFile {
        visit: from.as_ref(),
        evidence: &files,
        finding: &it,
        subjects: &subjects,
        rectifications: &rectifications,
        bulletins: &bulletins,
    };
    let terms = ends(conn, file.running()).await?;
    Ok((file.defects(&terms, today), bulletins))
}

/// When each term that runs ends.
async fn ends(conn: &mut Conn, running: Vec<Running>) -> Result<Vec<(Due, Place)>, ActError> {
    let mut ends = vec![];
    for (code, from, place) in running {
        ends.push((law::known_deadline(conn, from, code).await?.due, place));
    }
    Ok(ends)
}
