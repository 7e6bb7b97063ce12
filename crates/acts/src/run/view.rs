//! How a scheme in force stands: what is owed, cycle by cycle, what was filed, what its rules prompt.

mod desk;
mod filing;
mod prompts;
mod public;
mod register;
mod table;

pub use desk::OwedItem;
pub use filing::FilingView;
pub use prompts::{CameTo, PromptLine, RuleView};
pub use public::{ElementCount, PublicRun};
pub use register::{EntryLine, RegisterView};
pub use table::{ItemLine, RunView};
