//! Charts.

use proptest::prelude::*;
use qz_document::chart::{Mark, Months, Point, bars};

use crate::svg::elements;

fn point(label: &str, value: u64, href: Option<&str>) -> Point {
    let words = format!("{label}：{value}次");
    Point { label: label.to_owned(), value, words, href: href.map(str::to_owned) }
}

fn chart(points: &[Point]) -> String {
    bars(&Months {
        title_id: "ct",
        desc_id: "cd",
        title: "各月走访",
        desc: "全年5次。",
        unit_label: "走访（次）",
        points,
        mark: None,
    })
}

#[test]
fn a_chart_has_title_description_values_and_a_zero_baseline() {
    let svg = chart(&[point("1月", 1, None), point("2月", 0, None), point("3月", 4, None)]);
    insta::assert_snapshot!(elements(&svg).join("\n"), @r#"
    svg class=chart wide viewBox=0 0 720 214 role=img aria-labelledby=ct cd
    title id=ct
    desc id=cd
    text x=0 y=20 class=v
    rect class=bar x=104 y=149 width=32 height=31
    title
    text class=v x=120 y=142 text-anchor=middle
    text x=120 y=206 text-anchor=middle
    text class=v x=360 y=173 text-anchor=middle
    text x=360 y=206 text-anchor=middle
    rect class=bar x=584 y=56 width=32 height=124
    title
    text class=v x=600 y=49 text-anchor=middle
    text x=600 y=206 text-anchor=middle
    path class=ax d=M0 180.5H720
    "#);
    for text in
        ["各月走访", "全年5次。", "走访（次）", ">1</text>", ">0</text>", ">4</text>", "3月：4次"]
    {
        assert!(svg.contains(text), "{text}");
    }
}

#[test]
fn a_bar_that_opens_its_rows_is_a_link_and_the_picture_a_group() {
    let svg = chart(&[point("1月", 3, Some("/visits?month=2015-01&unit=\"x\""))]);
    assert!(svg.contains("role=\"group\""));
    assert!(svg.contains("<a href=\"/visits?month=2015-01&amp;unit=&quot;x&quot;\""));
    assert!(svg.contains("aria-label=\"1月：3次\""));
}

#[test]
fn a_mark_is_a_line_in_its_part_with_its_words_where_there_is_room() {
    let points = [point("1月", 1, None), point("2月", 2, None), point("3月", 4, None)];
    let marked = |bar, hundredths| {
        let mark = Some(Mark { bar, hundredths, words: "通报" });
        let (title_id, desc_id, title, desc) = ("ct", "cd", "各月走访", "全年7次。");
        let unit_label = "走访（次）";
        bars(&Months { title_id, desc_id, title, desc, unit_label, points: &points, mark })
    };
    let early = marked(1, 25);
    assert!(early.contains("<path class=\"mk\" d=\"M300.5 24V180\"/>"), "{early}");
    assert!(
        early.contains("<text x=\"306\" y=\"36\" text-anchor=\"start\">通报</text>"),
        "{early}"
    );
    let late = marked(2, 50);
    assert!(late.contains("<text x=\"594\" y=\"36\" text-anchor=\"end\">通报</text>"), "{late}");
}

#[test]
fn an_empty_chart_is_still_a_picture() {
    let found = elements(&chart(&[]));
    assert_eq!(found.last().unwrap(), "path class=ax d=M0 180.5H720");
}

/// The heights of the bars, in order; bars of zero are not drawn.
fn heights(svg: &str) -> Vec<u64> {
    let bars = elements(svg).into_iter().filter(|line| line.starts_with("rect class=bar"));
    bars.map(|line| line.rsplit_once("height=").unwrap().1.parse().unwrap()).collect()
}

proptest! {
    /// Bars keep the order of their values: more is never drawn lower, and something is never drawn
    /// as nothing.
    #[test]
    fn a_larger_value_is_never_a_shorter_bar(mut values in prop::collection::vec(any::<u64>(), 1..30)) {
        values.sort_unstable();
        let points: Vec<Point> = values.iter().map(|value| point("x", *value, None)).collect();
        let heights = heights(&chart(&points));
        prop_assert_eq!(heights.len(), values.iter().filter(|value| **value > 0).count());
        prop_assert!(heights.is_sorted());
        prop_assert!(heights.iter().all(|height| (1..=124).contains(height)));
        prop_assert!(heights.last().is_none_or(|tallest| *tallest == 124));
    }

    /// No text can break out of the picture.
    #[test]
    fn any_text_is_escaped(text in any::<String>(), href in any::<Option<String>>()) {
        let points = [Point { label: text.clone(), value: 1, words: text.clone(), href }];
        let months = Months {
            title_id: "t", desc_id: "d", title: &text, desc: &text, unit_label: &text, points: &points,
            mark: Some(Mark { bar: 0, hundredths: 50, words: &text }),
        };
        let expected = 11 + usize::from(points[0].href.is_some()) * 2;
        prop_assert_eq!(elements(&bars(&months)).len(), expected);
    }
}
