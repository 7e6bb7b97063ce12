//! Evidence files (证据材料): taken in by what they are, not by what they are called.
//!
//! Pictures are decoded and drawn anew, so that where and by whom they were taken (EXIF, XMP, GPS)
//! stays out of the store; only the way up is kept. PDF files pass a screen for active content.

mod name;
mod pdf;
mod picture;
mod refusal;

pub use refusal::EvidenceRefusal;

/// Bytes an uploaded file may have.
const FILE_BYTES: usize = 20 << 20;

/// What kind of file a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MediaType {
    /// A PNG picture.
    Png,
    /// A JPEG photograph.
    Jpeg,
    /// A WebP picture.
    Webp,
    /// A PDF document.
    Pdf,
}

impl MediaType {
    /// The name of the kind in HTTP, such as `image/png`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }

    /// The extension a file of this kind is given, without dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
        }
    }

    /// What the first bytes of a file say it is.
    fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else if bytes.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else {
            None
        }
    }

    /// Whether a file of this kind may carry an extension.
    fn carries(self, extension: &str) -> bool {
        let extension = extension.to_ascii_lowercase();
        extension == self.extension() || self == Self::Jpeg && extension == "jpeg"
    }
}

/// A file that may be kept as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// What it is.
    pub media_type: MediaType,
    /// A name to show: no folders, no control characters, at most 80 characters, the extension of
    /// its kind. Never a path to store it under.
    pub name: String,
    /// What is kept: a picture drawn anew, a PDF as it came. The same upload gives the same bytes.
    pub bytes: Vec<u8>,
}

/// Cleans an uploaded file, or says why it cannot be evidence.
///
/// A picture is held in memory whole: the largest that is taken needs some 300 MB and a few seconds,
/// so call this where it holds nobody up, and not for many files at once.
pub fn clean(bytes: &[u8], file_name: &str) -> Result<Clean, EvidenceRefusal> {
    if bytes.is_empty() {
        return Err(EvidenceRefusal::Empty);
    }
    if bytes.len() > FILE_BYTES {
        return Err(EvidenceRefusal::FileTooLarge);
    }
    let media_type = MediaType::of(bytes).ok_or(EvidenceRefusal::UnknownKind)?;
    let name = name::display(file_name, media_type)?;
    let bytes = if media_type == MediaType::Pdf {
        pdf::screen(bytes)?;
        bytes.to_vec()
    } else {
        picture::redraw(bytes, media_type)?
    };
    Ok(Clean { media_type, name, bytes })
}
