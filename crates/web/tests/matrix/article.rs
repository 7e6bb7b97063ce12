//! Targets of the articles' family: an article of QX50, brought to a stage on papers that accounts
//! without a person key.

use super::staff::Staff;
use super::target::Target;
use qz_acts::article::{ArticleForm, CheckArticle, DraftArticle, PublishArticle, WithdrawArticle};
use qz_acts::matter::PaperForm;

/// The stages of articles.
pub const STAGES: &[&str] = &["drafted", "checked", "published", "withdrawn"];

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    PaperForm {
        number: "稿1".to_owned(),
        day: "2016-02-16".to_owned(),
        by: number.to_owned(),
        ..PaperForm::default()
    }
}

/// An article in a stage.
pub async fn article(staff: &Staff, stage: &str) -> Target {
    let text = str::to_owned;
    let actor = staff.county.account_named("publicity.unit").await;
    let form = ArticleForm {
        organ: text("QX50"),
        section: text("news"),
        title: text("一年看下来"),
        body: text("走访[[visits]]次。"),
        source: text("本县"),
        authors: text("县纪委"),
        paper: by("G13"),
    };
    let article = staff.county.done(DraftArticle { actor, form }).await.article;
    let far = STAGES.iter().position(|one| *one == stage).unwrap();
    if far >= 1 {
        let paper = by("G14");
        staff.county.done(CheckArticle { actor, article, version: 1, paper }).await;
    }
    if far >= 2 {
        let paper = by("G15");
        staff.county.done(PublishArticle { actor, article, version: 2, paper }).await;
    }
    if far >= 3 {
        let (reason, paper) = (text("写错了"), by("G13"));
        staff.county.done(WithdrawArticle { actor, article, version: 3, reason, paper }).await;
    }
    let version = i64::try_from(far).unwrap() + 1;
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", article.to_string())], fields }
}
