//! Parts (部件): the pieces pages are made of, each a value that draws itself.
//!
//! A page builds them and puts them into its template as they are: `{{ pager }}`. Their markup is
//! in `templates/part/`, their words in `part.ftl`, their look in `assets/qinzheng.css`.

mod crumb;
mod empty;
mod errors;
mod export;
mod field;
mod figures;
mod filter;
mod grid;
mod light;
mod link;
mod pager;
mod progress;
mod reading;
mod refusal;
mod timeline;

pub use crumb::Crumb;
pub use empty::EmptyState;
pub use errors::{ErrorSummary, FieldError};
pub use export::ExportLinks;
pub use field::{Choice, Control, Field, TextKind};
pub use figures::{Figure, Figures};
pub use filter::{Filter, FilterField};
pub use grid::{Grid, GridCell, GridColumn, GridControl, GridRow, GridWidth};
pub use light::{Light, LightState};
pub use link::Link;
pub use pager::Pager;
pub use progress::Progress;
pub use reading::{ReadAloud, ReadingTools};
pub use refusal::RefusalBox;
pub use timeline::{Step, StepState, Timeline};

/// Parts are templates, so what they draw is safe to put into a page.
macro_rules! draws_html {
    ($($part:ty),+ $(,)?) => {$(impl askama::filters::HtmlSafe for $part {})+};
}

draws_html!(
    Crumb,
    EmptyState,
    ErrorSummary,
    ExportLinks,
    Field,
    Figures,
    Filter,
    Grid,
    Light,
    Pager,
    Progress,
    ReadAloud,
    ReadingTools,
    RefusalBox,
    Timeline,
);
