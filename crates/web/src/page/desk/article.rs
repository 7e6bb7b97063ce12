//! The articles of the day: drafts of mine, what waits to be checked and published, what was published
//! this month.

use super::{Fact, LOOKED_AT, Row, Side, Today};
use crate::error::WebError;
use crate::page::person::either;
use crate::part::{Light, LightState, Link};
use crate::words::Words;
use qz_acts::article::view::{ArticleFilter, ArticleLine, ArticleSort, ArticleView, Page};
use qz_domain::action::Action;
use qz_domain::article::{Stage, Step};
use qz_domain::instant;
use qz_domain::matter::Part;

/// What waits for one step: its name here, the stage it waits in, its part, its page.
const WAITS: [(&str, Stage, Step, Part, &str); 3] = [
    ("own-draft", Stage::Drafted, Step::Edit, Part::Drafted, "edit"),
    ("check-article", Stage::Drafted, Step::Check, Part::Checked, "check"),
    ("publish-article", Stage::Checked, Step::Publish, Part::Issued, "publish"),
];

/// What waits for whoever is signed in, without what their earlier part bars them from.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::ArticleRead) {
        return Ok(());
    }
    for (id, stage, step, part, page) in WAITS {
        let mut rows = vec![];
        let filter = ArticleFilter { stage: Some(stage), ..ArticleFilter::default() };
        let account = today.granted.account();
        let (acts, few) = (&today.state.acts, Page::number(1, LOOKED_AT));
        let found = acts.articles(account, &filter, ArticleSort::Latest, few).await;
        for line in found.map_err(WebError::internal)?.0 {
            let view = acts.article(account, line.id).await.map_err(WebError::internal)?;
            let mine = part != Part::Drafted || is_mine(today, &view);
            if mine && view.steps.contains(&step) && !today.is_barred(&view.hands, part) {
                rows.push(row(today.words, &line, (id, page)));
            }
        }
        today.waits(id, rows, "/desk/articles");
    }
    month(today).await
}

/// Whether whoever is signed in wrote it.
fn is_mine(today: &Today<'_>, view: &ArticleView) -> bool {
    let me = today.granted.person();
    view.hands.iter().any(|hand| Some(hand.person) == me && hand.part == Part::Drafted)
}

/// How many were published this month.
async fn month(today: &mut Today<'_>) -> Result<(), WebError> {
    let (first, last) = (today.day.first_of_month(), today.day.last_of_month());
    let next = last.tomorrow().unwrap_or(last);
    let start = |day: jiff::civil::Date| instant::instant(day.at(0, 0, 0, 0));
    let published = start(first).zip(start(next));
    let filter =
        ArticleFilter { published, stage: Some(Stage::Published), ..ArticleFilter::default() };
    let (acts, account) = (&today.state.acts, today.granted.account());
    let found = acts.articles(account, &filter, ArticleSort::Latest, Page::number(1, 1)).await;
    let count = found.map_err(WebError::internal)?.1;
    let (words, all) = (today.words, "/desk/articles?stage=published");
    let lines = vec![Fact::number(words, "desk-articles-month", count, all)];
    today.sides.push(Side { id: "articles", title: words.say("article-list-title"), lines });
    Ok(())
}

fn row(words: Words, line: &ArticleLine, (id, page): (&str, &str)) -> Row {
    let href = format!("/desk/articles/{}", line.id);
    Row {
        light: Light::new(LightState::Warn, words.term(line.stage)),
        act: Some(Link::new(format!("{href}/{page}"), words.say(&format!("desk-act-{id}")))),
        title: Link::new(href, line.title.clone()),
        about: words.term(line.section),
        place: either(words, &line.organ.name, &line.organ.name_en),
        when: line.latest_on.parse().ok().map(|day| words.short_day(day)),
    }
}
