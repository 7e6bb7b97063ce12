//! Adopt a version of a rule (采用考勤规则): one rule in the language of schemes, in force from a day to come. Days that
//! are over are never judged by it.

use super::book;
use super::spoken::refused;
use crate::organisation::whole_county;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::attendance::AttendanceRefusal;
use qz_domain::attendance::assignment::{AdoptedRule, LINE_MOST};
use qz_domain::field;
use qz_domain::id::{AccountId, RuleId};
use qz_domain::instant;
use qz_store::{Act, Subject, Write, attendance};
use serde::{Deserialize, Serialize};

/// The most characters of a rule.
const BODY_MOST: usize = 8000;

/// What a person writes of a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleForm {
    /// The rule, in the language of schemes.
    pub body: String,
    /// The document that says so; may be empty.
    pub document: String,
}

/// Adopts a rule.
#[derive(Debug, Clone)]
pub struct AdoptRule {
    /// Who does.
    pub actor: AccountId,
    /// What they wrote.
    pub form: RuleForm,
}

/// Which rule it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleAdopted {
    /// In the store.
    pub rule: RuleId,
}

impl Act for AdoptRule {
    type Receipt = RuleAdopted;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RuleAdopted, ActError> {
        let Self { actor, form } = self;
        let action = Action::RuleAdopt;
        let actor = power::require(write, actor, action, &whole_county()).await?;
        let body = field::text("rule_body", &form.body, BODY_MOST)?;
        let document = field::optional_text("document", &form.document, LINE_MOST)?;
        let read = book::read(&body)?;
        let [rule] = read.rules() else {
            let count = read.rules().len();
            return Err(refused(AttendanceRefusal::NotOneRule { count }));
        };
        let today = instant::day(write.now());
        let least = today.tomorrow().unwrap_or(today);
        if rule.from < least {
            let since = rule.from;
            return Err(refused(AttendanceRefusal::NotToCome { since, least }));
        }
        let mut all = attendance::rules(write.reads()).await?;
        let new = AdoptedRule {
            id: RuleId(write.next_id()),
            code: rule.code.clone(),
            since: rule.from,
            body,
            document,
        };
        // Together they must still be read: no two versions of one day.
        all.push(new.clone());
        book::with(all.iter().map(|rule| rule.body.as_str()))?;
        attendance::insert_rule(write, &new).await?;
        write.record(actor.deed(action, new.id.object())).await?;
        Ok(RuleAdopted { rule: new.id })
    }
}
