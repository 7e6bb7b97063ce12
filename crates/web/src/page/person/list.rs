//! The list of people: search, filter, sort, page, export.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{
    Choice, EmptyState, ExportLinks, Filter, FilterField, Light, LightState, Link, Pager,
};
use crate::refusal::act_error;
use crate::shell::Shell;
use crate::words::{Locale, Words};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::person::view::{HeldPost, PersonFilter, PersonLine, PersonSort};
use qz_acts::visit::view::Page;
use qz_domain::action::Action;
use qz_domain::id::UnitId;
use qz_domain::instant;
use qz_domain::person::PersonKind;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use serde::Deserialize;

/// How many rows a page of the list has.
const PER_PAGE: u64 = 50;
/// From how many days before its end a training wants attention.
pub(in crate::page) const SOON: i32 = 30;

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    kind: String,
    unit: String,
    trained: String,
    inspectors: String,
    sort: String,
    page: String,
}

impl Asked {
    /// The filter; a unit nobody knows finds nobody.
    pub(super) async fn filter(&self, state: &WebState) -> Result<PersonFilter, WebError> {
        let unit = match self.unit.trim() {
            "" => None,
            code => {
                let found = state.acts.unit(code).await.map_err(WebError::internal)?;
                Some(found.map_or(UnitId(-1), |unit| unit.id))
            }
        };
        let today = instant::day(state.acts.now());
        let words = self.q.trim();
        Ok(PersonFilter {
            words: (!words.is_empty()).then(|| words.to_owned()),
            kind: PersonKind::from_code(&self.kind),
            unit,
            trained: match self.trained.as_str() {
                "yes" => Some((true, today)),
                "no" => Some((false, today)),
                _ => None,
            },
            inspectors: self.inspectors == "1",
        })
    }

    /// The order that was asked for.
    pub(super) fn order(&self) -> PersonSort {
        match self.sort.as_str() {
            "name" => PersonSort::Name,
            "unit" => PersonSort::Unit,
            "trained" => PersonSort::Trained,
            _ => PersonSort::Number,
        }
    }

    fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1).clamp(1, 100_000)
    }

    fn is_filtered(&self) -> bool {
        let Self { q, kind, unit, trained, inspectors, .. } = self;
        [q, kind, unit, trained, inspectors].iter().any(|field| !field.trim().is_empty())
    }
}

#[derive(Template)]
#[template(path = "person/list.html")]
struct ListPage {
    shell: Shell,
    sentence: String,
    filter: Filter,
    rows: Vec<Row>,
    empty: EmptyState,
    pager: Pager,
    export: ExportLinks,
    may_import: bool,
}

/// A person of the list.
struct Row {
    href: String,
    number: String,
    name: String,
    kind: String,
    unit: String,
    post: String,
    training: Light,
}

/// `GET /desk/people`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let filter = asked.filter(&state).await?;
    let page = Page::number(asked.page().cast_signed(), PER_PAGE.cast_signed());
    let listed = state.acts.people(granted.account(), &filter, asked.order(), page).await;
    let back = || Link::new("/desk", shell.say("error-way-desk"));
    let (lines, total) = listed.map_err(|error| act_error(shell.words, error, back()))?;
    let units = state.acts.units().await.map_err(WebError::internal)?;
    let today = instant::day(state.acts.now());
    let filter = filter_part(shell.words, &asked, &units);
    let page = draw(shell, &granted, (filter, asked), (lines, total.unsigned_abs()), today);
    Ok(Html(page.render()?).into_response())
}

fn draw(
    shell: Shell,
    granted: &Granted,
    (filter, asked): (Filter, Asked),
    (lines, total): (Vec<PersonLine>, u64),
    today: Date,
) -> ListPage {
    let words = shell.words;
    let query = shell.here.split_once('?').map_or("", |(_, query)| query);
    let file = |ending: &str| format!("/desk/people/export.{ending}?{query}");
    let files = vec![Link::new(file("xlsx"), "Excel"), Link::new(file("csv"), "CSV")];
    let may_import = granted.may_somewhere(Action::OrganisationImport);
    let sentence = match (total, asked.is_filtered()) {
        (0, _) => String::new(),
        (_, true) => words.say_with("person-list-found", &[("count", total.into())]),
        (_, false) => words.say_with("person-list-all", &[("count", total.into())]),
    };
    ListPage {
        sentence,
        filter,
        empty: empty(words, asked.is_filtered(), may_import),
        pager: Pager::new(words, &shell.here, asked.page(), PER_PAGE, total),
        export: ExportLinks::new(words, total, if total > 0 { files } else { vec![] }),
        rows: lines.into_iter().map(|line| row(words, line, today)).collect(),
        may_import,
        shell,
    }
}

