//! Articles (文章): what the county's publicity office writes for the portal, under its sources, its
//! authors and an editor who answers for it.
//!
//! 拟稿 → 审核 → 刊发; what is withdrawn stays as a notice with its reason. Figures stand in the text by
//! name alone and are counted anew each time it is read.

pub mod body;
mod transition;

pub use transition::{Step, TRANSITIONS};

use crate::id::{ArticleId, PersonId, UnitId};
use crate::spelled;
use jiff::Timestamp;
use jiff::civil::Date;

spelled! {
    /// Under which heading of the portal an article stands (栏目).
    Section {
        /// 县里动态: what happened in the county.
        News = "news", "县里动态";
        /// 各地做法: how a unit went about it, in its own words.
        Practice = "practice", "各地做法";
        /// 读懂数字: how figures and records are read.
        Guide = "guide", "读懂数字";
    }
}

spelled! {
    /// Where an article stands (环节).
    Stage {
        /// 待审核: drafted.
        Drafted = "drafted", "待审核";
        /// 待刊发: checked.
        Checked = "checked", "待刊发";
        /// 已刊发: anybody reads it.
        Published = "published", "已刊发";
        /// 已撤下: a notice stands in its place, if it was published.
        Withdrawn = "withdrawn", "已撤下";
    }
}

/// The most characters of a title.
pub const TITLE_MOST: usize = 80;
/// The most characters of the text.
pub const BODY_MOST: usize = 8000;
/// The most characters of the source, and of the authors.
pub const LINE_MOST: usize = 80;

/// An article as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Number in the store.
    pub id: ArticleId,
    /// The office that publishes it.
    pub organ: UnitId,
    /// Under which heading.
    pub section: Section,
    /// Where it stands.
    pub stage: Stage,
    /// The title.
    pub title: String,
    /// The text with its marks: see [`body`].
    pub body: String,
    /// Where it comes from.
    pub source: String,
    /// Who wrote it, as the article says it: offices, or people who agreed to be named.
    pub authors: String,
    /// The editor in charge (责任编辑): whoever wrote the present version.
    pub editor: PersonId,
    /// Drafted on.
    pub drafted_on: Date,
    /// The day of the latest step.
    pub latest_on: Date,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// Why it was withdrawn; empty before.
    pub reason: String,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}
