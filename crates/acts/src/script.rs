//! The script of a year (年度脚本): steps of findings, accountabilities, bulletins, articles and the
//! county's law as a demo plays them. Each is performed by the account of the person who did it,
//! through the very act a person would use, on the version that then stands. Only a demo has a door
//! for this.

mod attendance;
mod draw;
mod list_entry;
mod rectification;
mod review;
mod roster;
mod scheme;
mod ticket;

pub use attendance::ScriptedAttendance;
pub use draw::ScriptedDraw;
pub use list_entry::ScriptedListing;
pub use rectification::{ScriptedBasis, ScriptedRectification};
pub use review::ScriptedReview;
pub use roster::ScriptedRoster;
pub use scheme::{ScriptedPrompt, ScriptedScheme};
pub use ticket::{ScriptedTicket, Sent};

use crate::accountability::{
    DecideMeasure, DecisionForm, GiveNotice, NoticeForm, RecordStatement, ServeDecision,
    ServiceForm, StatementForm, WaiveStatement,
};
use crate::article::{ArticleForm, CheckArticle, DraftArticle, PublishArticle};
use crate::bulletin::{
    AdvanceBulletin, AssessmentForm, BulletinForm, DraftBulletin, ItemForm, PublishBulletin,
    ReviewBulletin, SignBulletin,
};
use crate::campaign::{CampaignForm, DraftCampaign, IssueCampaign};
use crate::finding::{
    AdjudicateFinding, AdjudicationForm, RegisterFinding, RegistrationForm, ScreenFinding,
    ScreeningForm, VerificationForm, VerifyFinding,
};
use crate::law::view::{LawChangeFilter, LawChangeSort, Page};
use crate::law::{ConfirmLawChange, ProposalForm, ProposeLawChange};
use crate::liability::{ChainForm, LayChain};
use crate::matter::PaperForm;
use crate::monthly_report::{ConfirmReport, ReturnReport};
use crate::{ActError, Acts};
use qz_domain::accountability::Accountability;
use qz_domain::article::{Article, Step as ArticleStep};
use qz_domain::bulletin::{Bulletin, Step as BulletinStep};
use qz_domain::campaign::Campaign;
use qz_domain::field::{Fault, FieldError};
use qz_domain::finding::Finding;
use qz_domain::id::AccountId;
use qz_domain::law::change::Stage;
use qz_domain::month::Month;
use qz_domain::monthly_report::ReportKey;
use qz_domain::number::VisitNumber;
use qz_store::{
    Act, BatchMode, Write, account, accountability, article, bulletin, campaign, finding,
    law_change, monthly_report, person, stand_in, unit, visit,
};
use serde::{Deserialize, Serialize};

/// Stands where nobody acts: whoever sent a ticket has no account.
const NOBODY: AccountId = AccountId(0);

/// A step and who did it.
#[derive(Debug, Clone)]
pub struct Scripted {
    /// The work number of whoever did it at the screen, or keyed it.
    pub by: String,
    /// The work number of the leader they stood in for; none when they acted for themselves.
    pub stands_for: Option<String>,
    /// What they did.
    pub step: ScriptedStep,
}

impl Scripted {
    /// What somebody did for themselves.
    pub fn by(number: &str, step: ScriptedStep) -> Self {
        Self { by: number.to_owned(), stands_for: None, step }
    }
}

/// What somebody did. A finding is named by its visit, a subject by its finding and its code or
/// work number, a bulletin, a campaign or an article by its title, a report by its
/// campaign, unit and month.
#[derive(Debug, Clone)]
pub enum ScriptedStep {
    /// Registered a finding.
    Register(RegistrationForm),
    /// Screened one.
    Screen(VisitNumber, ScreeningForm),
    /// Verified one.
    Verify(VisitNumber, VerificationForm),
    /// Said who answers for what.
    Lay(VisitNumber, ChainForm),
    /// Gave notice of one.
    Notify(VisitNumber, NoticeForm),
    /// Adjudicated a finding.
    Adjudicate(VisitNumber, AdjudicationForm),
    /// Did something about one who answers for it.
    Answer(ScriptedSubject, ScriptedAnswer),
    /// Drafted a bulletin on these subjects, each with the reason for its name.
    Draft(BulletinForm, Vec<(ScriptedSubject, String)>),
    /// Reviewed a bulletin for privacy.
    Review(String, AssessmentForm),
    /// Took another step of a bulletin.
    Advance(String, BulletinStep),
    /// Drafted the plan of a campaign.
    Plan(CampaignForm),
    /// Issued a plan under the number it was drafted with.
    IssuePlan(String),
    /// Confirmed the report of a month, with what the unit added.
    Report(ScriptedReport, String),
    /// Returned one, with what was missing.
    SendBack(ScriptedReport, String),
    /// Did something about a draw.
    Draw(ScriptedDraw),
    /// Did something of attendance.
    Attend(ScriptedAttendance),
    /// Did something about a duty roster.
    Roster(ScriptedRoster),
    /// Did something about a scheme, named by its unit and its code.
    Scheme((String, String), ScriptedScheme),
    /// Did something about a ticket.
    Ticket(ScriptedTicket),
    /// Did something about an entry of a list, named by its reason.
    List(String, ScriptedListing),
    /// Did something about a rectification.
    Rectify(ScriptedBasis, ScriptedRectification),
    /// Did something about a review of a decision.
    LookAgain(ScriptedSubject, ScriptedReview),
    /// Drafted an article.
    Write(ArticleForm),
    /// Took a step of an article that needs no form.
    Carry(String, ArticleStep),
    /// Proposed a change of the county's law.
    Propose(ProposalForm),
    /// Confirmed the one that waits on a document.
    Confirm(String),
}

