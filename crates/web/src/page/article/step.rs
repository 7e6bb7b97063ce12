//! The page of a step of an article: what it does, who may do it, its form.

use super::draft::{RULES, fields, read};
use super::show::facts;
use super::{HOME, one};
use crate::door::Scope;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::Plan;
use crate::part::{Field, Link};
use qz_acts::article::view::ArticleView;
use qz_acts::article::{
    ArticleChanged, CheckArticle, EditArticle, PublishArticle, WithdrawArticle,
};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::article::{Stage, Step};
use qz_domain::id::ArticleId;
use qz_domain::spelled::Spelled;

/// The steps of articles.
pub(super) struct Articles;

impl Family for Articles {
    type Id = ArticleId;
    type Step = Step;
    type View = ArticleView;
    type Changed = ArticleChanged;

    const NAME: &'static str = "article";
    const HOME: &'static str = HOME;
    const READ: Action = Action::ArticleRead;
    const PAGES: &'static [(Step, &'static str)] = &[
        (Step::Edit, "/desk/articles/{id}/edit"),
        (Step::Check, "/desk/articles/{id}/check"),
        (Step::Publish, "/desk/articles/{id}/publish"),
        (Step::Withdraw, "/desk/articles/{id}/withdraw"),
    ];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: ArticleId) -> Result<ArticleView, ActError> {
        at.state.acts.article(at.account(), id).await
    }

    fn version(view: &ArticleView) -> i64 {
        view.article.version
    }

    async fn begun(
        _: &At,
        (step, view): (Step, &ArticleView),
        blank: Sent,
    ) -> Result<Sent, WebError> {
        let article = &view.article;
        if step != Step::Edit {
            return Ok(blank);
        }
        Ok(blank
            .put("section", article.section.code())
            .put("title", &article.title)
            .put("body", &article.body)
            .put("source", &article.source)
            .put("authors", &article.authors))
    }

    async fn perform(
        at: &At,
        request: String,
        (article, step, sent): (ArticleId, Step, &Sent),
    ) -> Result<Done<ArticleChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        let acts = &at.state.acts;
        match step {
            Step::Draft | Step::Edit => {
                let form = read(sent);
                acts.perform(request, EditArticle { actor, article, version, form }).await
            }
            Step::Check => {
                acts.perform(request, CheckArticle { actor, article, version, paper }).await
            }
            Step::Publish => {
                acts.perform(request, PublishArticle { actor, article, version, paper }).await
            }
            Step::Withdraw => {
                let reason = sent.text("reason");
                let act = WithdrawArticle { actor, article, version, reason, paper };
                acts.perform(request, act).await
            }
        }
    }

    fn plan(at: &At, step: Step, view: &ArticleView) -> Plan {
        let (shell, article) = (&at.shell, &view.article);
        let home = format!("{HOME}/{}", article.id);
        Plan {
            facts: facts(shell, view),
            links: vec![Link::new(home, shell.say("article-read-whole"))],
            rules: match step {
                Step::Draft | Step::Edit => RULES,
                Step::Check => &["article-rule-check", "article-rule-writer"],
                Step::Publish => {
                    &["article-rule-writer", "article-rule-third", "article-rule-fixed"]
                }
                Step::Withdraw if article.stage == Stage::Published => &["article-rule-notice"],
                Step::Withdraw => &["article-rule-gone"],
            },
            ..plan::<Self>(shell, step, (article.id, &article.title))
        }
    }

    fn fields(forms: &Forms<'_>, step: Step, _: &ArticleView) -> Vec<Field> {
        match step {
            Step::Draft | Step::Edit => fields(forms),
            Step::Withdraw => vec![forms.lines("reason", 3, "article-hint-reason")],
            Step::Check | Step::Publish => vec![],
        }
    }
}
