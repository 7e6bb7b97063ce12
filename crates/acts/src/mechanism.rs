//! Schemes of a county (机制): what one would have done over days that are past.

mod dry_run;

pub use dry_run::{DryRun, Found, Opened, RuleRun};
