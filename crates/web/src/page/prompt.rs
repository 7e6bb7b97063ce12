//! The desk's pages of what rules prompt (疑点): the prompts of a scheme, ask about one, dismiss one, take one up as a finding.

mod ask;
mod key;
mod list;
mod step;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use qz_domain::action::Action;

/// Where they are.
const HOME: &str = "/desk/prompts";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, ask) = (Action::PromptRead, Action::PromptAsk);
    let (dismiss, take) = (Action::PromptDismiss, Action::PromptTakeUp);
    doors
        .rail("rail-schemes", HOME, "prompt-title", read)
        .door(Get, HOME, read, Scope::Reach, list::show)
        .door(Get, "/desk/prompts/ask", ask, Scope::Reach, ask::form)
        .door(Post, "/desk/prompts/ask", ask, Scope::Reach, ask::submit)
        .door(Get, "/desk/prompts/dismiss", dismiss, Scope::Reach, step::dismiss_form)
        .door(Post, "/desk/prompts/dismiss", dismiss, Scope::Reach, step::dismiss)
        .door(Get, "/desk/prompts/take-up", take, Scope::Reach, step::take_up_form)
        .door(Post, "/desk/prompts/take-up", take, Scope::Reach, step::take_up)
}
