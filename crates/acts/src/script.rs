//! The script of a year (年度脚本): steps of findings, accountabilities and bulletins as a demo plays
//! them. Each is performed by the account of the person who did it, through the very act a person
//! would use, on the version that then stands. Only a demo has a door for this.

mod draw;

pub use draw::ScriptedDraw;

use crate::accountability::{
    DecideMeasure, DecisionForm, GiveNotice, NoticeForm, RecordStatement, ServeDecision,
    ServiceForm, StatementForm, WaiveStatement,
};
use crate::article::{ArticleForm, CheckArticle, DraftArticle, PublishArticle};
use crate::bulletin::{
    AdvanceBulletin, BulletinForm, DraftBulletin, ItemForm, PublishBulletin, SignBulletin,
};
use crate::finding::{
    AdjudicateFinding, AdjudicationForm, RegisterFinding, RegistrationForm, ScreenFinding,
    ScreeningForm, VerificationForm, VerifyFinding,
};
use crate::matter::PaperForm;
use crate::{ActError, Acts};
use qz_domain::accountability::Accountability;
use qz_domain::article::{Article, Step as ArticleStep};
use qz_domain::bulletin::{Bulletin, Step as BulletinStep};
use qz_domain::field::{Fault, FieldError};
use qz_domain::finding::Finding;
use qz_domain::id::AccountId;
use qz_domain::number::VisitNumber;
use qz_store::{
    Act, BatchMode, Write, account, accountability, article, bulletin, finding, person, unit, visit,
};
use serde::{Deserialize, Serialize};

/// A step and who did it.
#[derive(Debug, Clone)]
pub struct Scripted {
    /// The work number of whoever did it at the screen, or keyed it.
    pub by: String,
    /// What they did.
    pub step: ScriptedStep,
}

/// What somebody did. A finding is named by its visit, a subject by its finding and its code or
/// work number, a bulletin or an article by its title.
#[derive(Debug, Clone)]
pub enum ScriptedStep {
    /// Registered a finding.
    Register(RegistrationForm),
    /// Screened one.
    Screen(VisitNumber, ScreeningForm),
    /// Verified one.
    Verify(VisitNumber, VerificationForm),
    /// Gave notice of one.
    Notify(VisitNumber, NoticeForm),
    /// Adjudicated a finding.
    Adjudicate(VisitNumber, AdjudicationForm),
    /// Did something about one who answers for it.
    Answer(ScriptedSubject, ScriptedAnswer),
    /// Drafted a bulletin on these subjects, each with the reason for its name.
    Draft(BulletinForm, Vec<(ScriptedSubject, String)>),
    /// Took a step of a bulletin.
    Advance(String, BulletinStep),
    /// Did something about a draw.
    Draw(ScriptedDraw),
    /// Drafted an article.
    Write(ArticleForm),
    /// Took a step of an article that needs no form.
    Carry(String, ArticleStep),
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
        let actor = account_of(write, &self.by).await?;
        match self.step {
            ScriptedStep::Register(form) => {
                RegisterFinding { actor, form }.perform(write).await.map(drop)?;
            }
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
            ScriptedStep::Adjudicate(visit, form) => {
                let Finding { id: finding, version, .. } = found(write, visit).await?;
                AdjudicateFinding { actor, finding, version, form }.perform(write).await?;
            }
            ScriptedStep::Draft(form, told) => draft(write, actor, form, told).await?,
            ScriptedStep::Advance(title, step) => advance(write, actor, &title, step).await?,
            ScriptedStep::Draw(step) => draw::play(write, actor, step).await?,
            ScriptedStep::Write(form) => {
                DraftArticle { actor, form }.perform(write).await.map(drop)?;
            }
            ScriptedStep::Carry(title, step) => carry(write, actor, &title, step).await?,
            ScriptedStep::Answer(who, answer) => answer_for(write, actor, (&who, answer)).await?,
        }
        Ok(Played)
    }
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

async fn advance(
    write: &mut Write,
    actor: AccountId,
    title: &str,
    step: BulletinStep,
) -> Result<(), ActError> {
    let id = bulletin::titled(write.reads(), title).await?.ok_or_else(|| unknown(title))?;
    let found = bulletin::find(write.reads(), id).await?.ok_or(ActError::NotFound)?;
    let Bulletin { id: bulletin, version, .. } = found;
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
