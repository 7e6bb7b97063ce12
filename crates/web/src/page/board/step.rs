//! The steps of an entry: statement, verification, notice, objection, answer, removal.

use super::show::{facts, said, title};
use super::{HOME, one};
use crate::door::Scope;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::Plan;
use crate::part::{Choice, Field};
use qz_acts::list_entry::view::ListView;
use qz_acts::list_entry::{
    AnswerForm, AnswerListObjection, ListEntryChanged, NoticeForm, NotifyList, ObjectToList,
    ObjectionForm, RemoveFromList, StateOnList, VerificationForm, VerifyForList,
};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::ListEntryId;
use qz_domain::list_entry::{Outcome, Step};

/// The steps of entries.
pub(super) struct Entries;

impl Family for Entries {
    type Id = ListEntryId;
    type Step = Step;
    type View = ListView;
    type Changed = ListEntryChanged;

    const NAME: &'static str = "board";
    const HOME: &'static str = HOME;
    const READ: Action = Action::ListRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::State, "/desk/lists/{id}/state"),
        (Step::Verify, "/desk/lists/{id}/verify"),
        (Step::Notice, "/desk/lists/{id}/notice"),
        (Step::Object, "/desk/lists/{id}/object"),
        (Step::Answer(Outcome::Upheld), "/desk/lists/{id}/answer"),
        (Step::Remove, "/desk/lists/{id}/remove"),
    ];

    /// Anybody may object to what is on the red list: the act looks who it is and to what.
    fn one(step: Step) -> Scope {
        if step == Step::Object { Scope::Own } else { one(false) }
    }

    async fn read(at: &At, id: ListEntryId) -> Result<ListView, ActError> {
        at.state.acts.list_entry(at.account(), id).await
    }

    fn version(view: &ListView) -> i64 {
        view.line.entry.version
    }

    async fn perform(
        at: &At,
        request: String,
        (entry, step, sent): (ListEntryId, Step, &Sent),
    ) -> Result<Done<ListEntryChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        let acts = &at.state.acts;
        match step {
            Step::Verify | Step::Decline => {
                let (passed, verified) = (sent.text("confirmed"), sent.text("verified"));
                let form = VerificationForm { passed, verified, paper };
                acts.perform(request, VerifyForList { actor, entry, version, form }).await
            }
            Step::Notice => {
                let form = weighed(sent);
                acts.perform(request, NotifyList { actor, entry, version, form }).await
            }
            Step::Object => {
                let form = ObjectionForm { reason: sent.text("reason"), paper };
                acts.perform(request, ObjectToList { actor, entry, version, form }).await
            }
            Step::Answer(_) => {
                let (outcome, answer) = (sent.text("outcome"), sent.text("answer"));
                let form = AnswerForm { outcome, answer, paper };
                acts.perform(request, AnswerListObjection { actor, entry, version, form }).await
            }
            Step::Remove => {
                let removal = sent.text("removal");
                acts.perform(request, RemoveFromList { actor, entry, version, removal, paper })
                    .await
            }
            Step::Nominate | Step::Propose | Step::State => {
                let statement = sent.text("statement");
                acts.perform(request, StateOnList { actor, entry, version, statement, paper }).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &ListView) -> Plan {
        let shell = &at.shell;
        let title = title(shell, &view.line);
        Plan {
            facts: facts(shell, view),
            texts: said(shell, view).into_iter().map(|one| (one.title, one.text)).collect(),
            rules: rules(step),
            ..plan::<Self>(shell, step, (view.line.entry.id, &title))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, view: &ListView) -> Vec<Field> {
        let lines = |name: &str| forms.lines(name, 4, &format!("board-hint-{name}"));
        match step {
            Step::Verify | Step::Decline => vec![confirmed(forms), lines("verified")],
            Step::Notice if view.line.entry.person.is_none() => vec![],
            Step::Notice => ["purpose", "effect", "safeguard"]
                .map(|name| {
                    let hint = format!("bulletin-hint-assess-{name}");
                    forms.lines(&format!("assess_{name}"), 2, &hint)
                })
                .into(),
            Step::Object => vec![forms.lines("reason", 4, "board-hint-objection")],
            Step::Answer(_) => vec![forms.radios::<Outcome>("outcome"), lines("answer")],
            Step::Remove => vec![lines("removal")],
            Step::Nominate | Step::Propose | Step::State => vec![lines("statement")],
        }
    }
}

fn weighed(sent: &Sent) -> NoticeForm {
    NoticeForm {
        purpose: sent.text("assess_purpose"),
        effect: sent.text("assess_effect"),
        safeguard: sent.text("assess_safeguard"),
        paper: sent.paper(),
    }
}

/// Yes or no; neither is chosen before.
fn confirmed(forms: &Forms<'_>) -> Field {
    let (chosen, say) = (forms.sent.get("confirmed"), |key: &str| forms.shell.say(key));
    let choice = |value: &str, key: &str| Choice::new(value, say(key), chosen);
    let choices = vec![
        choice("", "matter-choose"),
        choice("yes", "board-passed-yes"),
        choice("no", "board-passed-no"),
    ];
    forms.select("confirmed", choices)
}

/// What whoever takes a step must know.
fn rules(step: Step) -> &'static [&'static str] {
    match step {
        Step::Verify | Step::Decline => &["board-rule-other", "board-rule-heard"],
        Step::Notice => &["board-rule-notice", "board-rule-weighed", "board-rule-down"],
        Step::Object => &["board-rule-stays", "board-rule-answered"],
        Step::Answer(_) => &["board-rule-third", "board-rule-upheld"],
        Step::Remove => &["board-rule-removed"],
        Step::Nominate | Step::Propose | Step::State => &["board-rule-heard"],
    }
}
