//! Draft a bulletin, or edit the draft: which decisions it makes known, which names and why, what it
//! asks of everybody; or a leader's own, with faults and a plan.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::accountability::{line_measure, line_subject};
use crate::page::matter::day_text;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{seat, units};
use crate::page::matter::wrong::{Wrong, label, refuse, settle};
use crate::page::once::once;
use crate::part::{
    Crumb, ErrorSummary, Field, FieldError, Grid, GridCell, GridColumn, GridControl, GridRow,
    GridWidth, Link, RefusalBox,
};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::accountability::view::AccountabilityLine;
use qz_acts::bulletin::view::BulletinView;
use qz_acts::bulletin::{BulletinForm, DraftBulletin, EditBulletin, ItemForm, PromiseForm};
use qz_domain::action::Action;
use qz_domain::bulletin::{Kind, Scope};
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountabilityId, BulletinId};
use qz_domain::spelled::Spelled;

/// How many lines there are for faults at least.
const FAULTS: usize = 4;
/// How many rows there are for the plan at least.
const PROMISES: usize = 5;
/// How many rows of either are read at most.
const ROWS_MOST: usize = 30;
/// The fields of a promise.
const PROMISE: [&str; 3] = ["plan_item", "plan_standard", "plan_due"];

/// The page.
#[derive(Debug, Clone, Template)]
#[template(path = "bulletin/draft.html")]
struct DraftPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    button: String,
    action: String,
    back: String,
    request: String,
    version: i64,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    first: Vec<Field>,
    items: Vec<ItemRow>,
    close: Field,
    own: Vec<Field>,
    plan: Grid,
    own_open: bool,
    paper: Vec<Field>,
    paper_open: bool,
    units: Vec<String>,
}

/// A served decision that no bulletin tells of.
#[derive(Debug, Clone)]
struct ItemRow {
    id: AccountabilityId,
    chosen: bool,
    name: String,
    unit: String,
    measure: String,
    served: String,
    number: String,
    is_person: bool,
    naming: String,
}

/// `GET /desk/bulletins/draft`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let organ = seat(&state, &granted, Action::BulletinDraft).await?.unwrap_or_default();
    let sent = Sent::new(state.acts.new_request(), 0)
        .put("organ", organ)
        .put("kind", Kind::Ordinary.code())
        .put("scope", Scope::County.code());
    first(&draw(&state, &granted, shell, (&sent, None), (vec![], None)).await?)
}

/// `POST /desk/bulletins/draft`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let act = DraftBulletin { actor: granted.account(), form: read(&sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.bulletin)).into_response()),
        Err(wrong) => again(&draw(&state, &granted, shell, (&sent, None), wrong).await?),
    }
}

/// The form as it is opened.
fn first(page: &DraftPage) -> Result<Response, WebError> {
    Ok(Html(page.render()?).into_response())
}

/// The form with what is wrong with it.
fn again(page: &DraftPage) -> Result<Response, WebError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// `GET /desk/bulletins/{id}/edit`: the form with what stands.
pub(super) async fn edit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<BulletinId>,
) -> Result<Response, WebError> {
    let view = state.acts.bulletin(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let sent = standing(&view, state.acts.new_request());
    first(&draw(&state, &granted, shell, (&sent, Some(&view)), (vec![], None)).await?)
}

/// `POST /desk/bulletins/{id}/edit`
pub(super) async fn submit_edit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<BulletinId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let home = format!("{HOME}/{id}");
    let (actor, version, form) = (granted.account(), sent.version(), read(&sent));
    let act = EditBulletin { actor, bulletin: id, version, form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let view = state.acts.bulletin(granted.account(), id).await;
            let view = view.map_err(|fault| refuse(&shell, &home, fault))?;
            let sent = sent.at(view.bulletin.version);
            again(&draw(&state, &granted, shell, (&sent, Some(&view)), wrong).await?)
        }
    }
}