/// What somebody did about one who answers for a finding.
#[derive(Debug, Clone)]
pub enum ScriptedAnswer {
    /// Took down a statement.
    Record(StatementForm),
    /// Keyed a waiver.
    Waive(PaperForm),
    /// Decided on a measure.
    Decide(DecisionForm),
    /// Served the decision.
    Serve,
}

/// Who answers for a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptedSubject {
    /// The visit the finding comes from.
    pub visit: VisitNumber,
    /// Code of the unit or work number of the person.
    pub who: String,
}

/// A report of a campaign's member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptedReport {
    /// The title of the campaign.
    pub campaign: String,
    /// Code of the unit.
    pub unit: String,
    /// The month.
    pub month: Month,
}

/// That a step was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Played;

impl Acts {
    /// Plays the steps of one day in one transaction, each under its own name: repeating them does
    /// nothing. All or none are done.
    ///
    /// # Errors
    /// The place of the first step that was refused, and why.
    pub async fn play(&self, steps: Vec<(String, Scripted)>) -> Result<(), (usize, ActError)> {
        let mode = BatchMode::AllOrNothing;
        let report = self.writer().batch(steps, mode, |_| true).await;
        let report = report.map_err(|fault| (0, fault.into()))?;
        for (place, outcome) in report.outcomes.into_iter().enumerate() {
            outcome.map_err(|refused| (place, refused))?;
        }
        Ok(())
    }
}

impl Act for Scripted {
    type Receipt = Played;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Played, ActError> {
        if let ScriptedStep::Ticket(step) = &self.step
            && step.is_senders()
        {
            ticket::play(write, NOBODY, step.clone()).await?;
            return Ok(Played);
        }
        if let ScriptedStep::Attend(step @ ScriptedAttendance::Punch { .. }) = &self.step {
            attendance::play(write, NOBODY, step.clone()).await?;
            return Ok(Played);
        }
        let actor = account_of(write, &self.by).await?;
        if let Some(number) = &self.stands_for {
            let found = person::find_by_number(write.reads(), number).await?;
            let leader = found.ok_or_else(|| unknown(number))?.id;
            stand_in::take(write.free(), actor, leader).await?;
        }
        perform(write, actor, self.step).await?;
        if self.stands_for.is_some() {
            stand_in::put_down(write.free(), actor).await?;
        }
        Ok(Played)
    }
}

