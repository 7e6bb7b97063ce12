//! The archive (档案) of bulletins: every published one, by year and organ, looked up by title or number.
//! It says of names what the one reader says on that day; the counts stay for good. Search engines are
//! asked to leave it alone.

use super::bulletins::{self, kind, names, number};
use super::download::{self, MOST_ROWS};
use super::records::{self, Asking, Kind, PER_PAGE, Shown};
use super::{fault, named, today, unit_link};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download::{Format, sheet};
use crate::page::matter::search;
use crate::part::{Choice, Filter, FilterField, Link};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::bulletin::public::{
    BulletinFilter, BulletinLine, BulletinSort, Page, Shelf, has_names,
};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::instant;
use qz_domain::number::DocumentNumber;
use qz_domain::spelled::Spelled;
use serde::Deserialize;
use serde_json::{Value, json};

/// Where the archive is.
pub(super) const PATH: &str = "/archive";

const KIND: Kind = Kind {
    path: PATH,
    title: "nav-archive",
    sentence: "portal-archive-sentence",
    none: "portal-archive-none",
    scope: "portal-archive-scope",
    define: "portal-define-bulletins",
    columns: &[
        ("portal-bulletin-number", Some("number")),
        ("portal-published-on", Some("earliest")),
        ("portal-bulletin-title", None),
        ("portal-archive-organ", None),
        ("portal-bulletin-decisions", None),
        ("portal-bulletin-names", None),
    ],
};

/// What a visitor asks of the archive.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    year: String,
    organ: String,
    sort: String,
    page: String,
    format: String,
}

impl Asked {
    /// What is looked for; a text that is a number is looked for as one.
    async fn filter(&self, state: &WebState) -> Result<BulletinFilter, WebError> {
        let looked = self.q.trim();
        let (serial, year) = numbered(looked);
        let asked = self.year.trim().parse().ok();
        let words = (serial.is_none() && !looked.is_empty()).then(|| looked.to_owned());
        let organ = search::unit(state, &self.organ).await.map_err(WebError::internal)?;
        Ok(BulletinFilter {
            organ,
            serial,
            year: year.or(asked),
            words,
            ..BulletinFilter::default()
        })
    }

    fn sort(&self) -> (BulletinSort, &'static str) {
        match self.sort.as_str() {
            "earliest" => (BulletinSort::Earliest, "earliest"),
            "number" => (BulletinSort::Number, "number"),
            _ => (BulletinSort::Latest, ""),
        }
    }

    fn form(&self, words: Words, shelves: &[Shelf]) -> Filter {
        let is_active = [&self.q, &self.year, &self.organ].iter().any(|field| !field.is_empty());
        let fields = vec![
            FilterField::Word {
                name: "q",
                label: words.say("portal-archive-q"),
                value: self.q.clone(),
            },
            FilterField::Choice {
                name: "year",
                label: words.say("portal-archive-year"),
                choices: years(words, shelves, &self.year),
            },
            FilterField::Choice {
                name: "organ",
                label: words.say("portal-archive-organ"),
                choices: organs(words, shelves, &self.organ),
            },
        ];
        Filter::new(words, PATH, fields, is_active)
    }
}

/// The serial and the year of `〔2015〕3号`, `2015-3`, `3号` or `3`.
fn numbered(text: &str) -> (Option<i64>, Option<i64>) {
    let number = text.trim_end_matches('号').rsplit(['〕', '-']).next().unwrap_or_default();
    let Ok(serial) = number.parse() else { return (None, None) };
    let before = text.trim_start_matches('〔').split(['〕', '-']).next().unwrap_or_default();
    let year = before.parse::<i16>().ok().filter(|_| before.len() == 4 && before != number);
    let whole = year.is_none_or(|year| DocumentNumber::new(year, serial).is_some());
    (whole.then_some(serial), year.map(i64::from))
}

/// The years there are, each with how many.
fn years(words: Words, shelves: &[Shelf], chosen: &str) -> Vec<Choice> {
    let mut years: Vec<(i64, i64)> = vec![];
    for shelf in shelves {
        match years.last_mut() {
            Some((year, count)) if *year == shelf.year => *count += shelf.count,
            _ => years.push((shelf.year, shelf.count)),
        }
    }
    let year = |(year, count): (i64, i64)| {
        let said = [("year", year.to_string().into()), ("count", count.into())];
        Choice::new(year.to_string(), words.say_with("portal-archive-of", &said), chosen)
    };
    let all = Choice::new("", words.say("portal-all"), chosen);
    std::iter::once(all).chain(years.into_iter().map(year)).collect()
}

