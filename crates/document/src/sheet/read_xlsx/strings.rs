//! The texts of a workbook: those that cells share and those inside a cell.

use quick_xml::events::Event;

use super::archive::Archive;
use super::xml::Xml;
use crate::sheet::{limits, refusal::ReadError};

/// All shared texts, in the order in which cells count them.
pub(super) fn read(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Box<str>>, ReadError> {
    let mut xml = archive.xml(part)?;
    let mut strings = Vec::new();
    loop {
        match xml.step()?.1 {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                if strings.len() == limits::CELLS {
                    return Err(ReadError::UnpacksTooLarge { part: part.to_owned() });
                }
                let mut text = String::new();
                item(&mut xml, &mut text)?;
                strings.push(unescape(&text).into());
            }
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// Adds the text of the item that was opened last: its runs, without the reading aids (拼音) that
/// stand above some.
pub(super) fn item(xml: &mut Xml<'_>, text: &mut String) -> Result<(), ReadError> {
    let floor = xml.depth();
    loop {
        match xml.step()? {
            (depth, Event::End(_)) if depth < floor => return Ok(()),
            (_, Event::Eof) => return Ok(()),
            (_, Event::Start(element)) => match element.local_name().as_ref() {
                "t" => xml.content(text)?,
                "rPh" => xml.content(&mut String::new())?,
                _ => {}
            },
            _ => {}
        }
    }
}

/// Resolves `_x000D_`: characters that XML cannot hold, and underscores that would look like one.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        let hex = escape.get(2..6).filter(|_| escape.as_bytes().get(6) == Some(&b'_'));
        let hex = hex.filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let (c, length) = code.and_then(char::from_u32).map_or(('_', 1), |c| (c, 7));
        plain.push(c);
        rest = &escape[length..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::unescape;

    #[test]
    fn escaped_characters_are_resolved_and_look_alikes_are_kept() {
        assert_eq!(unescape("a_x000D_b"), "a\rb");
        assert_eq!(unescape("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescape("_x00_xD800__x甲乙丙丁_"), "_x00_xD800__x甲乙丙丁_");
        assert_eq!(unescape("_x"), "_x");
        assert_eq!(unescape("_x+00D_"), "_x+00D_");
    }
}
