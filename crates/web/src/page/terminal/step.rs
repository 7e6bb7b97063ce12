//! The steps of a terminal, each with its page.

use super::{HOME, one};
use crate::door::Scope;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{PaperPart, Plan};
use crate::part::Field;
use qz_acts::terminal::view::TerminalView;
use qz_acts::terminal::{RefuseTerminal, RetireTerminal, TakeUpTerminal, TerminalChanged};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::TerminalId;
use qz_domain::terminal::Step;

/// The steps that lead back to the terminal.
pub(super) struct Terminals;

impl Family for Terminals {
    type Id = TerminalId;
    type Step = Step;
    type View = TerminalView;
    type Changed = TerminalChanged;

    const NAME: &'static str = "terminal";
    const HOME: &'static str = HOME;
    const READ: Action = Action::TerminalRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::TakeUp, "/desk/terminals/{id}/take-up"),
        (Step::Refuse, "/desk/terminals/{id}/refuse"),
        (Step::Retire, "/desk/terminals/{id}/retire"),
    ];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: TerminalId) -> Result<TerminalView, ActError> {
        at.state.acts.terminal(at.account(), id).await
    }

    fn version(view: &TerminalView) -> i64 {
        view.row.version
    }

    async fn perform(
        at: &At,
        request: String,
        (terminal, step, sent): (TerminalId, Step, &Sent),
    ) -> Result<Done<TerminalChanged>, ActError> {
        let (actor, version) = (at.account(), sent.version());
        let acts = &at.state.acts;
        match step {
            Step::Refuse => {
                acts.perform(request, RefuseTerminal { actor, terminal, version }).await
            }
            Step::Retire => {
                acts.perform(request, RetireTerminal { actor, terminal, version }).await
            }
            Step::Register | Step::TakeUp => {
                acts.perform(request, TakeUpTerminal { actor, terminal, version }).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &TerminalView) -> Plan {
        let row = &view.row;
        Plan {
            by: None,
            paper: PaperPart::None,
            rules: &["terminal-rule-waits", "terminal-rule-stays"],
            ..plan::<Self>(&at.shell, step, (row.id, &row.name))
        }
    }

    fn fields(_: &Forms<'_>, _: Step, _: &TerminalView) -> Vec<Field> {
        vec![]
    }
}