async fn perform(write: &mut Write, actor: AccountId, step: ScriptedStep) -> Result<(), ActError> {
    match step {
        ScriptedStep::Register(form) => drop(RegisterFinding { actor, form }.perform(write).await?),
        ScriptedStep::Screen(visit, form) => {
            let Finding { id: finding, version, .. } = found(write, visit).await?;
            ScreenFinding { actor, finding, version, form }.perform(write).await?;
        }
        ScriptedStep::Verify(visit, form) => {
            let Finding { id: finding, version, .. } = found(write, visit).await?;
            VerifyFinding { actor, finding, version, form }.perform(write).await?;
        }
        ScriptedStep::Notify(visit, form) => {
            let finding = found(write, visit).await?.id;
            GiveNotice { actor, finding, form }.perform(write).await?;
        }
        ScriptedStep::Lay(visit, form) => lay(write, actor, visit, form).await?,
        ScriptedStep::Adjudicate(visit, form) => {
            let Finding { id: finding, version, .. } = found(write, visit).await?;
            AdjudicateFinding { actor, finding, version, form }.perform(write).await?;
        }
        ScriptedStep::Draft(form, told) => draft(write, actor, form, told).await?,
        ScriptedStep::Review(title, form) => weigh(write, actor, &title, form).await?,
        ScriptedStep::Advance(title, step) => advance(write, actor, &title, step).await?,
        ScriptedStep::Plan(form) => {
            DraftCampaign { actor, form }.perform(write).await.map(drop)?;
        }
        ScriptedStep::IssuePlan(title) => issue(write, actor, &title).await?,
        ScriptedStep::Report(which, words) => report(write, actor, &which, words).await?,
        ScriptedStep::SendBack(which, reason) => send_back(write, actor, &which, reason).await?,
        ScriptedStep::Draw(step) => draw::play(write, actor, step).await?,
        ScriptedStep::Attend(step) => attendance::play(write, actor, step).await?,
        ScriptedStep::Roster(step) => roster::play(write, actor, step).await?,
        ScriptedStep::Scheme(which, step) => scheme::play(write, actor, (&which, step)).await?,
        ScriptedStep::Ticket(step) => ticket::play(write, actor, step).await?,
        ScriptedStep::List(reason, step) => list_entry::play(write, actor, (&reason, step)).await?,
        ScriptedStep::Rectify(basis, step) => {
            rectification::play(write, actor, (basis, step)).await?;
        }
        ScriptedStep::LookAgain(who, step) => review::play(write, actor, (&who, step)).await?,
        ScriptedStep::Write(form) => drop(DraftArticle { actor, form }.perform(write).await?),
        ScriptedStep::Carry(title, step) => carry(write, actor, &title, step).await?,
        ScriptedStep::Propose(form) => {
            ProposeLawChange { actor, form }.perform(write).await.map(drop)?;
        }
        ScriptedStep::Confirm(document) => confirm(write, actor, &document).await?,
        ScriptedStep::Answer(who, answer) => answer_for(write, actor, (&who, answer)).await?,
    }
    Ok(())
}

/// Lays a chain for the first time.
async fn lay(
    write: &mut Write,
    actor: AccountId,
    visit: VisitNumber,
    form: ChainForm,
) -> Result<(), ActError> {
    let finding = found(write, visit).await?.id;
    LayChain { actor, finding, version: 0, form }.perform(write).await.map(drop)
}

async fn send_back(
    write: &mut Write,
    actor: AccountId,
    which: &ScriptedReport,
    reason: String,
) -> Result<(), ActError> {
    let (key, version) = reported(write, which).await?;
    let paper = PaperForm::default();
    ReturnReport { actor, key, version, reason, paper }.perform(write).await.map(drop)
}

/// The steps of one subject.
async fn answer_for(
    write: &mut Write,
    actor: AccountId,
    (who, answer): (&ScriptedSubject, ScriptedAnswer),
) -> Result<(), ActError> {
    let Accountability { id: accountability, version, .. } = subject(write, who).await?;
    let done = match answer {
        ScriptedAnswer::Record(form) => {
            RecordStatement { actor, accountability, version, form }.perform(write).await
        }
        ScriptedAnswer::Waive(paper) => {
            WaiveStatement { actor, accountability, version, paper }.perform(write).await
        }
        ScriptedAnswer::Decide(form) => {
            DecideMeasure { actor, accountability, version, form }.perform(write).await
        }
        ScriptedAnswer::Serve => {
            let form = ServiceForm::default();
            ServeDecision { actor, accountability, version, form }.perform(write).await
        }
    };
    done.map(drop)
}

async fn draft(
    write: &mut Write,
    actor: AccountId,
    mut form: BulletinForm,
    told: Vec<(ScriptedSubject, String)>,
) -> Result<(), ActError> {
    for (who, naming) in told {
        let accountability = subject(write, &who).await?.id;
        form.items.push(ItemForm { accountability, naming });
    }
    DraftBulletin { actor, form }.perform(write).await.map(drop)
}

async fn titled(write: &mut Write, title: &str) -> Result<Bulletin, ActError> {
    let id = bulletin::titled(write.reads(), title).await?.ok_or_else(|| unknown(title))?;
    bulletin::find(write.reads(), id).await?.ok_or(ActError::NotFound)
}

async fn weigh(
    write: &mut Write,
    actor: AccountId,
    title: &str,
    assessment: AssessmentForm,
) -> Result<(), ActError> {
    let Bulletin { id: bulletin, version, .. } = titled(write, title).await?;
    let paper = PaperForm::default();
    let act = ReviewBulletin { actor, bulletin, version, assessment, paper };
    act.perform(write).await.map(drop)
}

async fn advance(
    write: &mut Write,
    actor: AccountId,
    title: &str,
    step: BulletinStep,
) -> Result<(), ActError> {
    let Bulletin { id: bulletin, version, .. } = titled(write, title).await?;
    let paper = PaperForm::default();
    match step {
        BulletinStep::Sign => {
            SignBulletin { actor, bulletin, version, paper }.perform(write).await.map(drop)
        }
        BulletinStep::Publish => {
            PublishBulletin { actor, bulletin, version, paper }.perform(write).await.map(drop)
        }
        step => {
            let act = AdvanceBulletin { actor, bulletin, version, step, paper };
            act.perform(write).await.map(drop)
        }
    }
}

