//! QR codes (二维码) as small SVG pictures for pages and print.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder, QRCode};

use crate::markup::Escaped;

/// Empty modules around the code, as the standard asks.
const QUIET: usize = 4;
/// Pixels of one module at the size of the picture itself.
const SCALE: usize = 3;

/// Why a text cannot become a QR code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// The text is longer than the largest code holds.
    #[error("the text has {bytes} bytes, a QR code holds at most 2331: shorten it")]
    TooLong {
        /// How long it is.
        bytes: usize,
    },
}

/// A QR code of error level M (15 % may be lost) as an SVG element of class `qr`, black on white
/// whatever the page's colours. `title` says what it leads to.
pub fn svg(text: &str, title: &str) -> Result<String, QrError> {
    let code = QRBuilder::new(text).ecl(ECL::M).build();
    let code = code.map_err(|_| QrError::TooLong { bytes: text.len() })?;
    let side = code.size + 2 * QUIET;
    Ok(format!(
        "<svg class=\"qr\" width=\"{pixels}\" height=\"{pixels}\" viewBox=\"0 0 {side} {side}\" \
         role=\"img\" shape-rendering=\"crispEdges\"><title>{title}</title>\
         <path fill=\"white\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"black\" d=\"{path}\"/></svg>",
        pixels = side * SCALE,
        title = Escaped(title),
        path = path(&code),
    ))
}

/// The dark modules, a stroke for each unbroken run of a row.
fn path(code: &QRCode) -> String {
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        for run in code[row].chunk_by(|a, b| a.value() == b.value()) {
            if run[0].value() {
                let (x, y, length) = (column + QUIET, row + QUIET, run.len());
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
            }
            column += run.len();
        }
    }
    path
}
