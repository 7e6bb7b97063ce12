//! Ask about a prompt (问一声) before it is dealt with: the person it is about, or else the unit, has an item to answer. Nothing is
//! asked by the machine: whoever deals with the prompt asks, with one of the questions that the scheme has for it.

use super::PromptKey;
use super::load::{Standing, standing};
use crate::ActError;
use crate::filing::Filed;
use crate::matter::PaperForm;
use qz_domain::action::Action;
use qz_domain::filing::{FIELD_MOST, FiledField, Filing, FilingKind, FilingRefusal};
use qz_domain::id::{AccountId, FilingId};
use qz_domain::refusal::Refusal;
use qz_mechanism::event::Opens;
use qz_store::{Act, Subject, Write, filing};

/// The field of a question that says which rule prompted.
const RULE: &str = "疑点";
/// The field of a question that says whom or what it prompted.
const SUBJECT: &str = "对象";

/// Asks about a prompt.
#[derive(Debug, Clone)]
pub struct AskAboutPrompt {
    /// Who asks.
    pub actor: AccountId,
    /// About which.
    pub key: PromptKey,
    /// With which question of the scheme, by its title.
    pub question: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for AskAboutPrompt {
    type Receipt = Filed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Filed, ActError> {
        let Self { actor, key, question, paper } = self;
        let action = Action::PromptAsk;
        let standing = standing(write, (actor, action), (&key, &paper)).await?;
        let element = standing.scheme.element(&question)?;
        if Opens::of(element) != Some(Opens::Prompt) {
            return Err(ActError::NotFound);
        }
        let cycle = (key.cycle, key.cycle);
        let before = filing::of_adoption(write.reads(), key.adoption, cycle).await?;
        if let Some(one) = before.iter().find(|one| is_about(one, (&key.element, &key.subject))) {
            return Err(Refusal::from(FilingRefusal::AskedBefore { day: one.filed_on }).into());
        }
        let made = asked(FilingId(write.next_id()), &standing, (&key, question))?;
        filing::insert(write, &made).await?;
        let deed = standing.doing.act(action, made.id.object(), &standing.actor);
        write.record(deed).await?;
        Ok(Filed { filing: made.id })
    }
}

fn asked(
    id: FilingId,
    standing: &Standing,
    (key, question): (&PromptKey, String),
) -> Result<Filing, ActError> {
    let Standing { scheme, cycle, hit, doing, .. } = standing;
    let field = |title: &str, value: &str| FiledField {
        title: title.to_owned(),
        value: value.chars().take(FIELD_MOST).collect(),
    };
    Ok(Filing {
        id,
        adoption: scheme.adoption.id,
        element: question,
        cycle: cycle.0,
        unit: hit.unit.unwrap_or(scheme.unit.id),
        kind: FilingKind::Asked,
        fields: vec![field(RULE, &key.element), field(SUBJECT, &hit.subject)],
        reason: hit.trace.chars().take(FIELD_MOST).collect(),
        corrects: None,
        answers: None,
        asked: hit.person,
        by: doing.by.first().copied().ok_or(ActError::NotFound)?,
        filed_on: doing.day,
    })
}

/// Whether a filing is a question about a prompt of its cycle: of this rule, about this subject.
pub(crate) fn is_about(one: &Filing, (rule, subject): (&str, &str)) -> bool {
    let says = |title: &str, value: &str| {
        one.fields.iter().any(|field| field.title == title && field.value == value)
    };
    one.kind == FilingKind::Asked && says(RULE, rule) && says(SUBJECT, subject)
}
