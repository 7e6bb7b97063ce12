//! The steps on a record: corrected, or ended by a later document.

use super::show::{facts, title};
use super::{HOME, one};
use crate::door::Scope;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{PaperPart, Plan};
use crate::part::Field;
use qz_acts::sanction::view::SanctionView;
use qz_acts::sanction::{CorrectSanction, EndForm, EndSanction, SanctionChanged, SanctionForm};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::SanctionId;
use qz_domain::sanction::{Imposer, SanctionKind, Step};
use qz_domain::spelled::Spelled;

/// The steps that lead back to the record.
pub(super) struct Sanctions;

impl Family for Sanctions {
    type Id = SanctionId;
    type Step = Step;
    type View = SanctionView;
    type Changed = SanctionChanged;

    const NAME: &'static str = "sanction";
    const HOME: &'static str = HOME;
    const READ: Action = Action::SanctionRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Correct, "/desk/sanctions/{id}/correct"),
        (Step::Lift, "/desk/sanctions/{id}/lift"),
        (Step::Rescind, "/desk/sanctions/{id}/rescind"),
    ];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: SanctionId) -> Result<SanctionView, ActError> {
        at.state.acts.sanction(at.account(), id).await
    }

    fn version(view: &SanctionView) -> i64 {
        view.row.version
    }

    async fn begun(
        _: &At,
        (step, view): (Step, &SanctionView),
        blank: Sent,
    ) -> Result<Sent, WebError> {
        if step != Step::Correct {
            return Ok(blank);
        }
        let row = &view.row;
        Ok(blank
            .put("sanction_kind", row.kind.code())
            .put("imposer", row.imposer.code())
            .put("sanction_organ", &row.organ)
            .put("heard_on", row.heard_on.to_string())
            .put("stated", row.stated.map_or_else(String::new, |months| months.to_string()))
            .put("paper_number", &row.number)
            .put("paper_day", row.decided_on.to_string()))
    }

    async fn perform(
        at: &At,
        request: String,
        (sanction, step, sent): (SanctionId, Step, &Sent),
    ) -> Result<Done<SanctionChanged>, ActError> {
        let (acts, actor, version) = (&at.state.acts, at.account(), sent.version());
        if step == Step::Correct {
            let (form, reason) = (form_of(sent), sent.text("corrected"));
            let act = CorrectSanction { actor, sanction, version, form, reason };
            return acts.perform(request, act).await;
        }
        let form = EndForm { organ: sent.text("sanction_organ"), paper: sent.paper() };
        let is_rescinded = step == Step::Rescind;
        acts.perform(request, EndSanction { actor, sanction, version, is_rescinded, form }).await
    }

    fn plan(at: &At, step: Step, view: &SanctionView) -> Plan {
        let shell = &at.shell;
        Plan {
            facts: facts(shell, view),
            rules: if step == Step::Correct {
                &["sanction-rule-record", "sanction-rule-heard", "sanction-rule-period"]
            } else {
                &["sanction-rule-record", "sanction-rule-anew", "sanction-rule-told"]
            },
            by: None,
            paper: PaperPart::Always,
            ..plan::<Self>(shell, step, (view.row.id, &title(shell, view)))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &SanctionView) -> Vec<Field> {
        if step == Step::Correct {
            let mut fields = document(forms);
            fields.push(forms.lines("corrected", 3, "sanction-hint-corrected"));
            return fields;
        }
        vec![forms.people("sanction_organ", "sanction-hint-organ")]
    }
}

/// The fields of the document of a sanction.
pub(super) fn document(forms: &Forms<'_>) -> Vec<Field> {
    vec![
        forms.radios::<SanctionKind>("sanction_kind"),
        forms.radios::<Imposer>("imposer"),
        forms.people("sanction_organ", "sanction-hint-organ"),
        forms.day("heard_on").hint(forms.shell.say("sanction-hint-heard-on")),
        forms.number("stated").hint(forms.shell.say("sanction-hint-stated")),
    ]
}

/// What a form says of a document.
pub(super) fn form_of(sent: &Sent) -> SanctionForm {
    SanctionForm {
        subject: sent.text("subject"),
        kind: sent.text("sanction_kind"),
        imposer: sent.text("imposer"),
        organ: sent.text("sanction_organ"),
        heard_on: sent.text("heard_on"),
        stated: sent.text("stated"),
        paper: sent.paper(),
    }
}
