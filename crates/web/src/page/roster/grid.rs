//! The grid that a month is drawn up in, and changed in once it is published: a row a day, a column a post, a cell the
//! people by work number or name. A block copied from a spreadsheet is pasted as it is.

use super::month::{Asked, address, read, title};
use super::{CHANGE, DRAFT, HOME, table};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::settle;
use crate::page::once::once;
use crate::part::{
    Crumb, ErrorSummary, Field, Grid, GridCell, GridColumn, GridControl, GridRow, GridWidth, Link,
    RefusalBox,
};
use crate::refusal::field_errors;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::roster::view::{RosterMonth, takers};
use qz_acts::roster::{Cell, ChangeRoster, DraftRoster, POST_FIELDS, RosterForm, RosterKept};
use qz_acts::{ActError, Done};
use qz_domain::field;
use qz_domain::id::DutyPostId;
use qz_domain::roster::DutyPost;

/// Which of the two the grid is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Draft,
    Change,
}

impl Doing {
    fn path(self) -> &'static str {
        match self {
            Self::Draft => DRAFT,
            Self::Change => CHANGE,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Change => "change",
        }
    }
}

#[derive(Template)]
#[template(path = "roster/grid.html")]
struct GridPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    action: String,
    button: String,
    request: String,
    version: i64,
    unit: String,
    month: String,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    /// The posts of the columns, in their order.
    posts: Vec<DutyPostId>,
    grid: Grid,
    because: Option<Field>,
    people: Vec<String>,
}

/// `GET /desk/roster/draft?unit=QX20&month=2016-03`
pub(super) async fn draft_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    begin(Doing::Draft, (granted, state, shell), &asked).await
}

/// `POST /desk/roster/draft`
pub(super) async fn draft(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    end(Doing::Draft, (granted, state, shell), sent).await
}

/// `GET /desk/roster/change?unit=QX20&month=2016-03`
pub(super) async fn change_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    begin(Doing::Change, (granted, state, shell), &asked).await
}

/// `POST /desk/roster/change`
pub(super) async fn change(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    end(Doing::Change, (granted, state, shell), sent).await
}

async fn begin(
    doing: Doing,
    (granted, state, shell): (Granted, WebState, Shell),
    asked: &Asked,
) -> Result<Response, WebError> {
    let (_, view) = read(&state, &granted, (&shell, asked)).await?;
    let version = view.roster.as_ref().map_or(0, |one| one.version);
    let sent = as_it_stands(&view, Sent::new(state.acts.new_request(), version));
    Ok(Html(draw(shell, doing, (&view, &sent), (&[], None)).render()?).into_response())
}

async fn end(
    doing: Doing,
    (granted, state, shell): (Granted, WebState, Shell),
    sent: Sent,
) -> Result<Response, WebError> {
    let asked = Asked { unit: sent.text("unit"), month: sent.text("month") };
    let (_, view) = read(&state, &granted, (&shell, &asked)).await?;
    let request = once(&state, &granted, &sent.request());
    let outcome = perform(&state, doing, (&granted, request), (&view, &sent)).await;
    let home = address(HOME, &view.unit, view.month);
    let faults = match &outcome {
        Err(ActError::Invalid(faults)) => faults.clone(),
        _ => vec![],
    };
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err((_, refusal)) => {
            let page = draw(shell, doing, (&view, &sent), (&faults, refusal));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
    }
}

async fn perform(
    state: &WebState,
    doing: Doing,
    (granted, request): (&Granted, String),
    (view, sent): (&RosterMonth, &Sent),
) -> Result<Done<RosterKept>, ActError> {
    let (actor, version) = (granted.account(), sent.version());
    let form = RosterForm {
        unit: view.unit.code.clone(),
        month: view.month.to_string(),
        cells: cells(view, sent),
    };
    match doing {
        Doing::Draft => state.acts.perform(request, DraftRoster { actor, version, form }).await,
        Doing::Change => {
            let reason = sent.text("because");
            state.acts.perform(request, ChangeRoster { actor, version, form, reason }).await
        }
    }
}

/// The posts that have a column: as many as the grid takes.
fn columns(view: &RosterMonth) -> impl Iterator<Item = (&'static str, &DutyPost)> {
    POST_FIELDS.into_iter().zip(&view.posts)
}

