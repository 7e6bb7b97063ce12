//! The story (由来): what the demo's year was made after, point by point, with the page that shows
//! each point or the word that it is still to come.
//!
//! Served in a demo alone: it tells of another county, and its links name units of the demo's.

mod points;
pub(super) mod schemes;

use super::furniture::{Furniture, home_link};
use super::{called, has};
use crate::app::WebState;
use crate::error::WebError;
use crate::part::{Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use points::{Awaited, Said, Story, Thing};
use std::collections::BTreeMap;

/// Where the page is.
pub(super) const PATH: &str = "/story";

/// What shows a point, or will.
#[derive(Debug, Clone)]
struct Place {
    label: String,
    /// The page; none while it is still to come.
    to: Option<String>,
    light: Light,
    /// The rows it shows, by their names.
    rows: Vec<String>,
    codes: Vec<String>,
}

/// A point on the page.
#[derive(Debug)]
struct Point {
    number: usize,
    title: String,
    text: String,
    quote: Option<String>,
    places: Vec<Place>,
}

/// A chapter on the page.
#[derive(Debug)]
struct Chapter {
    title: String,
    /// The numbers of its first and last point.
    range: (usize, usize),
    points: Vec<Point>,
}

/// A line of the table.
struct Line {
    name: String,
    point: usize,
    place: Place,
}

#[derive(Template)]
#[template(path = "portal/story.html")]
struct StoryPage {
    furniture: Furniture,
    title: String,
    own_words: String,
    chapters: Vec<Chapter>,
    lines: Vec<Line>,
    counted: String,
    shell: Shell,
}

/// `GET /story`
pub(super) async fn show(shell: Shell) -> Result<Response, WebError> {
    let story = Story::read().map_err(WebError::internal)?;
    let title = shell.say("story-title");
    let mut furniture = Furniture::below(&shell, vec![home_link(&shell)], &shell.say("nav-story"))
        .about(shell.say("story-lead"));
    furniture.kind = "概况信息";
    let chapters = chapters(shell.words, &story);
    let lines = lines(shell.words, &story, &chapters);
    let counted = counted(shell.words, &lines);
    let county = shell.site.county.name(shell.words.locale);
    let own_words = shell.say_with("story-own-words", &[("county", county.into())]);
    let page = StoryPage { furniture, title, own_words, chapters, lines, counted, shell };
    Ok(Html(page.render()?).into_response())
}

fn chapters(words: Words, story: &Story) -> Vec<Chapter> {
    let names: BTreeMap<&str, String> =
        story.row.iter().map(|row| (&*row.code, called(words, &row.zh, &row.en))).collect();
    let one = |chapter: &points::Chapter| {
        let numbers = || chapter.point.iter().map(|point| point.number);
        Chapter {
            title: called(words, &chapter.zh, &chapter.en),
            range: (numbers().min().unwrap_or_default(), numbers().max().unwrap_or_default()),
            points: chapter.point.iter().map(|told| point(words, &names, told)).collect(),
        }
    };
    story.chapter.iter().map(one).collect()
}

fn point(words: Words, names: &BTreeMap<&str, String>, told: &points::Point) -> Point {
    let say = |said: &Said| called(words, &said.zh, &said.en);
    let there = told.things.iter().map(|thing| there(words, names, thing));
    let to_come = told.awaits.iter().map(|awaited| to_come(words, names, awaited));
    Point {
        number: told.number,
        title: say(&told.title),
        text: say(&told.text),
        quote: told.quote.as_ref().map(say),
        places: there.chain(to_come).collect(),
    }
}

fn there(words: Words, names: &BTreeMap<&str, String>, thing: &Thing) -> Place {
    Place {
        label: called(words, &thing.zh, &thing.en),
        to: Some(thing.to.clone()),
        light: Light::new(LightState::Ok, words.say("story-there")),
        rows: named(names, &thing.rows),
        codes: thing.rows.clone(),
    }
}

fn to_come(words: Words, names: &BTreeMap<&str, String>, awaited: &Awaited) -> Place {
    Place {
        label: called(words, &awaited.zh, &awaited.en),
        to: None,
        light: Light::new(LightState::None, words.say("story-to-come")),
        rows: named(names, &awaited.rows),
        codes: awaited.rows.clone(),
    }
}

fn named(names: &BTreeMap<&str, String>, codes: &[String]) -> Vec<String> {
    codes.iter().filter_map(|code| names.get(&**code).cloned()).collect()
}

/// The rows in their order, each with its point and what shows it.
fn lines(words: Words, story: &Story, chapters: &[Chapter]) -> Vec<Line> {
    let places = || {
        let points = chapters.iter().flat_map(|chapter| &chapter.points);
        points.flat_map(|point| point.places.iter().map(|place| (point.number, place)))
    };
    let line = |row: &points::Row| {
        let (point, place) = places().find(|(_, place)| place.codes.contains(&row.code))?;
        let name = called(words, &row.zh, &row.en);
        Some(Line { name, point, place: place.clone() })
    };
    story.row.iter().filter_map(line).collect()
}

/// How many of the rows can be seen, in a sentence.
fn counted(words: Words, lines: &[Line]) -> String {
    let there = lines.iter().filter(|line| line.place.to.is_some()).count();
    let values = [
        ("rows", lines.len().into()),
        ("there", there.into()),
        ("rest", (lines.len() - there).into()),
    ];
    words.say_with("story-counted", &values)
}

/// The points with what they tell: number, title, text.
pub(super) fn told_points(words: Words) -> Result<Vec<(usize, String, String)>, WebError> {
    let story = Story::read().map_err(WebError::internal)?;
    let say = |said: &Said| called(words, &said.zh, &said.en);
    let points = story.chapter.iter().flat_map(|chapter| &chapter.point);
    Ok(points.map(|point| (point.number, say(&point.title), say(&point.text))).collect())
}

/// What other pages say of the story, in a demo.
pub(super) struct Told {
    /// That the county is invented.
    pub heading: String,
    /// The way to the story.
    pub way: Link,
}

impl Told {
    /// Says it, where the story is served.
    pub fn on(state: &WebState, shell: &Shell) -> Option<Self> {
        let county = shell.site.county.name(shell.words.locale);
        has(state, PATH).then(|| Self {
            heading: shell.say_with("story-home", &[("county", county.into())]),
            way: Link::new(PATH, shell.say("story-title")),
        })
    }
}
