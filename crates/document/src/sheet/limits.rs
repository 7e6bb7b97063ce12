//! How much a table file may hold. Every bound is checked before the memory it guards is spent.

/// Bytes of an uploaded file.
pub(super) const FILE_BYTES: usize = 20 << 20;
/// Rows below the header.
pub(super) const ROWS: usize = 200_000;
/// Columns of the header.
pub(super) const COLUMNS: usize = 64;
/// Cells of the whole table, empty ones included.
pub(super) const CELLS: usize = 4_000_000;
/// Bytes of all texts of a workbook together, counted each time a cell shows one.
pub(super) const TEXT_BYTES: usize = 200 << 20;
/// Files inside an XLSX archive.
pub(super) const ARCHIVE_ENTRIES: usize = 2_000;
/// Bytes of an XLSX archive's files when unpacked.
pub(super) const UNPACKED_BYTES: u64 = 200 << 20;
/// How many times larger an archive may be unpacked than packed.
pub(super) const RATIO: u64 = 200;
/// How deep the elements of an XML part may stand in each other.
pub(super) const XML_DEPTH: usize = 64;