fn empty(words: Words, is_filtered: bool, may_import: bool) -> EmptyState {
    if is_filtered {
        let clear = Link::new("/desk/people", words.say("part-filter-clear"));
        return EmptyState::new(words.say("person-list-none-found")).way(clear);
    }
    let empty = EmptyState::new(words.say("person-list-none"));
    if may_import { empty.way(Link::new("/desk/import", words.say("import-title"))) } else { empty }
}

fn row(words: Words, line: PersonLine, today: Date) -> Row {
    let post = line.post.as_ref();
    Row {
        href: format!("/desk/people/{}", line.id),
        number: line.number,
        name: line.name,
        kind: words.term(line.kind),
        unit: post.map(|held| unit_of(words, held)).unwrap_or_default(),
        post: post.map(|held| post_of(words, held)).unwrap_or_default(),
        training: training_light(words, line.trained_until, today),
    }
}

/// The Chinese name, or the English one where there is one and English is spoken.
pub(in crate::page) fn either(words: Words, chinese: &str, english: &str) -> String {
    match words.locale {
        Locale::En if !english.is_empty() => english.to_owned(),
        _ => chinese.to_owned(),
    }
}

/// The unit of a post.
pub(super) fn unit_of(words: Words, held: &HeldPost) -> String {
    either(words, &held.unit, &held.unit_en)
}

/// The name of a post.
pub(super) fn post_of(words: Words, held: &HeldPost) -> String {
    either(words, &held.name, &held.name_en)
}

/// How a training stands that ends on a day.
pub(in crate::page) fn training_light(words: Words, until: Option<Date>, today: Date) -> Light {
    let Some(until) = until else {
        return Light::new(LightState::None, words.say("training-none"));
    };
    let left = (until - today).get_days();
    let day = [("day", words.date(until).into())];
    match left {
        ..0 => Light::new(LightState::Stop, words.say_with("training-ended", &day)),
        0..=SOON => Light::new(LightState::Warn, words.say_with("training-until", &day)),
        _ => Light::new(LightState::Ok, words.say_with("training-until", &day)),
    }
}

fn filter_part(words: Words, asked: &Asked, units: &[Unit]) -> Filter {
    let all = || words.say("person-filter-all");
    let with_all = |mut choices: Vec<Choice>, asked: &str| {
        choices.insert(0, Choice::new("", all(), asked));
        choices
    };
    let choice = |value: &str, key: &str, asked: &str| Choice::new(value, words.say(key), asked);
    let trained = vec![
        choice("yes", "person-filter-trained-yes", &asked.trained),
        choice("no", "person-filter-trained-no", &asked.trained),
    ];
    let orders = ["number", "name", "unit", "trained"];
    let orders = orders.map(|order| choice(order, &format!("person-sort-{order}"), &asked.sort));
    let inspectors = vec![choice("1", "person-filter-inspectors-only", &asked.inspectors)];
    let fields = vec![
        FilterField::Word {
            name: "q",
            label: words.say("person-filter-q"),
            value: asked.q.clone(),
        },
        select(words, "unit", "person-unit", with_all(unit_choices(words, asked, units), "")),
        select(
            words,
            "kind",
            "person-kind",
            with_all(words.choices(PersonKind::from_code(&asked.kind)), &asked.kind),
        ),
        select(words, "trained", "person-training", with_all(trained, &asked.trained)),
        select(
            words,
            "inspectors",
            "person-filter-inspectors",
            with_all(inspectors, &asked.inspectors),
        ),
        select(words, "sort", "person-filter-sort", orders.into()),
    ];
    Filter::new(words, "/desk/people", fields, asked.is_filtered())
}

fn unit_choices(words: Words, asked: &Asked, units: &[Unit]) -> Vec<Choice> {
    let choice = |unit: &Unit| {
        let label = format!("{} {}", unit.code, either(words, &unit.name, &unit.name_en));
        Choice::new(unit.code.as_str(), label, asked.unit.trim())
    };
    units.iter().map(choice).collect()
}

fn select(words: Words, name: &'static str, key: &str, choices: Vec<Choice>) -> FilterField {
    FilterField::Choice { name, label: words.say(key), choices }
}
