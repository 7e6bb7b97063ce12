//! The pages of the steps of a ticket.

use super::show::{facts, title, told};
use super::{HOME, one};
use crate::door::Scope;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{PaperPart, Plan};
use crate::part::{Field, Link};
use qz_acts::ticket::view::TicketView;
use qz_acts::ticket::{
    AcceptTicket, AnswerTicket, AskCitizen, HandOverTicket, HidePage, ReportTicket,
    TicketAnswerForm, TicketChanged,
};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::TicketId;
use qz_domain::ticket::{Kind, Outcome, Stage, Step};

/// The steps of tickets.
pub(super) struct Tickets;

impl Family for Tickets {
    type Id = TicketId;
    type Step = Step;
    type View = TicketView;
    type Changed = TicketChanged;

    const NAME: &'static str = "ticket";
    const HOME: &'static str = HOME;
    const READ: Action = Action::TicketRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Accept, "/desk/tickets/{id}/accept"),
        (Step::Hide, "/desk/tickets/{id}/hide"),
        (Step::Ask, "/desk/tickets/{id}/ask"),
        (Step::HandOver, "/desk/tickets/{id}/hand-over"),
        (Step::Report, "/desk/tickets/{id}/report"),
        (Step::Answer(Outcome::Declined), "/desk/tickets/{id}/answer"),
    ];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: TicketId) -> Result<TicketView, ActError> {
        at.state.acts.ticket(at.account(), id).await
    }

    fn version(view: &TicketView) -> i64 {
        view.ticket.version
    }

    async fn perform(
        at: &At,
        request: String,
        (ticket, step, sent): (TicketId, Step, &Sent),
    ) -> Result<Done<TicketChanged>, ActError> {
        let (acts, actor, version) = (&at.state.acts, at.account(), sent.version());
        let body = sent.text("told");
        match step {
            Step::Hide => acts.perform(request, HidePage { actor, ticket, version }).await,
            Step::Ask => acts.perform(request, AskCitizen { actor, ticket, version, body }).await,
            Step::HandOver => {
                acts.perform(request, HandOverTicket { actor, ticket, version }).await
            }
            Step::Report => {
                acts.perform(request, ReportTicket { actor, ticket, version, body }).await
            }
            Step::Answer(_) => {
                let form = TicketAnswerForm {
                    outcome: sent.text("outcome"),
                    answer: sent.text("answer"),
                    was: sent.text("was"),
                    became: sent.text("became"),
                };
                acts.perform(request, AnswerTicket { actor, ticket, version, form }).await
            }
            _ => acts.perform(request, AcceptTicket { actor, ticket, version }).await,
        }
    }

    fn plan(at: &At, step: Step, view: &TicketView) -> Plan {
        let (shell, row) = (&at.shell, &view.ticket);
        let home = format!("{HOME}/{}", row.id);
        let mut links = vec![Link::new(home, shell.say("ticket-read-whole"))];
        if row.kind == Kind::Correction {
            links.push(Link::new(&row.page, &row.page));
        }
        Plan {
            texts: told(shell, row),
            facts: facts(shell, view),
            links,
            rules: rules(step),
            by: None,
            paper: PaperPart::None,
            ..plan::<Self>(shell, step, (row.id, &title(shell.words, row)))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, view: &TicketView) -> Vec<Field> {
        match step {
            Step::Ask => vec![forms.lines("told", 3, "ticket-hint-ask")],
            Step::Report => vec![forms.lines("told", 4, "ticket-hint-report")],
            Step::Answer(_) => answer(forms, view),
            _ => vec![],
        }
    }
}

fn rules(step: Step) -> &'static [&'static str] {
    match step {
        Step::Accept => &["ticket-rule-apart", "ticket-rule-terms", "ticket-rule-another"],
        Step::Hide => &["ticket-rule-hide-first", "ticket-rule-shown-again"],
        Step::Ask => &["ticket-rule-no-names", "ticket-rule-clock-runs"],
        Step::HandOver => &["ticket-rule-unit-told", "ticket-rule-clock-runs"],
        Step::Report => &["ticket-rule-to-office", "ticket-rule-no-search"],
        _ => &["ticket-rule-reads", "ticket-rule-note", "ticket-rule-reopens"],
    }
}

/// The answer: what may come of it now, and for a correction what the page will say of itself.
fn answer(forms: &Forms<'_>, view: &TicketView) -> Vec<Field> {
    let row = &view.ticket;
    let is_back = row.stage == Stage::Reported;
    let fits = |outcome: Outcome| row.fits(outcome) && (is_back || outcome != Outcome::Settled);
    let mut fields =
        vec![forms.radios_of("outcome", fits), forms.lines("answer", 4, "ticket-hint-answer")];
    if row.fits(Outcome::Corrected) {
        fields.push(forms.lines("was", 2, "ticket-hint-was").optional());
        fields.push(forms.lines("became", 2, "ticket-hint-became").optional());
    }
    fields
}
