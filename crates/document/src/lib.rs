//! Paper: sheets in and out, QR codes, charts, cleaned evidence files, archives.
//!
//! Everything here is pure: bytes or values in, bytes or text out. Nothing reads a clock, a file or
//! the network, so the same input always gives the same bytes.

pub mod archive;
pub mod chart;
pub mod evidence;
mod markup;
pub mod qr;
pub mod sheet;
mod wording;

pub use wording::Wording;
