//! Pictures drawn anew: decoded within limits, turned the way up they were taken, encoded without
//! anything but their points.

use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::{DynamicImage, ImageDecoder, ImageResult, Limits};

use super::{EvidenceRefusal, MediaType};

/// Millions of points a picture may have.
pub(super) const MEGAPIXELS: u64 = 50;
/// Bytes a decoded picture may take: four for each point.
const MEMORY: u64 = MEGAPIXELS * 4_000_000;
/// Bytes a cleaned picture may have: lossless kinds can grow.
const CLEANED_BYTES: usize = 60 << 20;
/// JPEG quality of what is kept.
const QUALITY: u8 = 85;

/// The picture's points in a new file of the same kind.
pub(super) fn redraw(bytes: &[u8], kind: MediaType) -> Result<Vec<u8>, EvidenceRefusal> {
    let picture = decode(bytes, kind)?;
    let drawn = encode(&picture, kind).map_err(|_| EvidenceRefusal::DamagedPicture)?;
    if drawn.len() > CLEANED_BYTES {
        return Err(EvidenceRefusal::CleanedTooLarge);
    }
    Ok(drawn)
}

fn decode(bytes: &[u8], kind: MediaType) -> Result<DynamicImage, EvidenceRefusal> {
    let damaged = |_| EvidenceRefusal::DamagedPicture;
    let source = Cursor::new(bytes);
    match kind {
        MediaType::Jpeg => upright(JpegDecoder::new(source).map_err(damaged)?),
        MediaType::Png => {
            let decoder = PngDecoder::with_limits(source, limits()).map_err(damaged)?;
            if decoder.is_apng().map_err(damaged)? {
                return Err(EvidenceRefusal::Moving);
            }
            upright(decoder)
        }
        MediaType::Webp => {
            let decoder = WebPDecoder::new(source).map_err(damaged)?;
            if decoder.has_animation() {
                return Err(EvidenceRefusal::Moving);
            }
            upright(decoder)
        }
        MediaType::Pdf => Err(EvidenceRefusal::DamagedPicture),
    }
}

/// Decodes a picture whose size is within limits and turns it as its camera says.
fn upright(mut decoder: impl ImageDecoder) -> Result<DynamicImage, EvidenceRefusal> {
    let (width, height) = decoder.dimensions();
    let points = u64::from(width) * u64::from(height);
    if points > MEGAPIXELS * 1_000_000 || decoder.total_bytes() > MEMORY {
        return Err(EvidenceRefusal::TooManyPixels { megapixels: points.div_ceil(1_000_000) });
    }
    let damaged = |_| EvidenceRefusal::DamagedPicture;
    decoder.set_limits(limits()).map_err(damaged)?;
    let orientation = decoder.orientation().map_err(damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(2 * MEMORY);
    limits
}

fn encode(picture: &DynamicImage, kind: MediaType) -> ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    match kind {
        MediaType::Jpeg => {
            JpegEncoder::new_with_quality(&mut file, QUALITY).encode_image(picture)?;
        }
        MediaType::Webp => picture.write_with_encoder(WebPEncoder::new_lossless(&mut file))?,
        MediaType::Png | MediaType::Pdf => {
            picture.write_with_encoder(PngEncoder::new(&mut file))?;
        }
    }
    Ok(file)
}
