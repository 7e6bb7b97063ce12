//! Prompts of schemes (疑点): people ask about them, take them up as findings, or dismiss them with a reason; dismissed ones are
//! erased in time. A machine prompts and decides nothing.

mod ask;
mod dismiss;
mod erase;
mod load;
mod take_up;

pub use ask::AskAboutPrompt;
pub(crate) use ask::is_about;
pub use dismiss::{DismissPrompt, PromptKey};
pub use take_up::{TakeUpPrompt, TakingForm};

use qz_domain::id::PromptId;
use serde::{Deserialize, Serialize};

/// Which prompt was dismissed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromptDismissed {
    /// In the store.
    pub prompt: PromptId,
}
