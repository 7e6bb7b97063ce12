//! The steps on an accountability: the statement in its three ways, decide, drop, serve, clear.

use super::show::{notice, subject};
use super::{HOME, length, one};
use crate::door::Scope;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::hand_over;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{PaperPart, Plan};
use crate::page::matter::term_text;
use crate::page::person::as_named;
use crate::part::Field;
use crate::shell::Shell;
use jiff::civil::Date;
use qz_acts::accountability::view::AccountabilityView;
use qz_acts::accountability::{
    AccountabilityChanged, ClearSubject, ClearingForm, DecideMeasure, DecisionForm,
    DropAccountability, DropForm, GiveStatement, HandOverAccountability, RecordStatement,
    ServeDecision, ServiceForm, StatementForm, WaiveStatement,
};
use qz_acts::{ActError, Done};
use qz_domain::accountability::{Manner, Stage, Step};
use qz_domain::action::Action;
use qz_domain::id::AccountabilityId;
use qz_domain::reading::Reading;
use qz_domain::spelled::Spelled;
use qz_domain::{field, instant};

/// The steps of accountabilities.
pub(super) struct Accountabilities;

impl Family for Accountabilities {
    type Id = AccountabilityId;
    type Step = Step;
    type View = (AccountabilityView, Date);
    type Changed = AccountabilityChanged;

    const NAME: &'static str = "accountability";
    const HOME: &'static str = HOME;
    const READ: Action = Action::AccountabilityRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Answer, "/desk/accountabilities/{id}/answer"),
        (Step::Record, "/desk/accountabilities/{id}/record"),
        (Step::Waive, "/desk/accountabilities/{id}/waive"),
        (Step::Decide, "/desk/accountabilities/{id}/decide"),
        (Step::Drop, "/desk/accountabilities/{id}/drop"),
        (Step::Serve, "/desk/accountabilities/{id}/serve"),
        (Step::Clear, "/desk/accountabilities/{id}/clear"),
        (Step::HandOver, "/desk/accountabilities/{id}/hand-over"),
    ];

    fn one(step: Step) -> Scope {
        one(Some(step))
    }

    async fn read(at: &At, id: AccountabilityId) -> Result<Self::View, ActError> {
        let acts = &at.state.acts;
        let view = acts.accountability(at.account(), id).await?;
        Ok((view, instant::day(acts.now())))
    }

    fn version((view, _): &Self::View) -> i64 {
        view.row.version
    }

    async fn begun(
        at: &At,
        (step, (view, _)): (Step, &Self::View),
        blank: Sent,
    ) -> Result<Sent, WebError> {
        let (acts, row) = (&at.state.acts, &view.row);
        acts.note_reads(at.granted.actor(), (Reading::Accountability, row.id.0), row.person());
        Ok(match step {
            Step::Decide | Step::Drop => blank
                .put("panel", as_named(&at.state, &at.granted).await?)
                .put("measure", &row.proposed),
            Step::Serve => blank.put("service_manner", Manner::Signed.code()),
            Step::Clear => blank.put("clearing", at.shell.say("accountability-clear-words")),
            _ => blank,
        })
    }

    async fn perform(
        at: &At,
        request: String,
        (accountability, step, sent): (AccountabilityId, Step, &Sent),
    ) -> Result<Done<AccountabilityChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        let (acts, because, panel) = (&at.state.acts, sent.text("because"), sent.people("panel"));
        match step {
            Step::Notify | Step::Answer => {
                let form = StatementForm { statement: sent.text("statement"), paper };
                acts.perform(request, GiveStatement { actor, accountability, version, form }).await
            }
            Step::Record => {
                let form = StatementForm { statement: sent.text("statement"), paper };
                acts.perform(request, RecordStatement { actor, accountability, version, form })
                    .await
            }
            Step::Waive => {
                acts.perform(request, WaiveStatement { actor, accountability, version, paper })
                    .await
            }
            Step::HandOver => {
                let form = hand_over::form(sent);
                let act = HandOverAccountability { actor, accountability, version, form };
                acts.perform(request, act).await
            }
            Step::Decide => {
                let (measure, response) = (sent.text("measure"), sent.text("response"));
                let lasts = sent.text("lasts");
                let form = DecisionForm { panel, measure, lasts, response, because, paper };
                acts.perform(request, DecideMeasure { actor, accountability, version, form }).await
            }
            Step::Drop => {
                let form = DropForm { panel, because, paper };
                acts.perform(request, DropAccountability { actor, accountability, version, form })
                    .await
            }
            Step::Serve => {
                let witnesses = [sent.text("witness_first"), sent.text("witness_second")];
                let form = ServiceForm { manner: sent.text("service_manner"), witnesses, paper };
                acts.perform(request, ServeDecision { actor, accountability, version, form }).await
            }
            Step::Clear => {
                let form = ClearingForm { says: sent.text("clearing"), paper };
                acts.perform(request, ClearSubject { actor, accountability, version, form }).await
            }
        }
    }

    fn plan(at: &At, step: Step, (view, _): &Self::View) -> Plan {
        let shell = &at.shell;
        let name = subject(shell, view);
        let number = view.row.number.map_or_else(String::new, |number| number.to_string());
        Plan {
            lead: vec![("name", name.clone()), ("due", due(shell, view)), ("number", number)],
            texts: texts(shell, step, view),
            rules: rules(step),
            by: by(step, view.person.is_none()),
            paper: match step {
                Step::Notify | Step::Answer => PaperPart::None,
                Step::Record | Step::Waive => PaperPart::Always,
                Step::HandOver | Step::Decide | Step::Drop | Step::Serve | Step::Clear => {
                    PaperPart::Folded
                }
            },
            ..plan::<Self>(shell, step, (view.row.id, &name))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, (view, today): &Self::View) -> Vec<Field> {
        let panel = || forms.people("panel", "matter-hint-panel");
        match step {
            Step::Notify | Step::Answer => {
                vec![forms.lines("statement", 6, "matter-hint-statement")]
            }
            Step::Record => vec![forms.lines("statement", 6, "matter-hint-statement-paper")],
            Step::Decide => {
                let mut fields = vec![panel()];
                fields.extend(decision(forms, view, *today));
                fields
            }
            Step::Drop => vec![panel(), forms.lines("because", 3, "matter-hint-dropped")],
            Step::Clear => vec![forms.lines("clearing", 3, "matter-hint-clearing")],
            Step::Waive => vec![],
            Step::HandOver => hand_over::fields(forms),
            Step::Serve => vec![
                forms.radios::<Manner>("service_manner"),
                forms.line("witness_first").hint(forms.shell.say("matter-hint-witness")).optional(),
                forms.line("witness_second").optional(),
            ],
        }
    }
}

