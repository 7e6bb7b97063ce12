//! Fill in an item of a scheme, or write into a register.

use super::{Item, form as controls};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::page::scheme::run::stretch;
use crate::part::{Choice, Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::filing::{FilingForm, MakeFiling};
use qz_domain::action::Action;
use qz_domain::adoption::Adoption;
use qz_domain::filing::{Filing, FilingKind};
use qz_domain::unit::Unit;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::{Key, Kind};

/// The scheme an item is of.
pub(super) struct Around {
    pub adoption: Adoption,
    pub unit: Unit,
    pub mechanism: Mechanism,
    /// What it answers.
    pub answers: Option<Filing>,
}

impl Around {
    /// Reads it: what is in force is for everybody to read.
    pub async fn read(state: &WebState, shell: &Shell, item: &Item) -> Result<Self, WebError> {
        let found = state.acts.public_adoption(item.adoption).await;
        let (adoption, _) = found.map_err(|fault| refuse(shell, "/desk", fault))?;
        let unit = state.acts.unit(&item.unit).await.map_err(WebError::internal)?;
        let unit = unit.ok_or(WebError::NotFound)?;
        let mechanism = Mechanism::read(&adoption.text).mechanism.ok_or(WebError::NotFound)?;
        Ok(Self { adoption, unit, mechanism, answers: None })
    }

    /// Reads it with what it answers, for who answers.
    async fn read_whole(
        (state, granted): (&WebState, &Granted),
        shell: &Shell,
        item: &Item,
    ) -> Result<Self, WebError> {
        let around = Self::read(state, shell, item).await?;
        let Some(id) = item.answers else { return Ok(around) };
        let found = state.acts.filing(granted.account(), (id, Action::EntryMake)).await;
        let answers = Some(found.map_err(|fault| refuse(shell, "/desk", fault))?.filing);
        Ok(Self { answers, ..around })
    }

    /// The element.
    pub fn element(&self, item: &Item) -> Result<&Block, WebError> {
        self.mechanism.element(&item.element).ok_or(WebError::NotFound)
    }
}

/// `GET /desk/filings/file?…` and `GET /desk/registers/write?…`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    item: Result<Query<Item>, QueryRejection>,
) -> Result<Response, WebError> {
    let Ok(Query(item)) = item else { return Ok(Redirect::to("/desk").into_response()) };
    let around = Around::read_whole((&state, &granted), &shell, &item).await?;
    let sent = Sent::new(state.acts.new_request(), 0).put("cycle", item.cycle.to_string());
    step::first(&draw(&state, shell, (&around, &item), &sent, (vec![], None)).await?)
}

/// `POST /desk/filings/file?…` and `POST /desk/registers/write?…`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    item: Result<Query<Item>, QueryRejection>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let Ok(Query(item)) = item else { return Ok(Redirect::to("/desk").into_response()) };
    let around = Around::read_whole((&state, &granted), &shell, &item).await?;
    let element = around.element(&item)?;
    let is_nothing = sent.get("is_nothing") == "yes";
    let is_entry = element.kind() == Some(Kind::Register) && !is_nothing;
    let form = FilingForm {
        element: item.element.clone(),
        cycle: if is_entry { sent.text("cycle") } else { item.cycle.to_string() },
        unit: item.unit.clone(),
        answers: item.answers.map(|id| id.to_string()).unwrap_or_default(),
        is_nothing,
        fields: controls::given(element, &sent),
        paper: sent.paper(),
    };
    let act = MakeFiling { actor: granted.account(), adoption: item.adoption, form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, "/desk", state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(back(element)).into_response()),
        Err(wrong) => step::again(&draw(&state, shell, (&around, &item), &sent, wrong).await?),
    }
}

/// Where whoever filed goes on: what else waits, or the registers.
fn back(element: &Block) -> &'static str {
    if element.kind() == Some(Kind::Register) { "/desk/registers" } else { "/desk" }
}

async fn draw(
    state: &WebState,
    shell: Shell,
    (around, item): (&Around, &Item),
    sent: &Sent,
    wrong: Wrong,
) -> Result<StepPage, WebError> {
    let element = around.element(item)?;
    let is_register = element.kind() == Some(Kind::Register);
    let is_asked = around.answers.as_ref().is_some_and(|one| one.asked.is_some());
    let is_own = is_register || is_asked;
    let path = if is_own { "/desk/registers/write" } else { "/desk/filings/file" };
    let key = if is_register { "register-write" } else { "filing-file" };
    let words = shell.words;
    let above = if is_register {
        Link::new("/desk/registers", shell.say("register-title"))
    } else {
        Link::new("/desk", shell.say("shell-rail-today"))
    };
    let note = element.text(Key::Note).unwrap_or("").to_owned();
    let plan = Plan {
        key: key.to_owned(),
        above: vec![above],
        action: item.at(path),
        lead: vec![("element", item.element.clone()), ("scheme", around.adoption.title.clone())],
        texts: vec![
            (shell.say("filing-note-of-scheme"), note),
            (shell.say("filing-answers"), answered(&shell, around.answers.as_ref())),
        ],
        facts: vec![
            (shell.say("scheme-column-unit"), shell.unit_name(&around.unit)),
            (shell.say("filing-column-cycle"), cycle(words, around, item)),
        ],
        links: vec![Link::new(
            format!("/mechanisms/{}", around.adoption.code),
            around.adoption.title.clone(),
        )],
        rules: if is_register {
            &["filing-rule-added"]
        } else {
            &["filing-rule-once", "filing-rule-correct"]
        },
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
    };
    let units = step::units(state).await?;
    let wrong = controls::under_titles(&shell, element, wrong);
    Ok(step::draw(shell, (plan, units), sent, wrong, |forms| fields(forms, element)))
}

/// What an item answers, in words: the entry as it was written, or why somebody asks.
fn answered(shell: &Shell, one: Option<&Filing>) -> String {
    let Some(one) = one else { return String::new() };
    let day = shell.words.date(one.filed_on);
    if one.kind == FilingKind::Asked {
        let values = [("day", day.into()), ("why", one.reason.as_str().into())];
        return shell.say_with("filing-answers-asked", &values);
    }
    let said = shell.say_with("filing-answers-entry", &[("day", day.into())]);
    let fields = one.fields.iter().map(|field| format!("{}: {}", field.title, field.value));
    std::iter::once(said).chain(fields).collect::<Vec<_>>().join(" · ")
}

/// The fields of an element; of a register its day first, and whether there was nothing.
fn fields(forms: &Forms<'_>, element: &Block) -> Vec<Field> {
    let mut fields = vec![];
    if element.kind() == Some(Kind::Register) {
        fields.push(forms.day("cycle"));
        if element.is(Key::ZeroReport) {
            let label = forms.shell.say("filing-nothing");
            let choices = vec![Choice::new("yes", label, forms.sent.get("is_nothing"))];
            fields.push(forms.checks("is_nothing", choices));
        }
    }
    fields.extend(controls::fields(forms, element));
    fields
}

fn cycle(words: crate::words::Words, around: &Around, item: &Item) -> String {
    let element = around.mechanism.element(&item.element);
    let word = element.and_then(|one| one.word(Key::Cycle)).or_else(|| around.mechanism.cycle());
    let holding = word.and_then(|word| qz_mechanism::cycle::holding(word, item.cycle));
    match holding {
        Some((_, last)) => stretch(words, (item.cycle, last)),
        None => words.date(item.cycle),
    }
}
