//! The text of an article (正文): plain paragraphs and a few marks, so that nobody can put a foreign
//! page, a script or a number of their own into it.
//!
//! A line that begins with `## ` is a heading, lines that begin with `- ` are a list, any other line
//! is a paragraph. Within a line `[words](/path)` leads to a page of this portal, and `[[visits
//! 2015]]` is a figure: a name of the closed list, and a year where it is one year's.

use crate::field::Fault;
use crate::spelled;
use crate::spelled::Spelled;

spelled! {
    /// A figure that an article may show (引用的数字).
    Cited {
        /// 走访: filed visits.
        Visits = "visits", "走访";
        /// 问题: findings borne out.
        Findings = "findings", "问题";
        /// 单位: units with a served decision.
        Units = "units", "单位";
        /// 人次: served decisions on persons.
        Persons = "persons", "人次";
        /// 通报: published bulletins.
        Bulletins = "bulletins", "通报";
    }
}

/// The years a figure may be of.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;
/// How a link is written.
const LINK_FORM: &str = "[走访](/statistics)";

/// A figure: which, and of which year; all years when none is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure {
    /// Which.
    pub cited: Cited,
    /// Of which year.
    pub year: Option<i16>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// Words that lead to a page of the portal.
    Link {
        /// The page: a path of ours.
        to: String,
        /// The words.
        says: String,
    },
    /// A figure, counted when it is read.
    Figure(Figure),
}

/// A block of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// A list.
    List(Vec<Vec<Piece>>),
}

/// Reads a text into its blocks.
///
/// # Errors
/// A figure that is none of the list, or a link that is not to a page of this portal.
pub fn read(text: &str) -> Result<Vec<Block>, Fault> {
    let mut blocks = vec![];
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading.trim().to_owned()));
        } else if let Some(item) = line.strip_prefix("- ") {
            let item = pieces(item.trim())?;
            match blocks.last_mut() {
                Some(Block::List(items)) => items.push(item),
                _ => blocks.push(Block::List(vec![item])),
            }
        } else {
            blocks.push(Block::Paragraph(pieces(line)?));
        }
    }
    Ok(blocks)
}

/// The pieces of a line.
fn pieces(line: &str) -> Result<Vec<Piece>, Fault> {
    let (mut pieces, mut rest) = (vec![], line);
    let mut text = String::new();
    while let Some(at) = rest.find('[') {
        text.push_str(&rest[..at]);
        let (piece, after) = mark(&rest[at..])?;
        rest = after;
        match piece {
            Some(piece) => {
                if !text.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                }
                pieces.push(piece);
            }
            None => text.push('['),
        }
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

/// What a bracket begins, and what stands after it; a bracket that is no mark is a bracket.
fn mark(from: &str) -> Result<(Option<Piece>, &str), Fault> {
    if let Some((named, after)) = from.strip_prefix("[[").and_then(|rest| rest.split_once("]]")) {
        return Ok((Some(Piece::Figure(figure(named)?)), after));
    }
    let open = from.get(1..).unwrap_or_default();
    if let Some((says, rest)) = open.split_once("](")
        && !says.contains(['[', ']'])
    {
        let (to, after) = rest.split_once(')').ok_or(Fault::BadForm(LINK_FORM))?;
        if says.is_empty() || !is_ours(to) {
            return Err(Fault::BadForm(LINK_FORM));
        }
        return Ok((Some(Piece::Link { to: to.to_owned(), says: says.to_owned() }), after));
    }
    Ok((None, open))
}

fn figure(named: &str) -> Result<Figure, Fault> {
    let unknown = || Fault::NotOneOf {
        found: named.to_owned(),
        allowed: Cited::ALL.iter().map(|cited| cited.code()).collect::<Vec<_>>().join(" "),
    };
    let mut words = named.split_whitespace();
    let cited = words.next().and_then(Cited::read).ok_or_else(unknown)?;
    let year = match words.next() {
        None => None,
        Some(year) => {
            Some(year.parse().ok().filter(|year| YEARS.contains(year)).ok_or_else(unknown)?)
        }
    };
    if words.next().is_some() { Err(unknown()) } else { Ok(Figure { cited, year }) }
}

/// Whether a link leads to a page of this portal: a path from the root, of plain characters, to no
/// other host and not to the desk.
fn is_ours(to: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.?=&%#+".contains(c);
    let is_desk = ["/desk", "/sign-", "/demo"].iter().any(|begin| to.starts_with(begin));
    to.starts_with('/') && !to.starts_with("//") && to.chars().all(plain) && !is_desk
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(said: &str) -> Piece {
        Piece::Text(said.to_owned())
    }

    #[test]
    fn a_text_is_read_into_headings_paragraphs_and_lists() {
        let blocks = read(
            "## 一年\n\n走访[[visits 2015]]次。\n- 甲\n- 看[统计](/statistics?from=2015-01-01)\n完",
        );
        let figure = Piece::Figure(Figure { cited: Cited::Visits, year: Some(2015) });
        let (to, says) = ("/statistics?from=2015-01-01".to_owned(), "统计".to_owned());
        assert_eq!(
            blocks.unwrap(),
            [
                Block::Heading("一年".to_owned()),
                Block::Paragraph(vec![text("走访"), figure, text("次。")]),
                Block::List(vec![vec![text("甲")], vec![text("看"), Piece::Link { to, says }]]),
                Block::Paragraph(vec![text("完")]),
            ]
        );
    }

    #[test]
    fn a_bracket_that_is_no_mark_is_a_bracket_and_markup_is_words() {
        for said in ["[注] 见下", "〔2015〕1号 [", "<b>x</b> & <script>", "a]b](c"] {
            assert_eq!(read(said), Ok(vec![Block::Paragraph(vec![text(said)])]), "{said}");
        }
    }

    #[test]
    fn a_link_leads_to_a_page_of_the_portal_and_nowhere_else() {
        for to in [
            "https://example.org",
            "//example.org",
            "javascript:alert(1)",
            "statistics",
            "/desk/visits",
            "/sign-out",
            "/a b",
            "/\"x",
            "",
        ] {
            let found = read(&format!("看[这里]({to})"));
            assert_eq!(found, Err(Fault::BadForm(LINK_FORM)), "{to}");
        }
        assert!(read("看[这里](/bulletins").is_err());
        assert!(read("看[](/bulletins)").is_err());
    }

    #[test]
    fn a_figure_is_one_of_the_list_and_of_a_year_or_of_all() {
        let of = |named: &str| read(&format!("[[{named}]]"));
        let figure =
            |cited, year| Ok(vec![Block::Paragraph(vec![Piece::Figure(Figure { cited, year })])]);
        assert_eq!(of("findings"), figure(Cited::Findings, None));
        assert_eq!(of("人次 2016"), figure(Cited::Persons, Some(2016)));
        for wrong in ["money", "visits 15", "visits soon", "visits 2015 2016", ""] {
            assert!(matches!(of(wrong), Err(Fault::NotOneOf { .. })), "{wrong}");
        }
    }
}
