//! Articles on both engines: from the draft to the notice that it was withdrawn; every refusal.

use qz_acts::ActError;
use qz_acts::article::public::{ArticleFilter, ArticleSort, Page};
use qz_acts::article::{
    ArticleChanged, ArticleForm, CheckArticle, DraftArticle, EditArticle, PublishArticle,
    WithdrawArticle,
};
use qz_acts::matter::PaperForm;
use qz_domain::article::Stage;
use qz_domain::article::body::{Block, Piece};
use qz_domain::id::{AccountId, ArticleId};
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

/// An office of two or three: G13, G14 and, where there is one, G15 of QX50.
struct Office {
    county: County,
    writer: AccountId,
    other: AccountId,
}

impl Office {
    async fn of_two(url: &StoreUrl) -> Self {
        let county = county(url).await;
        let writer = county.open("pen", "G14", Role::Publicity, "QX50").await;
        let other = county.open("eye", "G15", Role::Publicity, "QX50").await;
        Self { county, writer, other }
    }

    async fn third(&self) -> AccountId {
        self.county.open("hand", "G12", Role::Publicity, "QX50").await
    }

    async fn drafted(&self) -> ArticleId {
        let act = DraftArticle { actor: self.writer, form: form() };
        self.county.done(act).await.article
    }

    async fn check(&self, actor: AccountId, article: ArticleId, version: i64) -> Outcome {
        let act = CheckArticle { actor, article, version, paper: PaperForm::default() };
        self.county.try_act(act).await
    }

    async fn publish(&self, actor: AccountId, article: ArticleId, version: i64) -> Outcome {
        let act = PublishArticle { actor, article, version, paper: PaperForm::default() };
        self.county.try_act(act).await
    }

    async fn withdraw(&self, article: ArticleId, version: i64, reason: &str) -> Outcome {
        let (actor, reason) = (self.other, reason.to_owned());
        let paper = PaperForm::default();
        self.county.try_act(WithdrawArticle { actor, article, version, reason, paper }).await
    }

    async fn edit(
        &self,
        actor: AccountId,
        article: ArticleId,
        version: i64,
        body: &str,
    ) -> Outcome {
        let form = ArticleForm { body: body.to_owned(), ..form() };
        self.county.try_act(EditArticle { actor, article, version, form }).await
    }
}

type Outcome = Result<ArticleChanged, ActError>;

fn form() -> ArticleForm {
    let text = str::to_owned;
    ArticleForm {
        organ: text("QX50"),
        section: text("县里动态"),
        title: text("一年看下来"),
        body: text("## 走访\n一年走访[[visits]]次，看[统计](/statistics)。"),
        source: text("千溪县"),
        authors: text("县纪委"),
        paper: PaperForm::default(),
    }
}

#[tokio::test]
async fn an_article_is_written_checked_published_and_withdrawn() {
    on_both_engines(async |url| {
        let office = Office::of_two(&url).await;
        let acts = &office.county.acts;
        let article = office.drafted().await;
        assert_eq!(key(acts.public_article(article).await), "not found");
        assert_eq!(key(office.publish(office.other, article, 1).await), "refusal-out-of-order");
        assert_eq!(key(office.check(office.writer, article, 1).await), "refusal-took-part");
        office.check(office.other, article, 1).await.unwrap();
        assert_eq!(key(acts.public_article(article).await), "not found");
        assert_eq!(key(office.publish(office.writer, article, 2).await), "refusal-took-part");
        // An office of two: whoever checked may publish.
        let changed = office.publish(office.other, article, 2).await.unwrap();
        assert_eq!((changed.version, changed.stage), (3, Stage::Published));
        let shown = acts.public_article(article).await.unwrap();
        assert_eq!((&*shown.editor, &*shown.authors), ("翟松年", "县纪委"));
        assert!(matches!(&shown.blocks[..], [Block::Heading(_), Block::Paragraph(pieces)]
            if matches!(&pieces[..], [_, Piece::Figure(_), _, Piece::Link { .. }, _])));
        assert_eq!(key(office.edit(office.writer, article, 3, "改").await), "refusal-out-of-order");
        assert_eq!(key(office.withdraw(article, 3, " ").await), "reason fault-missing");
        office.withdraw(article, 3, "数字的年份写错了").await.unwrap();
        let notice = acts.public_article(article).await.unwrap();
        assert_eq!((notice.blocks.len(), &*notice.withdrawn.unwrap().1), (0, "数字的年份写错了"));
        let (filter, page) = (ArticleFilter::default(), Page::number(1, 10));
        let (lines, total) =
            acts.published_articles(&filter, ArticleSort::Latest, page).await.unwrap();
        assert_eq!((lines[0].stage, total), (Stage::Withdrawn, 1));
        let text = Some("走访".to_owned());
        let filter = ArticleFilter { text, ..ArticleFilter::default() };
        let found = acts.published_articles(&filter, ArticleSort::Title, page).await.unwrap();
        assert_eq!(found.1, 0, "the text of a withdrawn article is found no more");
    })
    .await;
}