/// What stands in a bulletin, as a form that was sent.
fn standing(view: &BulletinView, request: String) -> Sent {
    let bulletin = &view.bulletin;
    let requester = view.requester.as_ref().map(|person| person.number.as_str());
    let mut sent = Sent::new(request, bulletin.version)
        .put("kind", bulletin.kind.code())
        .put("scope", bulletin.scope.code())
        .put("title", &bulletin.title)
        .put("lead", &bulletin.lead)
        .put("close", &bulletin.close)
        .put("requester", requester.unwrap_or_default());
    for item in &bulletin.items {
        let id = item.accountability;
        sent = sent.put(&format!("item.{id}"), "1").put(&format!("naming.{id}"), &item.naming);
    }
    for (row, fault) in (1..).zip(&bulletin.faults) {
        sent = sent.put(&format!("faults.{row}"), fault);
    }
    for (row, promise) in (1..).zip(&bulletin.plan) {
        let values = [promise.item.clone(), promise.standard.clone(), promise.due.to_string()];
        for (name, value) in PROMISE.iter().zip(values) {
            sent = sent.put(&format!("{name}.{row}"), value);
        }
    }
    sent
}

/// The rows of a field: as many as there are, and no fewer than `least`.
fn rows(sent: &Sent, field: &str, least: usize) -> std::ops::RangeInclusive<usize> {
    let of_field = |name: &str| name.strip_prefix(field)?.strip_prefix('.')?.parse().ok();
    1..=sent.names().filter_map(of_field).max().unwrap_or(least).clamp(least, ROWS_MOST)
}

/// The form as the act takes it. An ordinary bulletin has no faults, a leader's own no decisions.
fn read(sent: &Sent) -> BulletinForm {
    let is_own = Kind::read(sent.get("kind")) == Some(Kind::SelfRequested);
    let mut chosen: Vec<AccountabilityId> = sent
        .names()
        .filter_map(|name| name.strip_prefix("item."))
        .filter_map(|id| id.parse().ok())
        .collect();
    chosen.sort_unstable();
    let item = |id: AccountabilityId| ItemForm {
        accountability: id,
        naming: sent.text(&format!("naming.{id}")),
    };
    let promise = |row: usize| PromiseForm {
        item: sent.text(&format!("plan_item.{row}")),
        standard: sent.text(&format!("plan_standard.{row}")),
        due: sent.text(&format!("plan_due.{row}")),
    };
    let fault = |row: usize| sent.text(&format!("faults.{row}"));
    BulletinForm {
        organ: sent.text("organ"),
        kind: sent.text("kind"),
        scope: sent.text("scope"),
        title: sent.text("title"),
        lead: sent.text("lead"),
        close: sent.text("close"),
        items: if is_own { vec![] } else { chosen.into_iter().map(item).collect() },
        requester: if is_own { sent.text("requester") } else { String::new() },
        faults: if is_own { rows(sent, "faults", FAULTS).map(fault).collect() } else { vec![] },
        plan: if is_own { promises(sent).map(promise).collect() } else { vec![] },
        paper: sent.paper(),
    }
}

/// The rows of the plan.
fn promises(sent: &Sent) -> std::ops::RangeInclusive<usize> {
    rows(sent, PROMISE[0], PROMISES)
}

/// A fault of one of several rows, moved to the row where it is.
fn at_its_row(sent: &Sent, fault: FieldError) -> FieldError {
    let value = |name: &str, row: usize| sent.text(&format!("{name}.{row}"));
    let is_wrong = |row: &usize| match fault.field.as_str() {
        "faults" => field::optional_text("faults", &value("faults", *row), REASON_MOST).is_err(),
        "plan_due" => {
            has_promise(sent, *row) && field::day("due", &value("plan_due", *row)).is_err()
        }
        name => {
            has_promise(sent, *row) && field::text("row", &value(name, *row), REASON_MOST).is_err()
        }
    };
    let mut rows = match fault.field.as_str() {
        "faults" => rows(sent, "faults", FAULTS),
        name if PROMISE.contains(&name) => promises(sent),
        _ => return fault,
    };
    let row = rows.find(is_wrong).unwrap_or(1);
    FieldError::new(format!("{}.{row}", fault.field), fault.message)
}

fn has_promise(sent: &Sent, row: usize) -> bool {
    PROMISE.iter().any(|name| !sent.get(&format!("{name}.{row}")).is_empty())
}

