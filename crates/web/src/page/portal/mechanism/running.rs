//! Who runs a scheme (谁在施行): the units and their versions, and how the latest cycles went, counted. No unit's answer and
//! nobody's name.

use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::mechanisms::PATH;
use crate::page::scheme::run::stretch;
use crate::part::{Light, LightState, Link};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use jiff::ToSpan;
use jiff::civil::Date;
use qz_acts::adoption::public::Running as Runs;
use qz_acts::run::view::ElementCount;
use qz_domain::adoption::Adoption;

/// For how many days back cycles are counted.
const BACK: i64 = 92;
/// The most lines of counts a unit has.
const LINES: usize = 40;

/// A unit that runs it.
struct Unit {
    name: String,
    versions: Vec<(Link, Light)>,
    counts: Vec<Count>,
}

/// An element in a cycle.
struct Count {
    element: String,
    cycle: String,
    figures: [String; 4],
    prompts: String,
    shown: String,
}

/// The part of the page.
#[derive(Template)]
#[template(path = "portal/mechanism/running.html")]
pub(super) struct Running {
    words: Words,
    units: Vec<Unit>,
    adopt: String,
}

impl askama::filters::HtmlSafe for Running {}

impl Running {
    /// Who runs the scheme of a code.
    pub async fn new(
        state: &WebState,
        shell: &Shell,
        (code, running, today): (&str, &[Runs], Date),
    ) -> Result<Self, WebError> {
        let days = (today.saturating_sub(BACK.days()), today);
        let mut units = vec![];
        for one in running {
            let mut counts = vec![];
            for reign in one.reigns.iter().rev() {
                let run = state.acts.public_run(reign.adoption, days).await;
                counts.extend(run.map_err(WebError::internal)?.counts);
            }
            // A rule that nobody had to deal with says nothing here.
            let told = |line: &&ElementCount| line.owed + line.dismissed + line.taken_up > 0;
            let counts =
                counts.iter().filter(told).take(LINES).map(|line| count(shell.words, line));
            let versions = one.reigns.iter().rev().filter_map(|reign| one.version(reign.adoption));
            let versions = versions.map(|version| link(shell.words, version, today));
            units.push(Unit {
                name: shell.unit_name(&one.unit),
                versions: versions.collect(),
                counts: counts.collect(),
            });
        }
        let draft = query::with("/desk/schemes/draft", "from", code);
        let adopt = query::with("/sign-in", "back", &draft);
        Ok(Self { words: shell.words, units, adopt })
    }
}

/// A version, and whether it is in force.
fn link(words: Words, version: &Adoption, today: Date) -> (Link, Light) {
    let address = format!("{PATH}/{}", version.code);
    let href = query::with(&address, "version", &version.id.to_string());
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| words.date(day));
    let values = [("since", day(version.since).into()), ("until", day(version.until).into())];
    let key = if version.until.is_some() { "mechanism-version-until" } else { "mechanism-version" };
    let is_over = version.until.is_some_and(|until| until < today);
    let is_ahead = version.since.is_some_and(|since| since > today);
    let (light, state) = match (is_ahead, is_over) {
        (true, _) => (LightState::None, "mechanism-version-ahead"),
        (_, true) => (LightState::None, "mechanism-version-over"),
        _ => (LightState::Ok, "mechanism-version-in-force"),
    };
    (Link::new(href, words.say_with(key, &values)), Light::new(light, words.say(state)))
}

fn count(words: Words, line: &ElementCount) -> Count {
    let number = |count: usize| words.number(count);
    let figures = [line.owed, line.filed + line.filed_late, line.late, line.excused];
    let is_owed = line.owed > 0;
    let prompts = [
        ("dismissed", i64::try_from(line.dismissed).unwrap_or(i64::MAX).into()),
        ("taken", i64::try_from(line.taken_up).unwrap_or(i64::MAX).into()),
    ];
    let dealt = line.dismissed + line.taken_up;
    Count {
        element: line.element.clone(),
        cycle: stretch(words, line.cycle),
        figures: figures.map(|figure| if is_owed { number(figure) } else { String::new() }),
        prompts: match dealt {
            0 => String::new(),
            _ => words.say_with("prompt-dealt", &prompts),
        },
        shown: line.shown_on.map_or_else(String::new, |day| words.date(day)),
    }
}
