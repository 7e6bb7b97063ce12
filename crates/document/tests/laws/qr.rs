//! QR codes, read back by a small decoder of their own (versions 1 to 6, level M, byte mode).

use proptest::prelude::*;
use qz_document::qr::{QrError, svg};

use crate::svg::elements;

/// The modules of a picture without its quiet zone; the path draws runs of dark ones.
fn modules(svg: &str) -> Vec<Vec<bool>> {
    let found = elements(svg);
    let view = found[0].split("viewBox=0 0 ").nth(1).unwrap();
    let side: usize = view.split(' ').next().unwrap().parse().unwrap();
    let mut all = vec![vec![false; side]; side];
    let path = found.last().unwrap().split("d=").nth(1).unwrap();
    for run in path.split('M').skip(1) {
        let (x, rest) = run.split_once(' ').unwrap();
        let (y, rest) = rest.split_once('h').unwrap();
        let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        all[y][x..x + length].fill(true);
    }
    let quiet = |at: usize| !(4..side - 4).contains(&at);
    for (y, row) in all.iter().enumerate() {
        assert!(row.iter().enumerate().all(|(x, dark)| !dark || !quiet(x) && !quiet(y)));
    }
    all[4..side - 4].iter().map(|row| row[4..side - 4].to_vec()).collect()
}

/// Whether a module belongs to the frame of the code and not to its data.
fn is_frame(size: usize, x: usize, y: usize) -> bool {
    let finder = |at: usize| at < 9 || at >= size - 8;
    let corner = finder(x) && finder(y) && (x < 9 || y < 9);
    let middle = size - 7;
    let aligns = size > 21 && x.abs_diff(middle) <= 2 && y.abs_diff(middle) <= 2;
    corner || x == 6 || y == 6 || aligns
}

/// Whether the mask with this number turns a module over.
fn masks(mask: u8, x: usize, y: usize) -> bool {
    match mask {
        0 => (x + y).is_multiple_of(2),
        1 => y.is_multiple_of(2),
        2 => x.is_multiple_of(3),
        3 => (x + y).is_multiple_of(3),
        4 => (y / 2 + x / 3).is_multiple_of(2),
        5 => (x * y) % 2 + (x * y) % 3 == 0,
        6 => ((x * y) % 2 + (x * y) % 3).is_multiple_of(2),
        _ => ((x + y) % 2 + (x * y) % 3).is_multiple_of(2),
    }
}

/// The level (0 is M) and the mask of a code, from the strip beside its first finder.
fn format_of(code: &[Vec<bool>]) -> (u8, u8) {
    let bits = (0..5).fold(0_u8, |bits, x| bits << 1 | u8::from(code[8][x])) ^ 0b10101;
    (bits >> 3, bits & 7)
}

/// The bytes of a code in the order they are laid: two columns at a time, up and down.
fn laid_bytes(code: &[Vec<bool>], mask: u8) -> Vec<u8> {
    let size = code.len();
    let pairs = (0..size).rev().filter(|x| if *x > 6 { x % 2 == 0 } else { x % 2 == 1 });
    let mut bits = Vec::new();
    for (turn, right) in pairs.enumerate() {
        for step in 0..size {
            let y = if turn % 2 == 0 { size - 1 - step } else { step };
            let both = [right, right - 1].into_iter().filter(|x| !is_frame(size, *x, y));
            bits.extend(both.map(|x| code[y][x] != masks(mask, x, y)));
        }
    }
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |b, bit| b << 1 | u8::from(*bit))).collect()
}

/// The text of a code whose modules are all whole.
fn text_of(code: &[Vec<bool>]) -> String {
    let (level, mask) = format_of(code);
    assert_eq!(level, 0, "level M");
    let version = (code.len() - 17) / 4;
    let (blocks, length) = [(1, 16), (1, 28), (1, 44), (2, 32), (2, 43), (4, 27)][version - 1];
    let laid = laid_bytes(code, mask);
    let data: Vec<u8> = (0..blocks)
        .flat_map(|block| (0..length).map(move |at| (at, block)))
        .map(|(at, block)| laid[at * blocks + block])
        .collect();
    assert_eq!(data[0] >> 4, 0b0100, "byte mode");
    let nibbles: Vec<u8> = data.iter().flat_map(|byte| [byte >> 4, byte & 15]).collect();
    let bytes: Vec<u8> = nibbles[1..].chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    String::from_utf8(bytes[1..=usize::from(bytes[0])].to_vec()).unwrap()
}

#[test]
fn a_code_is_black_on_white_with_title_and_quiet_zone() {
    let picture = svg("https://example.org/p/12/0a1b2c", "核对<这份>文件").unwrap();
    let found = elements(&picture);
    assert_eq!(
        found[0],
        "svg class=qr width=111 height=111 viewBox=0 0 37 37 role=img shape-rendering=crispEdges"
    );
    assert!(picture.contains("<title>核对&lt;这份&gt;文件</title>"));
    assert_eq!(found[2], "path fill=white d=M0 0h37v37H0z");
    assert!(found[3].starts_with("path fill=black d=M4 4h7v1h-7z"));
}

#[test]
fn the_three_corners_hold_finders() {
    let code = modules(&svg("qinzheng", "x").unwrap());
    let last = code.len() - 7;
    for (left, top) in [(0, 0), (last, 0), (0, last)] {
        for (y, x) in (0..7_usize).flat_map(|y| (0..7_usize).map(move |x| (y, x))) {
            let ring = x.abs_diff(3).max(y.abs_diff(3));
            assert_eq!(code[top + y][left + x], ring != 2, "finder at {left},{top}");
        }
    }
}

#[test]
fn the_picture_is_the_matrix() {
    let text = "https://example.org/p/1630/0123456789abcdef0123456789abcdef";
    let matrix = fast_qr::QRBuilder::new(text).ecl(fast_qr::ECL::M).build().unwrap();
    let rows: Vec<Vec<bool>> =
        (0..matrix.size).map(|y| matrix[y].iter().map(|m| m.value()).collect()).collect();
    assert_eq!(modules(&svg(text, "x").unwrap()), rows);
}

#[test]
fn the_longest_text_fits_and_a_longer_one_is_refused() {
    assert!(svg(&"x".repeat(2331), "x").is_ok());
    let refusal = svg(&"文".repeat(800), "x").unwrap_err();
    assert_eq!(refusal, QrError::TooLong { bytes: 2400 });
    insta::assert_snapshot!(refusal, @"the text has 2400 bytes, a QR code holds at most 2331: shorten it");
}

proptest! {
    /// What is put into a code is what a camera reads from it.
    #[test]
    fn a_code_gives_its_text_back(text in "[a-z文件核对]{1,35}") {
        prop_assert_eq!(text_of(&modules(&svg(&text, "x").unwrap())), text);
    }
}
