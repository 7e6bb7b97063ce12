//! Attendance (考勤): which rule binds whom; what days come to, judged anew whenever they are read; what people say of a
//! day; the months of units.

mod adopt;
mod ask;
mod assign;
mod book;
mod concern;
mod contest;
mod day;
mod explain;
mod facts;
mod fair;
mod judged;
mod load;
mod month;
mod public;
mod settle;
mod sheet;
mod spoken;
mod terms;
mod text;
pub mod view;
mod waiting;

pub(crate) use book::known as rules;
pub(crate) use judged::{judge, judge_given};
pub(crate) use load::Given;

pub use adopt::{AdoptRule, RuleAdopted, RuleForm};
pub use ask::AskDay;
pub use assign::{AssignForm, AssignRule, ReleaseRule, RuleAssigned};
pub use contest::{ContestDay, DecideDay};
pub use day::{SessionLine, Why};
pub use explain::{DayForm, ExplainDay};
pub(crate) use facts::facts;
pub use judged::{DayResult, Judged};
pub use qz_mechanism::attendance::{Rule, Session as RuleSession};
pub use settle::{SettleDay, SettleForm};
pub use sheet::{AgreeSheet, CorrectSheet, ReturnSheet, SealSheet, SheetChanged};
pub use spoken::ExceptionChanged;
