//! Evidence files: what is kept, what is gone, what is refused.

use std::time::{Duration, Instant};

use image::{GenericImageView as _, ImageFormat};
use proptest::prelude::*;
use qz_document::evidence::{Clean, EvidenceRefusal, MediaType, clean};

use crate::evidence_samples::{
    SECRET, chunk, claiming_jpeg, claiming_png, exif, jpeg, moving_webp, pdf, png, webp,
};

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn format(kind: MediaType) -> ImageFormat {
    match kind {
        MediaType::Png => ImageFormat::Png,
        MediaType::Jpeg => ImageFormat::Jpeg,
        MediaType::Webp => ImageFormat::WebP,
        MediaType::Pdf => unreachable!("a document is no picture"),
    }
}

fn samples() -> [(Vec<u8>, &'static str, MediaType); 3] {
    [
        (jpeg(), "照片.jpg", MediaType::Jpeg),
        (png(), "照片.png", MediaType::Png),
        (webp(), "照片.webp", MediaType::Webp),
    ]
}

#[test]
fn where_and_by_whom_a_picture_was_taken_is_gone() {
    for (bytes, name, kind) in samples() {
        assert!(holds(&bytes, SECRET) && holds(&bytes, &exif()), "{name}: the sample says it");
        let Clean { media_type, bytes, .. } = clean(&bytes, name).unwrap();
        assert_eq!(media_type, kind);
        for mark in [SECRET, b"Exif", b"EXIF", b"eXIf", b"II*\0", b"http://ns.adobe.com", b"tEXt"] {
            assert!(!holds(&bytes, mark), "{name} keeps {mark:?}");
        }
    }
}

#[test]
fn a_picture_is_kept_the_way_up_it_was_taken() {
    for (bytes, name, kind) in samples() {
        let kept = clean(&bytes, name).unwrap().bytes;
        let picture = image::load_from_memory_with_format(&kept, format(kind)).unwrap();
        assert_eq!(picture.dimensions(), (16, 24), "{name} is turned upright");
        let (top, bottom) = (picture.get_pixel(8, 2).0[0], picture.get_pixel(8, 21).0[0]);
        assert!(top < 40 && bottom > 215, "{name}: black left half stands above: {top} {bottom}");
    }
}

#[test]
fn the_same_upload_is_kept_as_the_same_bytes() {
    for (bytes, name, _) in samples() {
        assert_eq!(clean(&bytes, name).unwrap(), clean(&bytes, name).unwrap());
    }
}

#[test]
fn lossless_pictures_are_cleaned_once_and_then_stay_as_they_are() {
    for (bytes, name, _) in [samples()[1].clone(), samples()[2].clone()] {
        let once = clean(&bytes, name).unwrap();
        assert_eq!(clean(&once.bytes, name).unwrap(), once);
    }
}

#[test]
fn a_document_is_kept_as_it_came() {
    let bytes = pdf("<</Type/Catalog>>");
    let kept = clean(&bytes, "证明.pdf").unwrap();
    assert_eq!((kept.media_type, kept.bytes), (MediaType::Pdf, bytes));
    assert_eq!(kept.name, "证明.pdf");
}

#[test]
fn a_file_is_what_its_bytes_are_and_its_name_must_agree() {
    let refusal = clean(&png(), "照片.jpg").unwrap_err();
    assert_eq!(
        refusal,
        EvidenceRefusal::NameMismatch { extension: "jpg".into(), found: MediaType::Png }
    );
    assert_eq!(clean(&png(), "照片").unwrap().name, "照片.png");
}

#[test]
fn other_kinds_are_refused() {
    let refused: [&[u8]; 7] = [
        b"MZ\x90\0",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        b"GIF89a",
        b"PK\x03\x04",
        b"\0\0\0\x18ftypheic",
        b"RIFF\0\0\0\0WAVE",
        b" %PDF-1.7",
    ];
    for bytes in refused {
        assert_eq!(clean(bytes, "a.jpg"), Err(EvidenceRefusal::UnknownKind));
    }
    assert_eq!(clean(b"", "a.jpg"), Err(EvidenceRefusal::Empty));
    let large = [&b"%PDF-"[..], &vec![b' '; 20 << 20]].concat();
    assert_eq!(clean(&large, "a.pdf"), Err(EvidenceRefusal::FileTooLarge));
}

#[test]
fn a_picture_that_claims_a_huge_size_is_refused_at_once() {
    let start = Instant::now();
    let refusal = |bytes: Vec<u8>, name| clean(&bytes, name).unwrap_err();
    let pixels = |megapixels| EvidenceRefusal::TooManyPixels { megapixels };
    assert_eq!(refusal(claiming_png(100_000, 100_000, 8), "a.png"), pixels(10_000));
    assert_eq!(refusal(claiming_png(7_071, 7_072, 8), "a.png"), pixels(51));
    assert_eq!(refusal(claiming_png(7_000, 7_000, 16), "a.png"), pixels(49));
    assert_eq!(refusal(claiming_jpeg(65_000, 65_000), "a.jpg"), pixels(4_225));
    assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
}

#[test]
fn a_moving_picture_is_refused() {
    let still = png();
    let moves = chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]);
    let moving = [&still[..33], &moves, &still[33..]].concat();
    assert_eq!(clean(&moving, "a.png"), Err(EvidenceRefusal::Moving));
    assert_eq!(clean(&moving_webp(), "a.webp"), Err(EvidenceRefusal::Moving));
}

#[test]
fn a_picture_that_breaks_off_is_refused() {
    for (bytes, name, _) in samples() {
        let half = &bytes[..bytes.len() * 2 / 3];
        assert_eq!(clean(half, name), Err(EvidenceRefusal::DamagedPicture), "{name}");
    }
}

#[test]
fn a_document_that_acts_on_its_own_is_refused() {
    let refusal = clean(&pdf("<</OpenAction<</S/JavaScript>>>>"), "a.pdf").unwrap_err();
    assert_eq!(refusal, EvidenceRefusal::ActivePdf { feature: "JavaScript" });
    assert_eq!(clean(&pdf("<</Encrypt 2 0 R>>"), "a.pdf"), Err(EvidenceRefusal::EncryptedPdf));
    assert_eq!(clean(b"%PDF-1.7", "a.pdf"), Err(EvidenceRefusal::IncompletePdf));
}

proptest! {
    /// Damage anywhere in a file is refused or drawn over, and what the camera noted never comes
    /// through.
    #[test]
    fn damage_never_lets_the_notes_through(sample in 0_usize..3, turned in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8)) {
        let (mut bytes, name, _) = samples()[sample].clone();
        for (at, byte) in turned {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(kept) = clean(&bytes, name) {
            prop_assert!(!holds(&kept.bytes, &SECRET[..8]));
        }
    }
}
