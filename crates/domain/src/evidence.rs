//! Evidence (佐证): files that belong to a record. Never required.

use crate::id::EvidenceId;
use crate::spelled;
use jiff::Timestamp;

spelled! {
    /// What a file really is, told by its content.
    MediaType {
        /// PNG picture.
        Png = "image/png", "PNG图片";
        /// JPEG picture.
        Jpeg = "image/jpeg", "JPEG图片";
        /// WebP picture.
        Webp = "image/webp", "WebP图片";
        /// PDF document.
        Pdf = "application/pdf", "PDF文件";
    }
}

/// One file of a record, as listed; its bytes are kept under `hash`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Number in the store.
    pub id: EvidenceId,
    /// The name it had, made safe for display.
    pub name: String,
    /// What it is.
    pub media_type: MediaType,
    /// SHA-256 of the kept bytes, 64 hex digits.
    pub hash: String,
    /// How many bytes are kept.
    pub size: i64,
    /// When it was added.
    pub added_at: Timestamp,
}