/// The fields of a form with what the roster says now: as it was drawn up, before anything was handed over.
fn as_it_stands(view: &RosterMonth, blank: Sent) -> Sent {
    let turns = view.roster.as_ref().map_or(&[][..], |one| &one.turns);
    let mut sent = blank;
    for (name, post) in columns(view) {
        for day in table::days(view) {
            let here = turns.iter().filter(|turn| turn.post == post.id && turn.day == day);
            let people: Vec<_> = here.map(|turn| called(view, turn.person)).collect();
            sent = sent.put(&format!("{name}.{}", day.day()), people.join("、"));
        }
    }
    sent
}

/// Somebody as a cell names them: by name where only one has it.
fn called(view: &RosterMonth, person: qz_domain::id::PersonId) -> String {
    let Some(one) = view.people.iter().find(|one| one.person == person) else {
        return String::new();
    };
    let is_shared = view.people.iter().filter(|other| other.name == one.name).count() > 1;
    if is_shared { one.number.clone() } else { one.name.clone() }
}

/// The cells that were sent, each under the post its column was drawn for.
fn cells(view: &RosterMonth, sent: &Sent) -> Vec<Cell> {
    let mut cells = vec![];
    for name in POST_FIELDS {
        let Ok(post) = sent.get(&format!("post-{name}")).parse() else { continue };
        for day in table::days(view) {
            let people = sent.text(&format!("{name}.{}", day.day()));
            cells.push(Cell { post, day: day.day(), people });
        }
    }
    cells
}

fn draw(
    shell: Shell,
    doing: Doing,
    (view, sent): (&RosterMonth, &Sent),
    (faults, refusal): (&[field::FieldError], Option<RefusalBox>),
) -> GridPage {
    let words = shell.words;
    let label = |name: &str| label(&shell, view, name);
    let errors = ErrorSummary::new(words, field_errors(words, faults, label));
    let because = (doing == Doing::Change).then(|| {
        let forms = Forms { shell: &shell, errors: &errors, sent };
        forms.line("because").wide()
    });
    let home = Link::new(address(HOME, &view.unit, view.month), title(&shell, view));
    let say = |part: &str| shell.say(&format!("roster-{}-{part}", doing.name()));
    GridPage {
        crumb: Crumb::new(words, vec![home], say("title")),
        title: say("title"),
        lead: say("lead"),
        action: doing.path().to_owned(),
        button: say("button"),
        request: sent.request(),
        version: sent.version(),
        unit: view.unit.code.clone(),
        month: view.month.to_string(),
        grid: grid(&shell, view, (sent, &errors)),
        errors,
        refusal,
        posts: columns(view).map(|(_, post)| post.id).collect(),
        because,
        people: offered(view),
        shell,
    }
}

/// What a field is called: of a cell the post and the day.
fn label(shell: &Shell, view: &RosterMonth, name: &str) -> String {
    let (field, row) = name.split_once('.').unwrap_or((name, ""));
    match columns(view).find(|(column, _)| *column == field) {
        Some((_, post)) => {
            let day = table::days(view).find(|day| day.day().to_string() == row);
            let day = day.map(|day| shell.words.month_day(day)).unwrap_or_default();
            format!("{} {day}", post.name)
        }
        None => crate::page::matter::wrong::label(shell, name),
    }
}

fn grid(shell: &Shell, view: &RosterMonth, (sent, errors): (&Sent, &ErrorSummary)) -> Grid {
    let column = |(name, post): (&'static str, &DutyPost)| GridColumn {
        name,
        label: post.name.clone(),
        width: GridWidth::Middle,
        control: GridControl::Listed("people"),
    };
    let row = |day: jiff::civil::Date| {
        let cell = |(name, _): (&'static str, &DutyPost)| {
            let name = format!("{name}.{}", day.day());
            GridCell { value: sent.text(&name), error: errors.of(&name) }
        };
        GridRow { cells: columns(view).map(cell).collect() }
    };
    let rows: Vec<_> = table::days(view).map(row).collect();
    let words = shell.words;
    let heading = |day| format!("{} {}", words.month_day(day), words.weekday(day));
    let caption = shell.say("roster-grid-caption");
    let least = rows.len();
    Grid::new(words, caption, columns(view).map(column).collect(), rows, least)
        .headed(table::days(view).map(heading).collect())
}

/// The people that a cell offers.
fn offered(view: &RosterMonth) -> Vec<String> {
    let mut people: Vec<String> = vec![];
    for day in [view.month.first(), view.month.last()] {
        for one in takers(&view.people, view.unit.id, day) {
            let said = format!("{} {}", one.number, one.name);
            if !people.contains(&said) {
                people.push(said);
            }
        }
    }
    people
}