/// The organs there are, each with how many.
fn organs(words: Words, shelves: &[Shelf], chosen: &str) -> Vec<Choice> {
    let mut organs: Vec<(&Shelf, i64)> = vec![];
    for shelf in shelves {
        match organs.iter_mut().find(|(known, _)| known.organ.code == shelf.organ.code) {
            Some((_, count)) => *count += shelf.count,
            None => organs.push((shelf, shelf.count)),
        }
    }
    let organ = |(shelf, count): (&Shelf, i64)| {
        let said = [("year", named(words, &shelf.organ).into()), ("count", count.into())];
        let label = words.say_with("portal-archive-of", &said);
        Choice::new(shelf.organ.code.clone(), label, chosen)
    };
    let all = Choice::new("", words.say("portal-all"), chosen);
    std::iter::once(all).chain(organs.into_iter().map(organ)).collect()
}

/// `GET /archive?q=&year=&organ=&sort=&page=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let is_json = asked.format.trim() == "json";
    let format = if is_json { None } else { download::asked(words, Some(&asked.format))? };
    let page = search::page(&asked.page).cast_signed();
    let wanted = match format {
        None if !is_json => Page::number(page, PER_PAGE),
        _ => Page::all(),
    };
    let (filter, (sort, sorted)) = (asked.filter(&state).await?, asked.sort());
    let found = state.acts.published(&filter, sort, wanted).await;
    let (lines, total) = found.map_err(fault)?;
    let today = today(&state.acts);
    if is_json {
        return Ok(Json(document(&state, &shell, &lines, today)).into_response());
    }
    if let Some(format) = format {
        return file(&shell, &lines, today, format);
    }
    let shelves = state.acts.bulletin_shelves().await.map_err(fault)?;
    let most = usize::try_from(total.min(MOST_ROWS)).unwrap_or_default();
    let address = query::without(&shell.here, "page");
    let as_json = Link::new(query::with(&address, "format", "json"), "JSON");
    let asking = Asking {
        form: asked.form(words, &shelves),
        scope: words.say("portal-all-years"),
        sorted,
        page,
        files: download::links(words, &shell.here, most).and(as_json),
        counts: vec![],
    };
    let rows = lines.iter().map(|line| row(words, line, today)).collect();
    records::listed(shell, KIND, asking, (rows, total))
}

fn row(words: Words, line: &BulletinLine, today: Date) -> Vec<Shown> {
    let kind = kind(words, line);
    let title =
        if kind.is_empty() { line.title.clone() } else { format!("{}（{kind}）", line.title) };
    vec![
        Shown::text(number(words, line)),
        Shown::text(&line.published_on),
        Shown::wide_link(format!("{}/{}", bulletins::PATH, line.id), title),
        Shown::link(unit_link(&line.organ.code), named(words, &line.organ)),
        Shown::text(words.number(line.decisions)),
        Shown::text(names(words, line, today)),
    ]
}

fn file(
    shell: &Shell,
    lines: &[BulletinLine],
    today: Date,
    format: Format,
) -> Result<Response, WebError> {
    let words = shell.words;
    let text = |text: String| Cell::Text(text);
    let cells = |line: &BulletinLine| {
        vec![
            text(number(words, line)),
            text(line.published_on.clone()),
            text(line.title.clone()),
            text(named(words, &line.organ)),
            Cell::Number(line.decisions),
            text(names(words, line, today)),
        ]
    };
    let now = shell.now_text().unwrap_or_default();
    let sheet_of = Sheet {
        title: shell.say(KIND.title),
        header: KIND.columns.iter().map(|(key, _)| shell.say(key)).collect(),
        notes: vec![shell.say_with(KIND.scope, &[("now", now.into())]), shell.say(KIND.define)],
        rows: lines.iter().map(cells).collect(),
    };
    sheet(&sheet_of, "archive", format)
}

/// The same rows for programs.
fn document(state: &WebState, shell: &Shell, lines: &[BulletinLine], today: Date) -> Value {
    let one = |line: &BulletinLine| {
        json!({
            "number": line.number.map(|number| number.to_string()),
            "organ_code": line.organ.code,
            "organ": line.organ.name,
            "kind": line.kind.code(),
            "published_on": line.published_on,
            "title": line.title,
            "decisions": line.decisions,
            "names_until": line.expires_on,
            "names_shown": has_names(line, today),
            "page": format!("{}/{}", bulletins::PATH, line.id),
        })
    };
    json!({
        "title": shell.say(KIND.title),
        "source": shell.site_name(),
        "licence": shell.say("portal-licence"),
        "as_of": instant::rfc3339(state.acts.now()),
        "count": lines.len(),
        "rows": lines.iter().map(one).collect::<Vec<Value>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        assert_eq!(numbered("〔2015〕3号"), (Some(3), Some(2015)));
        assert_eq!(numbered("2015-12"), (Some(12), Some(2015)));
        assert_eq!(numbered("3号"), (Some(3), None));
        assert_eq!(numbered("17"), (Some(17), None));
        assert_eq!(numbered("防汛"), (None, None));
        assert_eq!(numbered("2015年的通报"), (None, None));
        assert_eq!(numbered(""), (None, None));
    }
}
