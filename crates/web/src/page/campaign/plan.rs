//! The form of a plan, for a draft and for its editing: fields, a table of phases, a table of duties.
//! Without script more rows come by sending the form with the button that asks for them.

use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::units;
use crate::page::matter::wrong::{Wrong, label};
use crate::part::{
    Choice, Crumb, ErrorSummary, Field, Grid, GridCell, GridColumn, GridControl, GridRow,
    GridWidth, Link, RefusalBox,
};
use crate::shell::Shell;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::campaign::{CampaignForm, DutyForm, PhaseForm};
use qz_domain::campaign::{DUTIES_MOST, PHASES_MOST};

/// The fields of a phase and of a duty.
const PHASE: [&str; 3] = ["phase_title", "phase_starts", "phase_ends"];
const DUTY: [&str; 3] = ["duty_unit", "duty_text", "duty_due"];
/// How many rows there are at first, and how many more come at once.
const PHASE_ROWS: (usize, usize) = (4, 2);
const DUTY_ROWS: (usize, usize) = (10, 10);
/// The button that asks for more rows.
const MORE: &str = "more";
/// What a drafter must know.
const RULES: &[&str] = &[
    "campaign-rule-duties",
    "campaign-rule-phases",
    "campaign-rule-no-target",
    "campaign-rule-hand",
    "article-rule-heading",
    "article-rule-list",
    "article-rule-link",
    "article-rule-figure",
];

/// Which of the two forms it is.
pub(super) struct About {
    /// Its keys: title, lead and button.
    pub key: &'static str,
    /// The pages above.
    pub above: Vec<Link>,
    /// Where it goes.
    pub action: String,
    /// Whether the lead is still asked for.
    pub is_new: bool,
}

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "campaign/plan.html")]
pub(super) struct PlanPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    action: String,
    button: String,
    back: String,
    request: String,
    version: i64,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    fields: Vec<Field>,
    phases: Grid,
    duties: Grid,
    paper: Vec<Field>,
    paper_open: bool,
    rules: Vec<String>,
    units: Vec<String>,
}

/// Whether the form was sent for more rows alone.
pub(super) fn has_asked_for_rows(sent: &Sent) -> bool {
    !sent.get(MORE).is_empty()
}

/// The form as the acts take it.
pub(super) fn read(sent: &Sent) -> CampaignForm {
    let cell = |name: &str, row: usize| sent.text(&format!("{name}.{row}"));
    let phase = |row| PhaseForm {
        title: cell("phase_title", row),
        starts: cell("phase_starts", row),
        ends: cell("phase_ends", row),
    };
    let duty = |row| DutyForm {
        unit: cell("duty_unit", row),
        text: cell("duty_text", row),
        due: cell("duty_due", row),
    };
    CampaignForm {
        organ: sent.text("organ"),
        title: sent.text("title"),
        doc_number: sent.text("doc_number"),
        purpose: sent.text("purpose"),
        body: sent.text("body"),
        starts: sent.text("starts"),
        ends: sent.text("ends"),
        report_days: sent.text("report_days"),
        replaces: sent.text("replaces"),
        phases: (1..=sent.rows("phase_title")).map(phase).collect(),
        duties: (1..=sent.rows("duty_unit")).map(duty).collect(),
        paper: sent.paper(),
    }
}