async fn draw(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    (sent, view): (&Sent, Option<&BulletinView>),
    (faults, refusal): Wrong,
) -> Result<DraftPage, WebError> {
    let faults = faults.into_iter().map(|fault| at_its_row(sent, fault)).collect();
    let untold = state.acts.untold(granted.account()).await;
    let untold = untold.map_err(|fault| refuse(&shell, HOME, fault))?;
    let errors = ErrorSummary::new(shell.words, faults);
    let forms = Forms { shell: &shell, errors: &errors, sent };
    let hint = |field: Field, key: &str| field.hint(shell.say(key));
    let (key, home) = match view {
        None => ("draft", HOME.to_owned()),
        Some(view) => ("edit", format!("{HOME}/{}", view.bulletin.id)),
    };
    let say = |part: &str| shell.say(&format!("bulletin-{key}-{part}"));
    let mut above = vec![Link::new(HOME, shell.say("bulletin-list-title"))];
    above.extend(view.map(|view| Link::new(home.clone(), view.bulletin.title.clone())));
    let mut own = vec![hint(forms.line("requester"), "matter-hint-requester")];
    let lines = rows(sent, "faults", FAULTS);
    own.extend(lines.map(|row| forms.line(&format!("faults.{row}")).wide()));
    let mut first = vec![
        hint(forms.radios::<Kind>("kind"), "matter-hint-kind"),
        hint(forms.radios::<Scope>("scope"), "matter-hint-scope"),
        hint(forms.line("title").wide(), "matter-hint-title"),
        forms.lines("lead", 3, "matter-hint-lead"),
    ];
    if view.is_none() {
        first.insert(2, forms.unit("organ", "matter-hint-issuer"));
    }
    let told = view.map(|view| view.told.as_slice()).unwrap_or_default();
    Ok(DraftPage {
        crumb: Crumb::new(shell.words, above, say("title")),
        title: say("title"),
        lead: say("lead"),
        button: say("button"),
        action: format!("{home}/{key}"),
        back: home,
        request: sent.request(),
        version: sent.version(),
        first,
        items: told.iter().chain(&untold).map(|line| item(&shell, line, sent)).collect(),
        close: forms.lines("close", 2, "matter-hint-close").optional(),
        own,
        plan: plan(&forms),
        own_open: Kind::read(sent.get("kind")) == Some(Kind::SelfRequested),
        paper: forms.paper(Some("matter-hint-by")),
        paper_open: forms.is_paper_open(),
        units: units(state).await?,
        refusal,
        errors,
        shell,
    })
}

fn item(shell: &Shell, line: &AccountabilityLine, sent: &Sent) -> ItemRow {
    let words = shell.words;
    ItemRow {
        id: line.id,
        chosen: !sent.get(&format!("item.{}", line.id)).is_empty(),
        name: line_subject(words, line),
        unit: words.unit(&line.unit.name, &line.unit.name_en).to_owned(),
        measure: line_measure(words, line),
        served: day_text(words, &line.served_on),
        number: line.number.map_or_else(String::new, |number| number.to_string()),
        is_person: line.person.is_some(),
        naming: sent.text(&format!("naming.{}", line.id)),
    }
}

/// The plan to mend the faults, a promise a row.
fn plan(forms: &Forms<'_>) -> Grid {
    let column = |name: &'static str, width| GridColumn {
        name,
        label: label(forms.shell, name),
        width,
        control: GridControl::Text,
    };
    let widths = [GridWidth::Wide, GridWidth::Wide, GridWidth::Middle];
    let columns = PROMISE.into_iter().zip(widths).map(|(name, width)| column(name, width));
    let cell = |row: usize, name: &str| {
        let name = format!("{name}.{row}");
        GridCell { value: forms.sent.text(&name), error: forms.errors.of(&name) }
    };
    let rows = promises(forms.sent)
        .map(|row| GridRow { cells: PROMISE.iter().map(|name| cell(row, name)).collect() });
    let (caption, rows) = (forms.shell.say("bulletin-plan"), rows.collect::<Vec<_>>());
    let shown = rows.len();
    Grid::new(forms.shell.words, caption, columns.collect(), rows, shown)
}
