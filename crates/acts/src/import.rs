//! Imports (导入): a file of rows, each through the same act a person uses.
//!
//! All or nothing; repeatable without doubling, because the name of each row's request follows
//! from the row; rehearsed first, so that every fault is shown by row and column before anything
//! is kept.

mod columns;
mod file;
pub mod history;
mod row;
mod run;
pub mod upload;

pub use columns::{ImportColumn, ImportKind, template};
pub use file::{HeaderFault, ImportFile, read};
pub use row::{RecordImport, RowAct, RowDone};
pub use run::{ImportReport, Importing, RowFault, Trouble};