/// Draws the form with what was sent and what is wrong with it.
pub(super) async fn draw(
    state: &WebState,
    shell: Shell,
    about: About,
    sent: &Sent,
    (faults, refusal): Wrong,
) -> Result<PlanPage, WebError> {
    let standing = replaceable(state, &shell, sent.get("replaces")).await?;
    let errors = ErrorSummary::new(shell.words, faults);
    let forms = Forms { shell: &shell, errors: &errors, sent };
    let say = |part: &str| shell.say(&format!("{}-{part}", about.key));
    let back = about.above.last().map_or_else(String::new, |link| link.href.clone());
    Ok(PlanPage {
        crumb: Crumb::new(shell.words, about.above, say("title")),
        title: say("title"),
        lead: say("lead"),
        button: say("button"),
        action: about.action,
        back,
        request: sent.request(),
        version: sent.version(),
        fields: fields(&forms, about.is_new, standing),
        phases: grid(&forms, "campaign-phases", PHASE, (PHASE_ROWS, PHASES_MOST)),
        duties: grid(&forms, "campaign-duties", DUTY, (DUTY_ROWS, DUTIES_MOST)),
        paper: forms.paper(Some("matter-hint-by")),
        paper_open: forms.is_paper_open(),
        rules: RULES.iter().map(|key| shell.say(key)).collect(),
        units: units(state).await?,
        refusal,
        errors,
        shell,
    })
}

/// The form for the first time, or with more rows.
pub(super) fn first(page: &PlanPage) -> Result<Response, WebError> {
    Ok(Html(page.render()?).into_response())
}

/// The form again, with what was typed and what is wrong.
pub(super) fn again(page: &PlanPage) -> Result<Response, WebError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

fn fields(forms: &Forms<'_>, is_new: bool, standing: Vec<Choice>) -> Vec<Field> {
    let hint = |field: Field, key: &str| field.hint(forms.shell.say(key));
    let organ = is_new.then(|| forms.unit("organ", "campaign-hint-organ"));
    let mut fields: Vec<_> = organ.into_iter().collect();
    fields.extend([
        forms.line("title").wide(),
        hint(forms.line("doc_number"), "campaign-hint-doc-number").optional(),
        forms.lines("purpose", 3, "campaign-hint-purpose"),
        forms.day("starts"),
        forms.day("ends"),
        hint(forms.number("report_days"), "campaign-hint-report-days"),
    ]);
    if standing.len() > 1 {
        fields.push(hint(forms.select("replaces", standing), "campaign-hint-replaces").optional());
    }
    fields.push(forms.lines("body", 16, "article-hint-body"));
    fields
}

/// The issued plans whose place this one may take; the first choice is none of them.
async fn replaceable(
    state: &WebState,
    shell: &Shell,
    chosen: &str,
) -> Result<Vec<Choice>, WebError> {
    let standing = state.acts.standing_campaigns().await.map_err(WebError::internal)?;
    let none = Choice::new("", shell.say("campaign-replaces-none"), chosen);
    let choice = |line: &qz_acts::campaign::view::CampaignLine| {
        Choice::new(line.id.to_string(), line.title.clone(), chosen)
    };
    Ok(std::iter::once(none).chain(standing.iter().map(choice)).collect())
}

/// A table of rows: as many as were sent, or the usual ones, and more where they were asked for.
fn grid(
    forms: &Forms<'_>,
    caption: &str,
    names: [&'static str; 3],
    ((usual, more), most): ((usize, usize), usize),
) -> Grid {
    let [first, ..] = names;
    let further = if has_asked_for_rows(forms.sent) { more } else { 0 };
    let count = (forms.sent.rows(first).max(usual) + further).min(most);
    let cell = |row: usize, name: &str| {
        let name = format!("{name}.{row}");
        GridCell { value: forms.sent.text(&name), error: forms.errors.of(&name) }
    };
    let row = |row| GridRow { cells: names.iter().map(|name| cell(row, name)).collect() };
    let columns = names.map(|name| column(forms.shell, name)).into();
    let rows = (1..=count).map(row).collect();
    Grid::new(forms.shell.words, forms.shell.say(caption), columns, rows, count)
}

fn column(shell: &Shell, name: &'static str) -> GridColumn {
    let (width, control) = match name {
        "duty_unit" => (GridWidth::Middle, GridControl::Listed("units")),
        "duty_text" | "phase_title" => (GridWidth::Wide, GridControl::Text),
        _ => (GridWidth::Middle, GridControl::Text),
    };
    GridColumn { name, label: label(shell, name), width, control }
}
