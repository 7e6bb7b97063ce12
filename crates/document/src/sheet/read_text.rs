//! Text tables (CSV): separators, quotes, lines. Rows are counted as a spreadsheet program counts
//! them: a cell may hold line breaks, and an empty line is a row.

use super::{limits, refusal::ReadError};

/// One row as the file has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The row number a person sees.
    pub(super) number: usize,
    /// Its cells, at most [`limits::COLUMNS`].
    pub(super) cells: Vec<String>,
    /// The first column past the last one that is read which holds anything, counted from 0.
    pub(super) beyond: Option<usize>,
}

/// The rows of a text table.
pub(super) struct Lines<'a> {
    rest: &'a str,
    separator: char,
    number: usize,
}

impl<'a> Lines<'a> {
    /// Reads with the separator that the first line that holds anything uses most.
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, separator: separator(text), number: 0 }
    }

    /// Takes one cell; the flag says whether another follows on the same row.
    fn cell(&mut self) -> Result<(String, bool), ReadError> {
        let mut cell = String::new();
        if let Some(quoted) = self.rest.strip_prefix('"') {
            self.rest = self.quoted(quoted, &mut cell)?;
        }
        let end = self.rest.find([self.separator, '\r', '\n']).unwrap_or(self.rest.len());
        let (plain, after) = self.rest.split_at(end);
        cell.push_str(plain);
        if let Some(next) = after.strip_prefix(self.separator) {
            self.rest = next;
            return Ok((cell, true));
        }
        let next_line = after.strip_prefix("\r\n");
        self.rest = next_line.or_else(|| after.strip_prefix(['\r', '\n'])).unwrap_or(after);
        Ok((cell, false))
    }

    /// Takes the inside of a quoted cell and gives what follows its closing mark.
    fn quoted<'t>(&self, text: &'t str, cell: &mut String) -> Result<&'t str, ReadError> {
        let mut rest = text;
        loop {
            let Some((inside, after)) = rest.split_once('"') else {
                return Err(ReadError::UnclosedQuote { row: self.number });
            };
            cell.push_str(inside);
            match after.strip_prefix('"') {
                Some(more) => {
                    cell.push('"');
                    rest = more;
                }
                None => return Ok(after),
            }
        }
    }

    fn line(&mut self) -> Result<Line, ReadError> {
        let mut line = Line { number: self.number, cells: Vec::new(), beyond: None };
        for column in 0.. {
            let (cell, more) = self.cell()?;
            if column < limits::COLUMNS {
                line.cells.push(cell);
            } else if line.beyond.is_none() && !cell.trim().is_empty() {
                line.beyond = Some(column);
            }
            if !more {
                break;
            }
        }
        Ok(line)
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Line, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        self.number += 1;
        let line = self.line();
        if line.is_err() {
            self.rest = "";
        }
        Some(line)
    }
}

/// The sign that stands most often outside quotes on the first line that holds anything: comma,
/// tab or semicolon, the former when they are even.
fn separator(text: &str) -> char {
    let start = text.trim_start_matches(['\r', '\n']);
    let mut quoted = false;
    let header = start.chars().take_while(|c| {
        quoted ^= *c == '"';
        quoted || !matches!(c, '\r' | '\n')
    });
    let mut counts = [0_usize; 3];
    let mut inside = false;
    for c in header {
        inside ^= c == '"';
        if let Some(at) = SEPARATORS.iter().position(|s| *s == c && !inside) {
            counts[at] += 1;
        }
    }
    let best = counts.iter().max().copied().unwrap_or_default();
    counts.iter().position(|count| *count == best).map_or(',', |at| SEPARATORS[at])
}

const SEPARATORS: [char; 3] = [',', '\t', ';'];
