//! Which encoding a text table is in, and its text.
//!
//! A byte order mark decides. Without one, valid UTF-8 is UTF-8 and anything else must be sound
//! GB18030 that reads like Chinese. GB18030 gives a meaning to almost any bytes, so two checks stand
//! before it: text that is mostly UTF-8 is broken UTF-8, and text that lands too often outside the
//! everyday characters (as Big5 and Shift-JIS do) is in some other encoding.

use std::fmt;

use encoding_rs::{Encoding as Codec, GB18030, UTF_16BE, UTF_16LE};

use super::refusal::ReadError;

/// What kind of file a table came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 text without a byte order mark.
    Utf8,
    /// UTF-8 text with a byte order mark, as Excel writes it.
    Utf8Marked,
    /// UTF-16 text, low byte first, as Excel writes its "Unicode text".
    Utf16Le,
    /// UTF-16 text, high byte first.
    Utf16Be,
    /// GB18030 text (国标码, GBK and GB 2312 included), as Chinese Windows writes it.
    Gb18030,
    /// An XLSX workbook.
    Workbook,
}

impl fmt::Display for Encoding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Utf8 | Self::Utf8Marked => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
            Self::Gb18030 => "GB18030",
            Self::Workbook => "XLSX",
        })
    }
}

/// The text of a file and the encoding it was in.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), ReadError> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok((utf8(rest)?.to_owned(), Encoding::Utf8Marked));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok((sound(UTF_16LE, rest)?, Encoding::Utf16Le));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok((sound(UTF_16BE, rest)?, Encoding::Utf16Be));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !chinese_by_chance(bytes, text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(_) if mostly_utf8(bytes) => Ok((utf8(bytes)?.to_owned(), Encoding::Utf8)),
        _ => gb18030(bytes.strip_prefix(b"\x84\x31\x95\x33").unwrap_or(bytes)),
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    std::str::from_utf8(bytes)
        .map_err(|error| ReadError::BrokenUtf8 { line: line_at(&bytes[..error.valid_up_to()]) })
}

fn gb18030(bytes: &[u8]) -> Result<(String, Encoding), ReadError> {
    let text = sound(GB18030, bytes)?;
    if everyday_share(bytes).is_some_and(|percent| percent < 80) {
        return Err(ReadError::UnknownEncoding { line: 1 });
    }
    Ok((text, Encoding::Gb18030))
}

/// Decodes text in which no place may be broken, unassigned or a control character.
fn sound(codec: &'static Codec, bytes: &[u8]) -> Result<String, ReadError> {
    let (text, broken) = codec.decode_without_bom_handling(bytes);
    match text.find(unreadable) {
        Some(at) => Err(ReadError::UnknownEncoding { line: line_at(&text.as_bytes()[..at]) }),
        None if broken => Err(ReadError::UnknownEncoding { line: 1 }),
        None => Ok(text.into_owned()),
    }
}

/// Characters no table holds: replacement, private use, and controls other than tab and line ends.
fn unreadable(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => true,
        c => c.is_control(),
    }
}

/// Whether nine tenths of the bytes above ASCII stand in whole UTF-8 characters of three or four
/// bytes: Chinese text in GB18030 hardly ever forms one.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let whole: usize = bytes
        .utf8_chunks()
        .flat_map(|chunk| chunk.valid().chars())
        .map(char::len_utf8)
        .filter(|length| *length > 2)
        .sum();
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    whole * 10 >= high * 9
}

/// Whether text that happens to be valid UTF-8 is Chinese all the same: two-byte characters only,
/// some from scripts no table here uses, and each a first-level Han character (GB 2312) when read
/// as GB18030.
fn chinese_by_chance(bytes: &[u8], text: &str) -> bool {
    let foreign = |c: char| matches!(c, '\u{250}'..='\u{36f}' | '\u{400}'..='\u{7ff}');
    text.chars().all(|c| c < '\u{800}')
        && text.chars().any(foreign)
        && pairs(bytes).all(|(lead, trail)| (0xb0..=0xd7).contains(&lead) && trail >= 0xa1)
}

/// Of the two-byte characters, how many per cent are everyday ones (signs and Han of GB 2312);
/// `None` when there are too few to tell.
fn everyday_share(bytes: &[u8]) -> Option<usize> {
    let (everyday, all) = pairs(bytes).fold((0, 0), |(everyday, all), (lead, trail)| {
        let plain = matches!(lead, 0xa1..=0xa3 | 0xa9 | 0xb0..=0xf7) && trail >= 0xa1;
        (everyday + usize::from(plain), all + 1)
    });
    (all >= 8).then(|| everyday * 100 / all)
}

/// The characters above ASCII as byte pairs; a four-byte character counts as two pairs.
fn pairs(bytes: &[u8]) -> impl Iterator<Item = (u8, u8)> {
    let mut rest = bytes.iter();
    std::iter::from_fn(move || {
        let lead = rest.find(|byte| !byte.is_ascii())?;
        rest.next().map(|trail| (*lead, *trail))
    })
}

/// The number of the line that follows these bytes.
fn line_at(before: &[u8]) -> usize {
    before.split(|byte| *byte == b'\n').count()
}
