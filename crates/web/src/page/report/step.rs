//! The page of a step of a report: confirming it with the counts as they are now, returning it.

use super::show::{facts, rows, title};
use super::{HOME, one};
use crate::door::{Granted, Scope};
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::Plan;
use crate::part::{Field, Link};
use crate::shell::Shell;
use qz_acts::monthly_report::view::ReportView;
use qz_acts::monthly_report::{ConfirmReport, ReportChanged, ReturnReport, Side};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::monthly_report::{Counted, ReportKey, Step};
use qz_domain::spelled::Spelled;

/// The steps of monthly reports.
pub(super) struct Reports;

impl Family for Reports {
    type Id = ReportKey;
    type Step = Step;
    type View = ReportView;
    type Changed = ReportChanged;

    const NAME: &'static str = "report";
    const HOME: &'static str = HOME;
    const READ: Action = Action::MonthlyReportRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Confirm, "/desk/reports/{id}/confirm"),
        (Step::Return, "/desk/reports/{id}/return"),
    ];

    fn one(step: Step) -> Scope {
        one(match step {
            Step::Confirm => Side::Unit,
            Step::Return => Side::Lead,
        })
    }

    async fn read(at: &At, key: ReportKey) -> Result<ReportView, ActError> {
        at.state.acts.monthly_report(at.account(), key).await
    }

    fn version(view: &ReportView) -> i64 {
        view.line.report.as_ref().map_or(0, |report| report.version)
    }

    async fn begun(
        _: &At,
        (step, view): (Step, &ReportView),
        blank: Sent,
    ) -> Result<Sent, WebError> {
        Ok(match (step, &view.line.report) {
            (Step::Confirm, Some(report)) => blank.put("words", &report.confirmed.words),
            _ => blank,
        })
    }

    async fn perform(
        at: &At,
        request: String,
        (key, step, sent): (ReportKey, Step, &Sent),
    ) -> Result<Done<ReportChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        match step {
            Step::Confirm => {
                let words = sent.text("words");
                let act = ConfirmReport { actor, key, version, words, paper };
                at.state.acts.perform(request, act).await
            }
            Step::Return => {
                let reason = sent.text("reason");
                let act = ReturnReport { actor, key, version, reason, paper };
                at.state.acts.perform(request, act).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &ReportView) -> Plan {
        let (shell, line) = (&at.shell, &view.line);
        let reason = line.report.as_ref().map(|report| report.reason.clone()).unwrap_or_default();
        Plan {
            texts: vec![(shell.say("report-returned-for"), reason)],
            facts: counts(shell, step, view),
            links: links(shell, &at.granted, view),
            rules: match step {
                Step::Confirm if view.live.is_nil() => {
                    &["report-rule-nil", "report-rule-first", "report-rule-again"]
                }
                Step::Confirm => &["report-rule-cutoff", "report-rule-first", "report-rule-again"],
                Step::Return => &["report-rule-returner", "report-rule-kept"],
            },
            ..plan::<Self>(shell, step, (line.key, &title(shell.words, line)))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &ReportView) -> Vec<Field> {
        match step {
            Step::Confirm => vec![forms.lines("words", 5, "report-hint-words").optional()],
            Step::Return => vec![forms.lines("reason", 3, "report-hint-reason")],
        }
    }
}

/// The counts the step is about: those of now to confirm, those that were confirmed to return.
fn counts(shell: &Shell, step: Step, view: &ReportView) -> Vec<(String, String)> {
    let words = shell.words;
    let counts = match (step, &view.line.report) {
        (Step::Return, Some(report)) => report.confirmed.counts,
        _ => view.live,
    };
    let each = Counted::ALL.iter();
    let each = each.map(|what| (words.term(*what), words.number(counts.of(*what))));
    facts(words, &view.line).into_iter().chain(each).collect()
}

/// The way to the rows of each count as they are now.
fn links(shell: &Shell, granted: &Granted, view: &ReportView) -> Vec<Link> {
    let words = shell.words;
    let link = |what: &Counted| {
        let count = view.live.of(*what);
        let href = rows(granted, &view.line, (*what, count));
        let said = [("what", words.term(*what).into()), ("count", count.into())];
        (!href.is_empty()).then(|| Link::new(href, words.say_with("report-rows-of", &said)))
    };
    Counted::ALL.iter().filter_map(link).collect()
}
