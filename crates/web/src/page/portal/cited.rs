//! The text of an article as it is read now: its figures are counted anew, and each opens to its rows.

use super::period::Period;
use super::{bulletins, decisions, fault, findings};
use crate::app::WebState;
use crate::error::WebError;
use crate::query;
use crate::words::Words;
use askama::Template;
use jiff::civil::date;
use qz_acts::matter::public::MatterFigures;
use qz_acts::visit::public::PublicFigures;
use qz_domain::article::body::{Block, Cited, Figure, Piece};
use std::collections::{BTreeMap, BTreeSet};

/// A piece of a line as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    text: String,
    href: Option<String>,
}

/// A block as it is shown.
#[derive(Debug, Clone)]
struct ShownBlock {
    heading: Option<String>,
    is_list: bool,
    lines: Vec<Vec<Shown>>,
}

/// The text of an article, to be put into a page.
#[derive(Debug, Clone, Template)]
#[template(path = "article/body.html")]
pub(crate) struct Body {
    blocks: Vec<ShownBlock>,
}

impl askama::filters::HtmlSafe for Body {}

/// The figures of one year, or of all.
type Counted = BTreeMap<Option<i16>, (PublicFigures, MatterFigures)>;

/// Counts the figures of a text and draws it.
pub(crate) async fn body(
    state: &WebState,
    words: Words,
    blocks: &[Block],
) -> Result<Body, WebError> {
    let years: BTreeSet<_> = figures(blocks).map(|figure| figure.year).collect();
    let mut counted = Counted::new();
    for year in years {
        let Period { from, to } = period(year);
        let visits = state.acts.filed_figures((from, to), None).await.map_err(fault)?;
        let matters = state.acts.matter_figures((from, to), None).await.map_err(fault)?;
        counted.insert(year, (visits, matters));
    }
    let blocks = blocks.iter().map(|block| shown(words, block, &counted)).collect();
    Ok(Body { blocks })
}

fn lines(block: &Block) -> &[Vec<Piece>] {
    match block {
        Block::Heading(_) => &[],
        Block::Paragraph(line) => std::slice::from_ref(line),
        Block::List(lines) => lines,
    }
}

fn figures(blocks: &[Block]) -> impl Iterator<Item = Figure> {
    blocks.iter().flat_map(lines).flatten().filter_map(|piece| match piece {
        Piece::Figure(figure) => Some(*figure),
        Piece::Text(_) | Piece::Link { .. } => None,
    })
}

fn period(year: Option<i16>) -> Period {
    year.map_or(Period { from: date(1900, 1, 1), to: date(2199, 12, 31) }, Period::year)
}

fn shown(words: Words, block: &Block, counted: &Counted) -> ShownBlock {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => Shown { text: text.clone(), href: None },
        Piece::Link { to, says } => Shown { text: says.clone(), href: Some(to.clone()) },
        Piece::Figure(figure) => {
            Shown { text: words.number(count(*figure, counted)), href: Some(rows(*figure)) }
        }
    };
    let line = |line: &Vec<Piece>| line.iter().map(piece).collect();
    ShownBlock {
        heading: match block {
            Block::Heading(heading) => Some(heading.clone()),
            Block::Paragraph(_) | Block::List(_) => None,
        },
        is_list: matches!(block, Block::List(_)),
        lines: lines(block).iter().map(line).collect(),
    }
}

fn count(figure: Figure, counted: &Counted) -> i64 {
    let Some((visits, matters)) = counted.get(&figure.year) else { return 0 };
    match figure.cited {
        Cited::Visits => visits.visits,
        Cited::Findings => matters.findings_upheld(),
        Cited::Units => matters.units_held(),
        Cited::Persons => matters.decisions_on_persons(),
        Cited::Bulletins => matters.bulletins,
    }
}

/// The rows behind a figure.
fn rows(figure: Figure) -> String {
    let of = |path: &str| figure.year.map_or(path.to_owned(), |year| Period::year(year).link(path));
    let decisions = || of(decisions::PATH);
    match figure.cited {
        Cited::Visits => of("/statistics/visits"),
        Cited::Findings => of(findings::PATH),
        Cited::Units => query::with(&query::with(&decisions(), "subject", "units"), "each", "unit"),
        Cited::Persons => query::with(&decisions(), "subject", "persons"),
        Cited::Bulletins => query::with(&of(bulletins::PATH), "kind", "ordinary"),
    }
}
