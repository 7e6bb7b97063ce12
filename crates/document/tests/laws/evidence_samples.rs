//! Pictures for tests: small ones that say where they were taken, and huge ones that only claim.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ImageEncoder as _, RgbImage};

/// A mark that must be gone from whatever is kept.
pub(crate) const SECRET: &[u8] = b"30.1234N 114.5678E Zhang";

/// A picture of 24 by 16 points: left half black, right half white.
pub(crate) fn halves() -> RgbImage {
    RgbImage::from_fn(24, 16, |x, _| image::Rgb([if x < 12 { 0 } else { 255 }; 3]))
}

/// A camera's notes: turned on its side, taken at a place.
pub(crate) fn exif() -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    tiff.extend(b"\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0");
    tiff.extend(b"\x01\0\x01\0\x02\0\0\0\x02\0\0\0N\0\0\0\0\0\0\0");
    tiff.extend(SECRET);
    tiff
}

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], body].concat()
}

/// A JPEG photograph with EXIF, XMP, a comment, and something behind its end.
pub(crate) fn jpeg() -> Vec<u8> {
    let mut plain = Vec::new();
    JpegEncoder::new_with_quality(&mut plain, 95).encode_image(&halves()).unwrap();
    let exif = segment(0xe1, &[b"Exif\0\0", &exif()[..]].concat());
    let xmp = segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat());
    let comment = segment(0xfe, SECRET);
    [&plain[..2], &exif, &xmp, &comment, &plain[2..], SECRET].concat()
}

/// A PNG picture with EXIF and a text of its own.
pub(crate) fn png() -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = PngEncoder::new(&mut file);
    encoder.set_exif_metadata(exif()).unwrap();
    encoder.write_image(&halves(), 24, 16, image::ExtendedColorType::Rgb8).unwrap();
    [&file[..33], &chunk(b"tEXt", &[b"Comment\0", SECRET].concat()), &file[33..]].concat()
}

/// A WebP picture with EXIF.
pub(crate) fn webp() -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut file);
    encoder.set_exif_metadata(exif()).unwrap();
    encoder.write_image(&halves(), 24, 16, image::ExtendedColorType::Rgb8).unwrap();
    file
}

/// A WebP picture of one frame that says it moves.
pub(crate) fn moving_webp() -> Vec<u8> {
    let still = webp();
    let start = still.windows(4).position(|window| window == b"VP8L").unwrap();
    let length = u32::from_le_bytes(still[start + 4..start + 8].try_into().unwrap());
    let frame = &still[start..start + 8 + usize::try_from(length.next_multiple_of(2)).unwrap()];
    let place = [0, 0, 0, 0, 0, 0, 23, 0, 0, 15, 0, 0, 100, 0, 0, 0];
    let size = [23, 0, 0, 15, 0, 0];
    let body = [
        riff_chunk(b"VP8X", &[&[2, 0, 0, 0], &size[..]].concat()),
        riff_chunk(b"ANIM", &[0; 6]),
        riff_chunk(b"ANMF", &[&place, frame].concat()),
    ];
    riff_chunk(b"RIFF", &[b"WEBP".to_vec(), body.concat()].concat())
}

/// A chunk of a WebP file; its body has an even length.
fn riff_chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
    [kind, &u32::try_from(body.len()).unwrap().to_le_bytes(), body].concat()
}

/// A chunk of a PNG file.
pub(crate) fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    let checksum = crc([kind, body].concat());
    [&length[..], kind, body, &checksum.to_be_bytes()].concat()
}

/// The checksum of a chunk, bit by bit.
fn crc(bytes: Vec<u8>) -> u32 {
    !bytes.into_iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 }
        })
    })
}

/// A PNG file that claims a size and holds nothing of it.
pub(crate) fn claiming_png(width: u32, height: u32, depth: u8) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let header = chunk(b"IHDR", &[&size[..], &[depth, 6, 0, 0, 0]].concat());
    let body = chunk(b"IDAT", &[]);
    [b"\x89PNG\r\n\x1a\n", &header[..], &body, &chunk(b"IEND", &[])].concat()
}

/// A JPEG file that claims a size.
pub(crate) fn claiming_jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut file = jpeg();
    let frame = file.windows(2).position(|window| window == b"\xff\xc0").unwrap();
    file[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    file[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    file
}

/// A whole PDF document around an object.
pub(crate) fn pdf(object: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj {object} endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF")
        .into()
}
