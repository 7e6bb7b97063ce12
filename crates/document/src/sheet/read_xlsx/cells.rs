//! The cells of a worksheet, row by row.

use quick_xml::events::{BytesStart, Event};

use super::archive::Archive;
use super::strings;
use super::styles::Look;
use super::value::{Epoch, show};
use super::xml::{Xml, raw};
use crate::sheet::read::{Gathering, letters};
use crate::sheet::read_text::Line;
use crate::sheet::{Encoding, Table, limits, moment_text, refusal::ReadError};

/// What cells refer to.
pub(super) struct Source<'a> {
    /// The texts they share.
    pub(super) strings: &'a [Box<str>],
    /// How they show numbers.
    pub(super) looks: &'a [Look],
    /// The day from which they count dates.
    pub(super) epoch: Epoch,
}

/// Reads a worksheet as a table.
pub(super) fn read(
    archive: &mut Archive<'_>,
    (part, mut table): (&str, Gathering<'_>),
    source: &Source<'_>,
) -> Result<Table, ReadError> {
    let mut rows = Rows { xml: archive.xml(part)?, source, last: 0, text_bytes: 0 };
    while let Some(line) = rows.next_row()? {
        table.take(line)?;
    }
    table.finish(Encoding::Workbook)
}

/// The rows of a worksheet, one after the other.
struct Rows<'a> {
    xml: Xml<'a>,
    source: &'a Source<'a>,
    /// The number of the row before.
    last: usize,
    text_bytes: usize,
}

impl Rows<'_> {
    fn next_row(&mut self) -> Result<Option<Line>, ReadError> {
        loop {
            let number = match self.xml.step()?.1 {
                Event::Start(element) if element.local_name().as_ref() == "row" => {
                    raw(&element, "r").map_or(Some(self.last + 1), |number| number.parse().ok())
                }
                Event::Eof => return Ok(None),
                _ => continue,
            };
            let ahead = number.filter(|number| *number > self.last);
            self.last = ahead.ok_or_else(|| self.xml.damaged())?;
            return self.row(self.last).map(Some);
        }
    }

    fn row(&mut self, number: usize) -> Result<Line, ReadError> {
        let mut line = Line { number, cells: Vec::new(), beyond: None };
        let floor = self.xml.depth();
        let mut next = 0;
        loop {
            let head = match self.xml.step()? {
                (depth, Event::End(_)) if depth < floor => return Ok(line),
                (_, Event::Eof) => return Ok(line),
                (_, Event::Start(element)) if element.local_name().as_ref() == "c" => {
                    Head::of(&element, next)
                }
                _ => continue,
            };
            let head = head.ok_or_else(|| self.xml.damaged())?;
            next = head.column + 1;
            let text = self.cell(number, &head)?;
            self.put(&mut line, head.column, text)?;
        }
    }

    fn put(&mut self, line: &mut Line, column: usize, text: String) -> Result<(), ReadError> {
        self.text_bytes += text.len();
        if self.text_bytes > limits::TEXT_BYTES {
            return Err(ReadError::TableTooLarge { row: line.number });
        }
        if text.trim().is_empty() {
            return Ok(());
        }
        if column >= limits::COLUMNS {
            line.beyond.get_or_insert(column);
            return Ok(());
        }
        if line.cells.len() <= column {
            line.cells.resize_with(column + 1, String::new);
        }
        line.cells[column] = text;
        Ok(())
    }

    /// The text of the cell that was opened last, up to its end.
    fn cell(&mut self, row: usize, head: &Head) -> Result<String, ReadError> {
        let floor = self.xml.depth();
        let (mut value, mut inline) = (String::new(), None);
        loop {
            match self.xml.step()? {
                (depth, Event::End(_)) if depth < floor => break,
                (_, Event::Eof) => break,
                (_, Event::Start(element)) => match element.local_name().as_ref() {
                    "v" => self.xml.content(&mut value)?,
                    "is" => strings::item(&mut self.xml, inline.get_or_insert_default())?,
                    _ => {}
                },
                _ => {}
            }
        }
        match inline {
            Some(text) => Ok(strings::unescape(&text)),
            None if value.is_empty() => Ok(value),
            None => self.shown(row, head, value),
        }
    }

    fn shown(&self, row: usize, head: &Head, value: String) -> Result<String, ReadError> {
        let column = || letters(head.column);
        match head.kind {
            Kind::Shared => {
                let at = value.trim().parse().ok();
                let text = at.and_then(|at: usize| self.source.strings.get(at));
                text.map(ToString::to_string).ok_or_else(|| self.xml.damaged())
            }
            Kind::Text => Ok(strings::unescape(&value)),
            Kind::Truth => Ok(if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned()),
            Kind::Failed => Err(ReadError::FailedFormula { row, column: column(), error: value }),
            Kind::Iso => Ok(value.parse().map_or(value, moment_text)),
            Kind::Number => {
                let look = self.source.looks.get(head.look).copied().unwrap_or_default();
                show(&value, look, self.source.epoch)
                    .ok_or_else(|| ReadError::DigitsLost { row, column: column() })
            }
        }
    }
}

/// What a cell's tag says.
struct Head {
    /// Counted from 0.
    column: usize,
    kind: Kind,
    /// Which look it has.
    look: usize,
}

/// What a cell's value is.
enum Kind {
    Number,
    Shared,
    Text,
    Truth,
    Failed,
    Iso,
}

impl Head {
    /// Reads the tag; a cell without a place stands in the column that comes next.
    fn of(element: &BytesStart<'_>, next: usize) -> Option<Self> {
        let column = match raw(element, "r") {
            Some(place) => column(&place)?,
            None => next,
        };
        let look = raw(element, "s").and_then(|look| look.parse().ok()).unwrap_or_default();
        let kind = match raw(element, "t").as_deref() {
            Some("s") => Kind::Shared,
            Some("str" | "inlineStr") => Kind::Text,
            Some("b") => Kind::Truth,
            Some("e") => Kind::Failed,
            Some("d") => Kind::Iso,
            _ => Kind::Number,
        };
        Some(Self { column, kind, look })
    }
}

/// The column of a place such as `BC12`, counted from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.take(4).fold(0, |number, letter| {
        number * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    number.checked_sub(1)
}
