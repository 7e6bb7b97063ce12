//! Choosing a post (选岗位): first its unit, by plain address, then one of that unit's posts with what
//! it is authorised for, who is in it and what it lacks.

use super::list::either;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::refuse;
use crate::part::{Choice, Filter, FilterField};
use crate::query;
use crate::shell::Shell;
use qz_acts::organisation::on_day::PostOnDay;
use qz_domain::instant;
use serde::Deserialize;

/// The unit whose posts are wanted.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    unit: String,
}

/// A choice of unit, and that unit's posts once it is made.
pub(super) struct Choosing {
    pub filter: Filter,
    /// Where the form goes: it keeps the choice.
    pub action: String,
    posts: Option<Vec<PostOnDay>>,
}

impl Choosing {
    /// Reads what there is to choose from on a page at `home`.
    pub async fn read(
        state: &WebState,
        granted: &Granted,
        shell: &Shell,
        (home, asked): (&str, &Asked),
    ) -> Result<Self, WebError> {
        let code = asked.unit.trim();
        let units = state.acts.units().await.map_err(WebError::internal)?;
        let words = shell.words;
        let of = |code: &str, label: String| Choice::new(code, label, asked.unit.trim());
        let first = of("", words.say("matter-choose"));
        let rest = units.iter().map(|unit| {
            let name = either(words, &unit.name, &unit.name_en);
            of(&unit.code, format!("{} {name}", unit.code))
        });
        let label = words.say("person-unit");
        let choices = std::iter::once(first).chain(rest).collect();
        let fields = vec![FilterField::Choice { name: "unit", label, choices }];
        let filter = Filter::new(words, home, fields, !code.is_empty());
        if code.is_empty() {
            return Ok(Self { filter, action: home.to_owned(), posts: None });
        }
        let day = instant::day(state.acts.now());
        let found = state.acts.unit_on(granted.account(), (code, day)).await;
        let posts = found.map_err(|fault| refuse(shell, home, fault))?.posts;
        Ok(Self { filter, action: query::with(home, "unit", code), posts: Some(posts) })
    }

    /// The posts as choices, each with its balance; nothing before a unit was chosen.
    pub fn posts(&self, shell: &Shell, chosen: &str) -> Option<Vec<Choice>> {
        let words = shell.words;
        let choice = |one: &PostOnDay| {
            let name = either(words, &one.post.name, &one.post.name_en);
            let values = [
                ("post", format!("{} {name}", one.post.code).into()),
                ("authorised", one.balance.authorised.into()),
                ("held", one.balance.held.into()),
                ("vacant", one.balance.vacant().into()),
            ];
            let label = words.say_with("moving-choice", &values);
            Choice::new(one.post.code.as_str(), label, chosen)
        };
        let first = || Choice::new("", words.say("matter-choose"), chosen);
        let posts = self.posts.as_ref()?;
        Some(std::iter::once(first()).chain(posts.iter().map(choice)).collect())
    }
}
