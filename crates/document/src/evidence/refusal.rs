//! Why a file cannot be evidence: what is wrong and what to do.

use super::{FILE_BYTES, MediaType, picture};
use crate::Wording;

/// Why a file is refused as evidence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceRefusal {
    /// There is no byte in the file.
    #[error("the file is empty: choose it again")]
    Empty,
    /// The file is larger than is kept.
    #[error("the file is larger than {} MB: send a smaller copy or split the document", FILE_BYTES >> 20)]
    FileTooLarge,
    /// Neither a picture nor a document of a kind that is kept.
    #[error("this is no JPEG, PNG or WebP picture and no PDF document: save it as one of these")]
    UnknownKind,
    /// The name says one kind, the content is another.
    #[error(
        "the name ends in `.{extension}` but the file is {}: rename it to `.{}`",
        found.as_str(),
        found.extension()
    )]
    NameMismatch {
        /// What the name ends in, in lower case.
        extension: String,
        /// What the file is.
        found: MediaType,
    },
    /// The picture has more points than are decoded.
    #[error(
        "the picture has {megapixels} megapixels, at most {} are taken: send a smaller copy",
        picture::MEGAPIXELS
    )]
    TooManyPixels {
        /// How many it has, rounded up.
        megapixels: u64,
    },
    /// The picture moves; only its first frame would be kept.
    #[error("this is a moving picture: send the frames that matter as still pictures")]
    Moving,
    /// The picture cannot be decoded.
    #[error("the picture is damaged or incomplete: send it again from where it was taken")]
    DamagedPicture,
    /// Drawn anew without loss the picture is larger than is kept.
    #[error("the picture is too large once cleaned: save it as JPEG and send that")]
    CleanedTooLarge,
    /// The document can act on its own.
    #[error("the PDF holds active content (`/{feature}`): print it to a new PDF and send that")]
    ActivePdf {
        /// The name that was found, such as `JavaScript`.
        feature: &'static str,
    },
    /// The document is encrypted.
    #[error("the PDF is encrypted: take the password off, or print it to a new PDF")]
    EncryptedPdf,
    /// The document breaks off.
    #[error("the PDF is incomplete: send it again")]
    IncompletePdf,
}

impl EvidenceRefusal {
    /// The same refusal without a language.
    pub fn wording(&self) -> Wording {
        match self {
            Self::Empty => Wording::new("evidence-empty", []),
            Self::FileTooLarge => Wording::new(
                "evidence-file-too-large",
                [("megabytes", (FILE_BYTES >> 20).to_string())],
            ),
            Self::UnknownKind => Wording::new("evidence-unknown-kind", []),
            Self::NameMismatch { extension, found } => Wording::new(
                "evidence-name-mismatch",
                [
                    ("extension", extension.clone()),
                    ("found", found.as_str().to_owned()),
                    ("right", found.extension().to_owned()),
                ],
            ),
            Self::TooManyPixels { megapixels } => Wording::new(
                "evidence-too-many-pixels",
                [
                    ("megapixels", megapixels.to_string()),
                    ("limit", picture::MEGAPIXELS.to_string()),
                ],
            ),
            Self::Moving => Wording::new("evidence-moving", []),
            Self::DamagedPicture => Wording::new("evidence-damaged-picture", []),
            Self::CleanedTooLarge => Wording::new("evidence-cleaned-too-large", []),
            Self::ActivePdf { feature } => {
                Wording::new("evidence-active-pdf", [("feature", (*feature).to_owned())])
            }
            Self::EncryptedPdf => Wording::new("evidence-encrypted-pdf", []),
            Self::IncompletePdf => Wording::new("evidence-incomplete-pdf", []),
        }
    }
}
