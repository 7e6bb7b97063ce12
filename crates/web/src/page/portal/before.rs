//! A unit before and after (前后对照) it first stood in a bulletin: what was counted there month by month,
//! with that day marked. Which of its people it was about, or whether it was the unit itself, is not said.

use super::buckets::{Buckets, FINDINGS};
use super::period::Period;
use super::trend::Trend;
use super::{bulletins, fault, findings};
use crate::app::WebState;
use crate::error::WebError;
use crate::part::Link;
use crate::query;
use crate::words::Words;
use askama::Template;
use jiff::civil::Date;
use qz_acts::bulletin::public::{BulletinFilter, BulletinLine, BulletinSort, Page};
use qz_acts::matter::public::MatterFigures;
use qz_acts::visit::public::PublicFigures;
use qz_domain::unit::Unit;

/// The section.
#[derive(Template)]
#[template(path = "portal/before.html")]
pub(super) struct Before {
    words: Words,
    heading: String,
    sentence: String,
    bulletin: Link,
    chart: String,
    table: Trend,
}

impl askama::filters::HtmlSafe for Before {}

/// The first published bulletin that tells of a unit or of one of its people, with its day.
async fn first(state: &WebState, unit: &Unit) -> Result<Option<(BulletinLine, Date)>, WebError> {
    let filter = BulletinFilter { unit: Some(unit.id), ..BulletinFilter::default() };
    let found = state.acts.published(&filter, BulletinSort::Earliest, Page::number(1, 1)).await;
    let first = found.map_err(fault)?.0.into_iter().next();
    Ok(first.and_then(|line| line.published_on.parse().ok().map(|day| (line, day))))
}

impl Before {
    /// The section of a period in which the unit first stood in a bulletin; otherwise there is none.
    pub async fn read(
        state: &WebState,
        (words, period): (Words, Period),
        unit: &Unit,
        counted: (&PublicFigures, &MatterFigures),
    ) -> Result<Option<Self>, WebError> {
        let told = first(state, unit).await?;
        let told = told.filter(|(_, day)| period.from <= *day && *day <= period.to);
        Ok(told.map(|told| Self::draw((words, period), unit, counted, told)))
    }

    fn draw(
        (words, period): (Words, Period),
        unit: &Unit,
        (figures, matters): (&PublicFigures, &MatterFigures),
        (line, day): (BulletinLine, Date),
    ) -> Self {
        let heading = words.say("portal-before");
        let href = format!("{}/{}", bulletins::PATH, line.id);
        let number = bulletins::number(words, &line);
        let short = line.number.map_or_else(String::new, |number| number.to_string());
        let rows = |period: Period| query::with(&period.link(findings::PATH), "unit", &unit.code);
        let buckets = Buckets::new(words, period, &matters.findings);
        let mark = (day, short.as_str());
        let (visits, visits_after) = parted(&figures.by_day, day);
        let (found, found_after) = parted(&matters.findings, day);
        let said = [
            ("day", words.date(day).into()),
            ("number", number.as_str().into()),
            ("visits", visits.into()),
            ("findings", found.into()),
            ("visits_after", visits_after.into()),
            ("findings_after", found_after.into()),
        ];
        let to_bulletin = Link::new(href.clone(), short.clone());
        let names = (unit.code.as_str(), heading.clone());
        Self {
            words,
            sentence: words.say_with("portal-before-sentence", &said),
            chart: buckets.marked((words, FINDINGS), ("before", &heading), rows, Some(mark)),
            table: Trend::of_unit((words, period), names, (figures, matters), (day, to_bulletin)),
            bulletin: Link::new(href, number),
            heading,
        }
    }
}

/// How much was counted before a day, and how much from it on.
fn parted(counts: &[(Date, i64)], day: Date) -> (i64, i64) {
    let sum = |is_before: bool| {
        let some = counts.iter().filter(move |(at, _)| (*at < day) == is_before);
        some.map(|(_, count)| count).sum()
    };
    (sum(true), sum(false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_itself_belongs_to_what_comes_after() {
        let counts = [(date(2015, 6, 1), 2), (date(2015, 6, 26), 3), (date(2015, 7, 1), 4)];
        assert_eq!(parted(&counts, date(2015, 6, 26)), (2, 7));
    }
}
