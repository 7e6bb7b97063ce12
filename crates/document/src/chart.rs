//! Charts (图表) as SVG in the classes of the product's stylesheet: zero baseline, direct values, a
//! title and a description for readers who do not see. The page puts the same numbers in a table.

use std::fmt::Write as _;

use crate::markup::Escaped;

/// A number for each month, or for each of a few other things in a row.
#[derive(Debug, Clone, Copy)]
pub struct Months<'a> {
    /// The id of the title element, once in the page.
    pub title_id: &'a str,
    /// The id of the description element, once in the page.
    pub desc_id: &'a str,
    /// What the chart is about.
    pub title: &'a str,
    /// What it shows, in a sentence.
    pub desc: &'a str,
    /// What is counted and in what unit, printed above the bars: `明察暗访（次）`.
    pub unit_label: &'a str,
    /// The bars, from left to right.
    pub points: &'a [Point],
    /// What divides them, when something does.
    pub mark: Option<Mark<'a>>,
}

/// Something that happened between or within the bars: a dashed line.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'a> {
    /// In the part of which bar, counted from 0.
    pub bar: usize,
    /// How far into that part, in hundredths.
    pub hundredths: usize,
    /// What happened, printed beside the line.
    pub words: &'a str,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What stands below it: short, such as `6` or `6月`.
    pub label: String,
    /// How many.
    pub value: u64,
    /// The bar in words, for hovering and for screen readers: `6月：142次`.
    pub words: String,
    /// The rows behind the number, when the bar is a link to them.
    pub href: Option<String>,
}

/// Where things stand, in units of the view box (about a pixel on a desk).
const WIDTH: usize = 720;
const NARROWEST_STEP: usize = 60;
const WIDEST_BAR: usize = 32;
const TOP: usize = 56;
const TALLEST: usize = 124;
const BASE: usize = TOP + TALLEST;
const HEIGHT: usize = BASE + 34;

/// A bar chart. The tallest bar fills the height, the others stand to it from zero.
pub fn bars(months: &Months<'_>) -> String {
    let step = (WIDTH / months.points.len().max(1)).max(NARROWEST_STEP);
    let width = WIDTH.max(step * months.points.len());
    let linked = months.points.iter().any(|point| point.href.is_some());
    let mut svg = format!(
        "<svg class=\"chart wide\" viewBox=\"0 0 {width} {HEIGHT}\" role=\"{role}\" \
         aria-labelledby=\"{title_id} {desc_id}\"><title id=\"{title_id}\">{title}</title>\
         <desc id=\"{desc_id}\">{desc}</desc><text x=\"0\" y=\"20\" class=\"v\">{unit}</text>",
        role = if linked { "group" } else { "img" },
        title_id = Escaped(months.title_id),
        desc_id = Escaped(months.desc_id),
        title = Escaped(months.title),
        desc = Escaped(months.desc),
        unit = Escaped(months.unit_label),
    );
    let tallest = months.points.iter().map(|point| point.value).max().unwrap_or_default();
    for (at, point) in months.points.iter().enumerate() {
        bar(&mut svg, point, Slot { left: at * step, width: step }, tallest);
    }
    let line = format!("<path class=\"ax\" d=\"M0 {BASE}.5H{width}\"/>");
    svg.push_str(&line);
    if let Some(mark) = &months.mark {
        divide(&mut svg, mark, (step, width));
    }
    svg + "</svg>"
}

/// The line of a mark, with its words on the side where there is more room.
fn divide(svg: &mut String, mark: &Mark<'_>, (step, width): (usize, usize)) {
    let at = (mark.bar * step + step * mark.hundredths.min(100) / 100).min(width);
    let (anchor, x) =
        if at * 2 > width { ("end", at.saturating_sub(6)) } else { ("start", at + 6) };
    let words = Escaped(mark.words);
    let _ = write!(
        svg,
        "<path class=\"mk\" d=\"M{at}.5 24V{BASE}\"/>\
         <text x=\"{x}\" y=\"36\" text-anchor=\"{anchor}\">{words}</text>"
    );
}

/// The part of the width that belongs to one bar.
#[derive(Clone, Copy)]
struct Slot {
    left: usize,
    width: usize,
}

fn bar(svg: &mut String, point: &Point, slot: Slot, tallest: u64) {
    if let Some(href) = &point.href {
        let (href, words) = (Escaped(href), Escaped(&point.words));
        // Writing to a string cannot fail.
        let _ = write!(svg, "<a href=\"{href}\" aria-label=\"{words}\">");
        let Slot { left, width } = slot;
        let _ = write!(
            svg,
            "<rect x=\"{left}\" y=\"0\" width=\"{width}\" height=\"{HEIGHT}\" fill=\"none\" \
             pointer-events=\"all\"/>"
        );
    }
    shape(svg, point, slot, tallest);
    if point.href.is_some() {
        svg.push_str("</a>");
    }
}

/// The bar itself, its value above and its label below.
fn shape(svg: &mut String, point: &Point, slot: Slot, tallest: u64) {
    let height = height(point.value, tallest);
    let top = BASE - height;
    let width = WIDEST_BAR.min(slot.width / 2);
    let middle = slot.left + slot.width / 2;
    if height > 0 {
        let left = middle - width / 2;
        let words = Escaped(&point.words);
        let _ = write!(
            svg,
            "<rect class=\"bar\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\">\
             <title>{words}</title></rect>"
        );
    }
    let (value, label) = (point.value, Escaped(&point.label));
    let (above, below) = (top - 7, BASE + 26);
    let _ = write!(
        svg,
        "<text class=\"v\" x=\"{middle}\" y=\"{above}\" text-anchor=\"middle\">{value}</text>\
         <text x=\"{middle}\" y=\"{below}\" text-anchor=\"middle\">{label}</text>"
    );
}

/// The height of a bar, rounded; a value that is not zero is never drawn as nothing.
fn height(value: u64, tallest: u64) -> usize {
    if value == 0 {
        return 0;
    }
    let full = TALLEST as u128;
    let tallest = u128::from(tallest.max(1));
    let height = (u128::from(value) * full * 2 + tallest) / (tallest * 2);
    usize::try_from(height).unwrap_or(TALLEST).clamp(1, TALLEST)
}
