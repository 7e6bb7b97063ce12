//! Draft an article (拟写文章).

use crate::matter::{self, PaperForm, Setting};
use crate::organisation::named_unit;
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::article::{
    Article, BODY_MOST, LINE_MOST, Section, Stage, Step, TITLE_MOST, TRANSITIONS, body,
};
use qz_domain::field::{self, FieldError};
use qz_domain::id::{AccountId, ArticleId};
use qz_domain::matter::Part;
use qz_domain::power::Concern;
use qz_domain::procedure;
use qz_store::{Act, Subject, Write, article, hand};
use serde::{Deserialize, Serialize};

/// What a person writes of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleForm {
    /// The office that publishes it; an existing article keeps its own.
    pub organ: String,
    /// 栏目
    pub section: String,
    /// The title.
    pub title: String,
    /// The text with its marks.
    pub body: String,
    /// Where it comes from.
    pub source: String,
    /// Who wrote it.
    pub authors: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Drafts an article.
#[derive(Debug, Clone)]
pub struct DraftArticle {
    /// Who drafts it.
    pub actor: AccountId,
    /// What they wrote.
    pub form: ArticleForm,
}

/// The article's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleDrafted {
    /// In the store.
    pub article: ArticleId,
}

impl Act for DraftArticle {
    type Receipt = ArticleDrafted;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ArticleDrafted, ActError> {
        let Self { actor, form } = self;
        let organ = named_unit(write.reads(), "organ", &form.organ).await?;
        let concern = Concern::of_unit(organ.id, organ.line);
        let actor = power::require(write, actor, Action::ArticleDraft, &concern).await?;
        let written = Written::read(&form)?;
        let doing = matter::alone(write, &actor, &form.paper, None).await?;
        let guards = procedure::find(TRANSITIONS, None, Step::Draft)?.guards;
        let (part, issuer) = (Part::Drafted, organ.id);
        let setting =
            Setting { part, guards, hands: &[], organ: issuer, unit: &organ, subject: None };
        let hands = matter::screen(write, setting, &doing).await?;
        let Written { section, title, body, source, authors } = written;
        let made = Article {
            id: ArticleId(write.next_id()),
            organ: organ.id,
            section,
            stage: Stage::Drafted,
            title,
            body,
            source,
            authors,
            editor: doing.by.first().copied().ok_or(ActError::NotFound)?,
            drafted_on: doing.day,
            latest_on: doing.day,
            published_at: None,
            reason: String::new(),
            version: 1,
        };
        article::insert(write, &made).await?;
        hand::add_to_article(write, made.id, &hands).await?;
        write.record(doing.deed(Step::Draft, made.id.object(), &actor)).await?;
        Ok(ArticleDrafted { article: made.id })
    }
}

/// What was written, read.
pub(super) struct Written {
    pub section: Section,
    pub title: String,
    pub body: String,
    pub source: String,
    pub authors: String,
}

impl Written {
    /// Reads a form, all faults at once.
    pub fn read(form: &ArticleForm) -> Result<Self, ActError> {
        let mut wrong = Wrong::default();
        let section = wrong.note(field::word::<Section>("section", &form.section));
        let title = wrong.note(field::text("title", &form.title, TITLE_MOST));
        let text = wrong.note(body_text(&form.body));
        let source = wrong.note(field::text("source", &form.source, LINE_MOST));
        let authors = wrong.note(field::text("authors", &form.authors, LINE_MOST));
        match (section, title, text, source, authors) {
            (Some(section), Some(title), Some(body), Some(source), Some(authors)) => {
                Ok(Self { section, title, body, source, authors })
            }
            _ => Err(wrong.into()),
        }
    }
}

/// The text, whose marks must be readable.
fn body_text(given: &str) -> Result<String, FieldError> {
    let text = field::text("body", given, BODY_MOST)?;
    body::read(&text).map_err(|fault| FieldError::new("body", fault))?;
    Ok(text)
}
