//! The wall of schemes (制度墙) as `demo/story/schemes.toml` has them: which office of the demo's county
//! has which scheme, and what it means in a line.

use super::points::{Said, Story};
use super::{PATH, called};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::{fault, has, mechanisms};
use crate::words::Words;
use serde::Deserialize;

const FILE: &str = include_str!("../../../../../../demo/story/schemes.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Schemes {
    scheme: Vec<Scheme>,
}

/// A scheme of the story, bound to a unit of the demo.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Scheme {
    /// The row of the story that it is.
    row: String,
    /// The file that has it.
    code: String,
    /// Code of the invented unit that has it.
    unit: String,
    owner: Said,
    zh: String,
    en: String,
}

/// A scheme on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::page::portal) struct Card {
    /// Its page.
    pub href: String,
    /// What it is called.
    pub name: String,
    /// Which office has it.
    pub owner: String,
    /// What it means.
    pub meaning: String,
}

/// The wall, where the story is served: the schemes whose office stands in the county that is looked
/// at.
pub(in crate::page::portal) async fn wall(
    state: &WebState,
    words: Words,
) -> Result<Vec<Card>, WebError> {
    if !has(state, PATH) {
        return Ok(vec![]);
    }
    let units = state.acts.units().await.map_err(fault)?;
    let stands = |scheme: &Scheme| {
        units.iter().any(|unit| unit.code == scheme.unit && unit.name == scheme.owner.zh)
    };
    cards(words, stands).map_err(WebError::internal)
}

fn cards(words: Words, stands: impl Fn(&Scheme) -> bool) -> Result<Vec<Card>, toml::de::Error> {
    let (story, schemes) = (Story::read()?, toml::from_str::<Schemes>(FILE)?);
    let card = |scheme: &Scheme| {
        let row = story.row.iter().find(|row| row.code == scheme.row)?;
        Some(Card {
            href: format!("{}/{}", mechanisms::PATH, scheme.code),
            name: called(words, &row.zh, &row.en),
            owner: called(words, &scheme.owner.zh, &scheme.owner.en),
            meaning: called(words, &scheme.zh, &scheme.en),
        })
    };
    let standing = schemes.scheme.iter().filter(|scheme| stands(scheme));
    Ok(standing.filter_map(card).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::portal::mechanism;

    const UNITS: &str = include_str!("../../../../../../demo/2015/units.csv");

    #[test]
    fn each_scheme_is_a_row_of_the_story_has_a_file_and_belongs_to_a_unit_of_the_demo() {
        let (story, schemes) = (Story::read().unwrap(), toml::from_str::<Schemes>(FILE).unwrap());
        assert_eq!(cards(Words::default(), |_| true).unwrap().len(), schemes.scheme.len());
        for Scheme { row, code, unit, owner, .. } in &schemes.scheme {
            assert!(mechanism::shipped::of(code).is_some(), "{code} is no scheme");
            let points = story.chapter.iter().flat_map(|chapter| &chapter.point);
            let things = points.flat_map(|point| &point.things);
            for thing in things.filter(|thing| thing.rows.contains(row)) {
                assert_eq!(thing.to, format!("{}/{code}", mechanisms::PATH), "{row}");
            }
            let named = format!("\n{unit},{},{},", owner.zh, owner.en);
            assert!(UNITS.contains(&named), "{unit} is not {}", owner.zh);
        }
    }
}
