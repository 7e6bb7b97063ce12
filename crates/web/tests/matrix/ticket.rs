//! Targets of the tickets' family: a complaint about QX50, brought to a stage by the personas.

use super::staff::Staff;
use super::target::Target;
use qz_acts::ticket::{
    AcceptTicket, AnswerTicket, HandOverTicket, ReportTicket, SolveTicket, SubmitTicket,
    TicketAnswerForm, TicketForm, UnsolvedTicket,
};
use qz_domain::role::Role;
use qz_domain::ticket::Kind;

/// The stages of tickets.
pub const STAGES: &[&str] =
    &["submitted", "accepted", "handed_over", "reported", "answered", "reopened", "closed"];

/// A ticket in a stage.
pub async fn ticket(staff: &Staff, stage: &str) -> Target {
    let county = &staff.county;
    let text = str::to_owned;
    let form =
        TicketForm {
            unit: text("QX50"), body: text("上午十点没有人。"), ..TicketForm::default()
        };
    let code = text("the hash of a code");
    let (kind, connection) = (Kind::Complaint, None);
    let submit = SubmitTicket { kind, form, code: code.clone(), connection };
    let ticket = county.done(submit).await.ticket;
    let actor = county.account(Role::Clerk).await;
    let far = STAGES.iter().position(|one| *one == stage).unwrap();
    if far >= 1 {
        county.done(AcceptTicket { actor, ticket, version: 1 }).await;
    }
    if far >= 2 {
        county.done(HandOverTicket { actor, ticket, version: 2 }).await;
    }
    if far >= 3 {
        let actor = county.account_named("head.unit").await;
        let body = text("已经安排人顶岗。");
        county.done(ReportTicket { actor, ticket, version: 3, body }).await;
    }
    if far >= 4 {
        let (outcome, answer) = (text("settled"), text("单位已经安排人顶岗。"));
        let form = TicketAnswerForm { outcome, answer, ..TicketAnswerForm::default() };
        county.done(AnswerTicket { actor, ticket, version: 4, form }).await;
    }
    match stage {
        "reopened" => {
            let body = text("今天又没有人。");
            county.done(UnsolvedTicket { ticket, code, body }).await;
        }
        "closed" => drop(county.done(SolveTicket { ticket, code }).await),
        _ => {}
    }
    let version = if stage == "closed" { 6 } else { far + 1 };
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", ticket.to_string())], fields }
}
