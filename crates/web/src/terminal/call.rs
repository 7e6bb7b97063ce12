//! What a terminal asks: the query of its address, whose names come in any case.

use qz_domain::terminal::Serial;

/// The most characters of a watermark.
const STAMP_MOST: usize = 64;

/// A query that was read.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked(Vec<(String, String)>);

impl Asked {
    /// Reads `SN=…&table=…`.
    pub fn read(query: Option<&str>) -> Self {
        let pair = |part: &str| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (name.to_ascii_lowercase(), decoded(value))
        };
        Self(query.unwrap_or_default().split('&').map(pair).collect())
    }

    /// A value by its name in lower case.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The number on the box, as it is kept.
    pub fn serial(&self) -> Option<Serial> {
        self.value("sn")?.parse().ok()
    }

    /// How far it has sent: any short text of its own, told again as it is; empty where it says none that can be.
    pub fn stamp(&self) -> String {
        let stamp = self.value("stamp").or_else(|| self.value("opstamp")).unwrap_or_default();
        let is_plain =
            stamp.len() <= STAMP_MOST && stamp.bytes().all(|byte| byte.is_ascii_graphic());
        if is_plain { stamp.to_owned() } else { String::new() }
    }
}

/// Takes `%3A` apart; what is no such code stays.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let code = (*byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        out.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_in_any_case_and_a_watermark_is_any_short_text() {
        let asked = Asked::read(Some("sn=cjde0001&Table=ATTLOG&Stamp=2016-02-16T08%3A00%3A00"));
        assert_eq!(asked.serial().unwrap().as_str(), "CJDE0001");
        assert_eq!(asked.value("table"), Some("ATTLOG"));
        assert_eq!(asked.stamp(), "2016-02-16T08:00:00");
        for bad in ["Stamp=1%0D%0AX", "Stamp=a b", &format!("Stamp={}", "9".repeat(65)), ""] {
            assert_eq!(Asked::read(Some(bad)).stamp(), "", "{bad}");
        }
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%zz%4"), "%zz%4");
    }
}
