//! Acts done on paper (纸面办理): number, day and scan of the sheet.

use jiff::civil::Date;

/// The sheet an act was done on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The number printed on the sheet, 1–40 characters.
    pub number: String,
    /// The day on the sheet.
    pub day: Date,
    /// SHA-256 of the scan or of the file it arrived in, 64 hex digits; empty when none was kept.
    pub hash: String,
}
