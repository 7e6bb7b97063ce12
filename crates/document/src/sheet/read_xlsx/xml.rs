//! The markup of one part, read step by step: UTF-8 only, no document type, bounded depth.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::sheet::{limits, refusal::ReadError};

/// One part of a workbook.
pub(super) struct Xml<'a> {
    reader: Reader<Box<dyn BufRead + 'a>>,
    buffer: Vec<u8>,
    depth: usize,
    part: String,
}

impl<'a> Xml<'a> {
    pub(super) fn new(source: Box<dyn BufRead + 'a>, part: &str) -> Self {
        let mut reader = Reader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0, part: part.to_owned() }
    }

    /// The next step and how many elements are open after it. The part may end only when none is.
    pub(super) fn step(&mut self) -> Result<(usize, Event<'_>), ReadError> {
        self.buffer.clear();
        let damaged = || ReadError::Damaged { part: self.part.clone() };
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|_| damaged())?;
        match &event {
            Event::Start(_) if self.depth < limits::XML_DEPTH => self.depth += 1,
            Event::End(_) if self.depth > 0 => self.depth -= 1,
            Event::Decl(decl) if is_utf8(decl.encoding()) => {}
            Event::Eof if self.depth == 0 => {}
            Event::Start(_) | Event::End(_) | Event::Eof | Event::Decl(_) | Event::DocType(_) => {
                return Err(damaged());
            }
            _ => {}
        }
        Ok((self.depth, event))
    }

    /// Adds the text of the element that was opened last, up to its end.
    pub(super) fn content(&mut self, text: &mut String) -> Result<(), ReadError> {
        let floor = self.depth;
        loop {
            match self.step()? {
                (depth, Event::End(_)) if depth < floor => return Ok(()),
                (_, Event::Eof) => return Ok(()),
                (_, Event::Text(piece)) => text.push_str(&piece.xml10_content()),
                (_, Event::CData(piece)) => text.push_str(&piece.xml10_content()),
                (_, Event::GeneralRef(reference)) => match character(&reference) {
                    Some(c) => text.push(c),
                    None => return Err(self.damaged()),
                },
                _ => {}
            }
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// The refusal of this part.
    pub(super) fn damaged(&self) -> ReadError {
        ReadError::Damaged { part: self.part.clone() }
    }
}

/// An attribute of an element by its name without prefix, as the file has it.
pub(super) fn raw(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten();
    let mut named = found.filter(|attribute| attribute.key.local_name().as_ref() == name);
    named.next().map(|attribute| attribute.value.into_owned())
}

/// An attribute whose value may hold escaped characters.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let raw = raw(element, name)?;
    let text = quick_xml::escape::unescape(&raw).map(Cow::into_owned);
    Some(text.unwrap_or(raw))
}

/// A character that is written as a reference: by number, or one of the five names of XML.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    match reference.as_ref() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    }
}

fn is_utf8<E>(encoding: Option<Result<Cow<'_, str>, E>>) -> bool {
    match encoding {
        None => true,
        Some(name) => name.is_ok_and(|name| name.eq_ignore_ascii_case("utf-8")),
    }
}
