//! The points of the story (二十七点) as `demo/story/points.toml` has them: what happened, which page
//! shows it, and what is still to come.
//!
//! The file is compiled in here and not with the other files of the demo: those are imported as
//! records, this one is what a page says.

use serde::Deserialize;

const FILE: &str = include_str!("../../../../../../demo/story/points.toml");

/// The story.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The systems, schemes and documents of the story.
    pub row: Vec<Row>,
    /// Its chapters, in order.
    pub chapter: Vec<Chapter>,
}

/// Words in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    pub zh: String,
    pub en: String,
}

/// A system, a scheme or a document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// How the entries call it: `M1`.
    pub code: String,
    pub zh: String,
    pub en: String,
}

/// Points that belong together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    pub zh: String,
    pub en: String,
    pub point: Vec<Point>,
}

/// One point.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// From 1; it is the point's anchor too.
    pub number: usize,
    pub title: Said,
    pub text: Said,
    /// Words of somebody's own, shown as theirs.
    pub quote: Option<Said>,
    #[serde(default)]
    pub things: Vec<Thing>,
    #[serde(default)]
    pub awaits: Vec<Awaited>,
}

/// What shows a point in the product.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thing {
    pub zh: String,
    pub en: String,
    /// The address of the page.
    pub to: String,
    /// The codes of the rows that it shows.
    #[serde(default)]
    pub rows: Vec<String>,
}

/// What is still to come.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Awaited {
    pub zh: String,
    pub en: String,
    /// The page that will show it; a test finds when that is there.
    #[serde(rename = "when")]
    _when: Option<String>,
    /// The codes of the rows that it will show.
    #[serde(default)]
    pub rows: Vec<String>,
}

impl Story {
    /// Reads the file.
    pub fn read() -> Result<Self, toml::de::Error> {
        toml::from_str(FILE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(story: &Story) -> Vec<&Point> {
        story.chapter.iter().flat_map(|chapter| &chapter.point).collect()
    }

    /// Every text of the story in both languages.
    fn texts(story: &Story) -> Vec<(&str, &str)> {
        let mut texts: Vec<(&str, &str)> = vec![];
        texts.extend(story.row.iter().map(|row| (&*row.zh, &*row.en)));
        texts.extend(story.chapter.iter().map(|chapter| (&*chapter.zh, &*chapter.en)));
        for point in points(story) {
            let said = [Some(&point.title), Some(&point.text), point.quote.as_ref()];
            texts.extend(said.into_iter().flatten().map(|said| (&*said.zh, &*said.en)));
            texts.extend(point.things.iter().map(|thing| (&*thing.zh, &*thing.en)));
            texts.extend(point.awaits.iter().map(|awaited| (&*awaited.zh, &*awaited.en)));
        }
        texts
    }

    fn is_han(c: char) -> bool {
        ('\u{4e00}'..='\u{9fff}').contains(&c)
    }

    #[test]
    fn the_story_has_27_points_in_order_and_each_leads_somewhere() {
        let story = Story::read().unwrap();
        let points = points(&story);
        let numbers: Vec<usize> = points.iter().map(|point| point.number).collect();
        assert_eq!(numbers, (1..=27).collect::<Vec<_>>());
        for point in points {
            assert!(!point.things.is_empty() || !point.awaits.is_empty(), "{}", point.number);
        }
    }

    #[test]
    fn each_of_the_33_rows_stands_in_one_place() {
        let story = Story::read().unwrap();
        let codes: Vec<String> = (1..=33).map(|number| format!("M{number}")).collect();
        assert_eq!(story.row.iter().map(|row| row.code.clone()).collect::<Vec<_>>(), codes);
        let mut placed: Vec<&String> = vec![];
        for point in points(&story) {
            placed.extend(point.things.iter().flat_map(|thing| &thing.rows));
            placed.extend(point.awaits.iter().flat_map(|awaited| &awaited.rows));
        }
        placed.sort_by_key(|code| codes.iter().position(|known| known == *code));
        assert_eq!(placed, codes.iter().collect::<Vec<_>>());
    }

    #[test]
    fn every_text_stands_in_both_languages_and_with_the_marks_of_each() {
        let story = Story::read().unwrap();
        for (zh, en) in texts(&story) {
            assert!(zh.chars().any(is_han), "no Chinese: {en}");
            assert!(!en.is_empty() && !en.chars().any(is_han), "no English: {zh}");
            let characters: Vec<char> = zh.chars().collect();
            let half = |pair: &[char]| is_han(pair[0]) && ",;:?!()".contains(pair[1]);
            assert!(!characters.windows(2).any(half), "a half-width mark after Han: {zh}");
        }
    }

    #[test]
    fn a_text_has_one_to_three_sentences() {
        for point in points(&Story::read().unwrap()) {
            let sentences = point.text.zh.matches('。').count();
            assert!((1..=3).contains(&sentences), "{}: {sentences}", point.number);
        }
    }
}