#[tokio::test]
async fn a_new_version_needs_a_new_check_by_somebody_who_wrote_none_of_it() {
    on_both_engines(async |url| {
        let office = Office::of_two(&url).await;
        let third = office.third().await;
        let article = office.drafted().await;
        assert_eq!(
            key(office.edit(third, article, 1, &form().body).await),
            "refusal-nothing-changed"
        );
        office.check(office.other, article, 1).await.unwrap();
        let edited = office.edit(third, article, 2, "一段新的话。").await.unwrap();
        assert_eq!((edited.version, edited.stage), (3, Stage::Drafted));
        assert_eq!(key(office.publish(office.other, article, 3).await), "refusal-out-of-order");
        assert_eq!(key(office.check(third, article, 3).await), "refusal-took-part");
        assert_eq!(key(office.check(office.other, article, 2).await), "refusal-stale-version");
        office.check(office.other, article, 3).await.unwrap();
        let view = office.county.acts.article(office.writer, article).await.unwrap();
        assert_eq!(view.editor.unwrap().number, "G12", "whoever wrote the version answers for it");
    })
    .await;
}

#[tokio::test]
async fn where_there_are_three_whoever_checked_does_not_publish() {
    on_both_engines(async |url| {
        let office = Office::of_two(&url).await;
        let third = office.third().await;
        let article = office.drafted().await;
        office.check(office.other, article, 1).await.unwrap();
        assert_eq!(key(office.publish(office.other, article, 2).await), "refusal-took-part");
        office.publish(third, article, 2).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_named_and_nobody_else_writes() {
    on_both_engines(async |url| {
        let office = Office::of_two(&url).await;
        let draft =
            async |actor, form| key(office.county.try_act(DraftArticle { actor, form }).await);
        let bad = ArticleForm {
            section: "头条".to_owned(),
            title: String::new(),
            body: "看[这里](https://example.org)".to_owned(),
            source: String::new(),
            authors: String::new(),
            ..form()
        };
        let said = "section fault-not-one-of, title fault-missing, body fault-bad-form, \
                    source fault-missing, authors fault-missing";
        assert_eq!(draft(office.writer, bad).await, said);
        let secret = ArticleForm { body: "机密★三年".to_owned(), ..form() };
        assert_eq!(draft(office.writer, secret).await, "body fault-state-secret");
        let clerk = office.county.account(Role::Clerk).await;
        assert_eq!(draft(clerk, form()).await, "forbidden");
        let elsewhere = ArticleForm { organ: "QX20".to_owned(), ..form() };
        assert_eq!(draft(office.writer, elsewhere).await, "forbidden");
        let article = office.drafted().await;
        assert_eq!(key(office.county.acts.article(clerk, article).await), "not found");
    })
    .await;
}
