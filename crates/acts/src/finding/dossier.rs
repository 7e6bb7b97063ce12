//! The file of a case (卷宗) as an account may see it: the finding with its visit, who answers for it, what is to be
//! put right, the bulletins that tell of it.

use super::view::{FindingFilter, FindingLine, FindingSort, FindingView, Page};
use crate::accountability::view::AccountabilityView;
use crate::matter::law;
use crate::rectification::view::RectificationView;
use crate::visit::view::VisitView;
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::accountability::{Accountability, Service};
use qz_domain::evidence::Evidence;
use qz_domain::file_check::{CaseFile, Defect, Place, Running};
use qz_domain::finding::Finding;
use qz_domain::id::{AccountId, FindingId, VisitId};
use qz_domain::instant;
use qz_domain::rectification::{Basis, Rectification};
use qz_domain::visit::Visit;
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

/// How many cases are read together.
const TOGETHER: usize = 100;

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
        let known = law::Known::read(&mut conn).await?;
        let mut found = vec![];
        for some in lines.chunks(TOGETHER) {
            let ids: Vec<_> = some.iter().map(|line| line.id).collect();
            let cases = cases(&mut conn, &ids).await?;
            for line in some {
                let Some(case) = cases.iter().find(|case| case.finding.id == line.id) else {
                    continue;
                };
                let defects = case.defects(&known, today)?;
                if !defects.is_empty() {
                    found.push(Checked { line: line.clone(), defects });
                }
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

/// The pieces of a case that the rules look at.
struct Case {
    finding: Finding,
    visit: Option<Visit>,
    evidence: Vec<Evidence>,
    subjects: Vec<(Accountability, Option<Service>)>,
    rectifications: Vec<Rectification>,
    bulletins: Vec<Bulletin>,
}

impl Case {
    fn defects(&self, known: &law::Known, today: Date) -> Result<Vec<(Defect, Place)>, ActError> {
        let file = CaseFile {
            visit: self.visit.as_ref(),
            evidence: &self.evidence,
            finding: &self.finding,
            subjects: &self.subjects,
            rectifications: &self.rectifications,
            bulletins: &self.bulletins,
        };
        let end =
            |(code, from, place): Running| known.deadline(from, code).map(|term| (term.due, place));
        let terms = file.running().into_iter().map(end).collect::<Result<Vec<_>, _>>()?;
        Ok(file.defects(&terms, today))
    }
}

/// The cases of these findings, in the same few statements however many they are. Of the bulletins only those that
/// may lack something are read, and whole.
async fn cases(conn: &mut Conn, ids: &[FindingId]) -> Result<Vec<Case>, ActError> {
    let findings = finding::many(conn, ids).await?;
    let from: Vec<VisitId> = findings.iter().filter_map(|one| one.visit).collect();
    let visits = visit::many(conn, &from).await?;
    let evidence = evidence::of_visits(conn, &from).await?;
    let held = accountability::of_findings(conn, ids).await?;
    let services = accountability::service::of_findings(conn, ids).await?;
    let placed = rectification::of_findings(conn, ids).await?;
    let mut bulletins = vec![];
    for (finding, id) in bulletin::without_end_on(conn, ids).await? {
        bulletins.extend(bulletin::find(conn, id).await?.map(|one| (finding, one)));
    }
    let mut cases = vec![];
    for finding in findings {
        let (id, from) = (finding.id, finding.visit);
        let visit = visits.iter().find(|one| Some(one.id) == from);
        let own = held.iter().filter(|row| row.finding == id);
        let served = |row: &Accountability| {
            let found = services.iter().find(|(held, _)| *held == row.id);
            (row.clone(), found.map(|(_, service)| service.clone()))
        };
        let files = evidence.iter().filter(|(of, _)| Some(*of) == from).map(|(_, one)| one.clone());
        let mend = placed.iter().filter(|one| one.basis == Basis::Finding(id)).cloned();
        let told = bulletins.iter().filter(|(of, _)| *of == id).map(|(_, one)| one.clone());
        cases.push(Case {
            visit: visit.cloned(),
            evidence: files.collect(),
            subjects: own.map(served).collect(),
            rectifications: mend.collect(),
            bulletins: told.collect(),
            finding,
        });
    }
    Ok(cases)
}

/// What the file of a case lacks, and the bulletins that tell of it.
async fn check(
    conn: &mut Conn,
    id: FindingId,
    today: Date,
) -> Result<(Vec<(Defect, Place)>, Vec<Bulletin>), ActError> {
    let known = law::Known::read(conn).await?;
    let case = cases(conn, &[id]).await?.pop().ok_or(ActError::NotFound)?;
    let rows: Vec<_> = case.subjects.iter().map(|(row, _)| row.id).collect();
    let mut bulletins = vec![];
    for one in bulletin::published_on(conn, &rows).await? {
        bulletins.extend(bulletin::find(conn, one).await?);
    }
    Ok((case.defects(&known, today)?, bulletins))
}