fn decision(forms: &Forms<'_>, view: &AccountabilityView, today: Date) -> Vec<Field> {
    // The law of a paper's day is the one that counts for what stands on it.
    let day = field::day("paper_day", forms.sent.get("paper_day")).unwrap_or(today);
    let measure = forms.measure(day, Some(view.person.is_none()));
    let mut fields = vec![measure.hint(forms.shell.say("matter-hint-measure"))];
    fields.extend(length::field(forms, view, day));
    if view.row.stage == Stage::Answered {
        fields.push(forms.lines("response", 3, "matter-hint-response"));
    }
    fields.push(forms.lines("because", 2, "matter-hint-because"));
    fields
}

/// The clock that runs: to be heard, or to be cleared.
fn due(shell: &Shell, view: &AccountabilityView) -> String {
    match &view.clearing {
        Some(term) => term_text(shell.words, &view.county, ("clearing", term)),
        None => term_text(shell.words, &view.county, ("statement_window", &view.row.answer_due)),
    }
}

/// What was said before.
fn texts(shell: &Shell, step: Step, view: &AccountabilityView) -> Vec<(String, String)> {
    let mut texts = if step == Step::Serve { vec![] } else { notice(shell, view) };
    if matches!(step, Step::Decide | Step::Drop) {
        texts.push((shell.say("matter-field-statement"), view.row.statement.clone()));
    }
    texts
}

/// The hint of who did it on paper. For a unit one of its people spoke; a person speaks themselves or through
/// somebody.
fn by(step: Step, is_unit: bool) -> Option<&'static str> {
    match step {
        Step::Record | Step::Waive if is_unit => Some("matter-hint-spoke"),
        Step::Record | Step::Waive => Some("matter-hint-represented"),
        Step::Serve | Step::Clear | Step::HandOver => Some("matter-hint-by"),
        Step::Notify | Step::Answer | Step::Decide | Step::Drop => None,
    }
}

/// What whoever takes a step must know.
fn rules(step: Step) -> &'static [&'static str] {
    match step {
        Step::Notify | Step::Answer => &["matter-rule-no-heavier", "matter-rule-reads"],
        Step::Record | Step::Waive => {
            &["matter-rule-paper", "matter-rule-voice", "matter-rule-recusal"]
        }
        Step::Decide => &["matter-rule-panel", "matter-rule-no-heavier", "matter-rule-authority"],
        Step::Drop => &["matter-rule-panel", "matter-rule-recusal"],
        Step::HandOver => &["matter-rule-hand-over", "matter-rule-hand-over-log"],
        Step::Serve => &["matter-rule-not-found", "matter-rule-remedy"],
        Step::Clear => &["matter-rule-not-found", "matter-rule-recusal", "matter-rule-clearing"],
    }
}