async fn issue(write: &mut Write, actor: AccountId, title: &str) -> Result<(), ActError> {
    let id = campaign::titled(write.reads(), title).await?.ok_or_else(|| unknown(title))?;
    let found = campaign::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
    let Campaign { id: campaign, version, doc_number, .. } = found;
    let paper = PaperForm::default();
    let act = IssueCampaign { actor, campaign, version, doc_number, paper };
    act.perform(write).await.map(drop)
}

async fn report(
    write: &mut Write,
    actor: AccountId,
    which: &ScriptedReport,
    words: String,
) -> Result<(), ActError> {
    let (key, version) = reported(write, which).await?;
    let paper = PaperForm::default();
    ConfirmReport { actor, key, version, words, paper }.perform(write).await.map(drop)
}

/// The key of a report, and the version that stands; 0 before the first.
async fn reported(write: &mut Write, which: &ScriptedReport) -> Result<(ReportKey, i64), ActError> {
    let ScriptedReport { campaign: title, unit: code, month } = which;
    let campaign = campaign::titled(write.reads(), title).await?.ok_or_else(|| unknown(title))?;
    let unit = unit::find_by_code(write.reads(), code).await?.ok_or_else(|| unknown(code))?.id;
    let key = ReportKey { campaign, unit, month: *month };
    let found = monthly_report::find(write.reads(), key).await?;
    Ok((key, found.map_or(0, |report| report.version)))
}

async fn carry(
    write: &mut Write,
    actor: AccountId,
    title: &str,
    step: ArticleStep,
) -> Result<(), ActError> {
    let id = article::titled(write.reads(), title).await?.ok_or_else(|| unknown(title))?;
    let found = article::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
    let Article { id: article, version, .. } = found;
    let paper = PaperForm::default();
    match step {
        ArticleStep::Check => {
            CheckArticle { actor, article, version, paper }.perform(write).await.map(drop)
        }
        ArticleStep::Publish => {
            PublishArticle { actor, article, version, paper }.perform(write).await.map(drop)
        }
        ArticleStep::Draft | ArticleStep::Edit | ArticleStep::Withdraw => Err(unknown(title)),
    }
}

async fn confirm(write: &mut Write, actor: AccountId, document: &str) -> Result<(), ActError> {
    let (stage, words) = (Some(Stage::Proposed), Some(document.to_owned()));
    let filter = LawChangeFilter { stage, words, ..LawChangeFilter::default() };
    let (sort, one) = (LawChangeSort::Latest, Page::number(1, 1));
    let (found, _) = law_change::list::page(write.reads(), &filter, sort, one).await?;
    let found = found.first().ok_or_else(|| unknown(document))?;
    let (change, version, paper) = (found.id, found.version, PaperForm::default());
    ConfirmLawChange { actor, change, version, paper }.perform(write).await.map(drop)
}

fn unknown(what: &str) -> ActError {
    FieldError::new("script", Fault::Unknown(what.to_owned())).into()
}

async fn account_of(write: &mut Write, number: &str) -> Result<AccountId, ActError> {
    let found = person::find_by_number(write.reads(), number).await?;
    let person = found.ok_or_else(|| unknown(number))?;
    let found = account::find_by_person(write.reads(), person.id).await?;
    Ok(found.ok_or_else(|| unknown(number))?.id)
}

async fn found(write: &mut Write, number: VisitNumber) -> Result<Finding, ActError> {
    let found = visit::find_by_number(write.reads(), number).await?;
    let visit = found.ok_or_else(|| unknown(&number.to_string()))?;
    let ids = finding::of_visit(write.reads(), visit.id).await?;
    let id = ids.first().ok_or_else(|| unknown(&number.to_string()))?;
    finding::find(write.reads(), *id).await?.ok_or(ActError::NotFound)
}

async fn subject(write: &mut Write, who: &ScriptedSubject) -> Result<Accountability, ActError> {
    let finding = found(write, who.visit).await?.id;
    let rows = accountability::of_finding(write.reads(), finding).await?;
    let person = person::find_by_number(write.reads(), &who.who).await?.map(|person| person.id);
    let unit = unit::find_by_code(write.reads(), &who.who).await?.map(|unit| unit.id);
    let fits = |row: &Accountability| match row.person() {
        Some(_) => row.person() == person,
        None => Some(row.unit) == unit,
    };
    rows.into_iter().find(fits).ok_or_else(|| unknown(&who.who))
}
