//! A screen for PDF documents.
//!
//! It looks for the names of active content in the bytes as they stand. This is a screen, not a
//! guarantee: names inside compressed object streams are not seen. Documents are therefore only
//! ever handed out as downloads, never drawn inside a page.

use super::EvidenceRefusal;

/// Names of things a document may do on its own.
const ACTIVE: [&str; 5] = ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia"];
/// Where the end mark of a whole document stands: mailers and scanners add a little behind it.
const TAIL: usize = 64 << 10;

/// Refuses documents that are encrypted, broken off, or name active content.
pub(super) fn screen(bytes: &[u8]) -> Result<(), EvidenceRefusal> {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    if !tail.windows(5).any(|window| window == b"%%EOF") {
        return Err(EvidenceRefusal::IncompletePdf);
    }
    let strokes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    for (at, _) in strokes {
        let name = name(&bytes[at + 1..]);
        if name == b"Encrypt" {
            return Err(EvidenceRefusal::EncryptedPdf);
        }
        if let Some(feature) = ACTIVE.into_iter().find(|active| active.as_bytes() == name) {
            return Err(EvidenceRefusal::ActivePdf { feature });
        }
    }
    Ok(())
}

/// The name that starts here, with its `#4a` escapes resolved; no longer than any that is looked for.
fn name(bytes: &[u8]) -> Vec<u8> {
    const LONGEST: usize = 14;
    let mut name = Vec::new();
    let mut rest = bytes;
    while name.len() < LONGEST {
        let (byte, after) = match rest {
            [b'#', high, low, after @ ..] => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => (high * 16 + low, after),
                _ => break,
            },
            [byte, after @ ..] if byte.is_ascii_alphanumeric() => (*byte, after),
            _ => break,
        };
        name.push(byte);
        rest = after;
    }
    name
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::screen;

    fn refusal(body: &str) -> String {
        let file = format!("%PDF-1.7\n1 0 obj\n{body}\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n");
        screen(file.as_bytes()).map_or_else(|refusal| refusal.to_string(), |()| "kept".to_owned())
    }

    #[test]
    fn a_plain_document_is_kept() {
        assert_eq!(refusal("<</Type /Catalog /Pages 2 0 R>>"), "kept");
        assert_eq!(refusal("<</Launcher 1 /JavaScripts 2 /EncryptMetadata true>>"), "kept");
    }

    #[test]
    fn active_content_is_refused_by_name() {
        insta::assert_snapshot!(
            refusal("<</S/JavaScript/JS(app.alert)>>"),
            @"the PDF holds active content (`/JavaScript`): print it to a new PDF and send that"
        );
        for hidden in
            ["/J#61vaScript", "/#4aavaScript(", "/Launch<<", "/EmbeddedFiles ", "/EmbeddedFile"]
        {
            assert!(refusal(hidden).contains("active content"), "{hidden}");
        }
    }

    #[test]
    fn an_encrypted_document_is_refused() {
        insta::assert_snapshot!(
            refusal("/Encrypt 9 0 R"),
            @"the PDF is encrypted: take the password off, or print it to a new PDF"
        );
    }

    #[test]
    fn a_document_that_breaks_off_is_refused() {
        let refusal = screen(b"%PDF-1.7\n1 0 obj").unwrap_err();
        insta::assert_snapshot!(refusal, @"the PDF is incomplete: send it again");
    }
}
