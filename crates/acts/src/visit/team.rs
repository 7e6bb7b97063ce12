//! The team: read from what a person wrote, and passed through the guards.

use super::load::Loaded;
use crate::ActError;
use jiff::civil::Date;
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::PersonId;
use qz_domain::refusal::Refusal;
use qz_domain::visit::{self, Transition};
use qz_store::Write;
use qz_store::person::{self, PEOPLE_MOST};

/// The most inspectors a visit may have: whoever keys it is screened in the same statement.
const TEAM_MOST: usize = PEOPLE_MOST - 1;

/// The people somebody named as a team, in order. Names are parted by 、 , ; or space.
pub(crate) async fn named(write: &mut Write, given: &[String]) -> Result<Vec<PersonId>, ActError> {
    let names = split(given);
    if names.is_empty() {
        return Err(FieldError::new("team", Fault::Missing).into());
    }
    if names.len() > TEAM_MOST {
        let (most, found) = (TEAM_MOST, names.len());
        return Err(FieldError::new("team", Fault::TooLong { most, found }).into());
    }
    let found = person::find_named(write.reads(), &names).await?;
    let mut team = Vec::with_capacity(names.len());
    for name in names {
        let mut fits = found.iter().filter(|one| one.number == name || one.name == name);
        match (fits.next(), fits.next()) {
            (Some(one), None) if team.contains(&one.id) => {
                return Err(Refusal::SameInspectorTwice { person: one.name.clone() }.into());
            }
            (Some(one), None) => team.push(one.id),
            _ => return Err(FieldError::new("team", Fault::Unknown(name)).into()),
        }
    }
    Ok(team)
}

/// Takes apart `G0012 洛书远、G0031 钟离雨` too: of `number name` the number is kept.
fn split(given: &[String]) -> Vec<String> {
    let parts = given.iter().flat_map(|text| text.split(['、', ',', '，', ';', '；', '\n']));
    parts.flat_map(read_part).collect()
}

fn read_part(part: &str) -> Vec<String> {
    let words: Vec<_> = part.split_whitespace().collect();
    let is_number = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    match words.as_slice() {
        [number, name] if is_number(number) && !is_number(name) => vec![(*number).to_owned()],
        words => words.iter().map(|word| (*word).to_owned()).collect(),
    }
}

/// Passes a team through the guards of a transition. Whoever keys it without being on the team
/// (`recorder`) must be free of ties to the unit too.
pub(crate) async fn screen(
    write: &mut Write,
    transition: &Transition,
    loaded: &Loaded,
    (recorder, day): (Option<PersonId>, Date),
) -> Result<(), ActError> {
    let Loaded { visit, organ, unit } = loaded;
    let mut people: Vec<_> = visit.team.iter().map(|member| member.person).collect();
    people.extend(recorder.filter(|recorder| !visit.has_on_team(*recorder)));
    let people = person::inspectors_on(write.reads(), &people, day).await?;
    let (team, recorder): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|one| visit.has_on_team(one.person));
    let below = qz_store::unit::with_those_below(write.reads(), unit.id).await?;
    let visited = (unit.id, unit.name.as_str());
    let people = (team.as_slice(), recorder.first());
    Ok(visit::screen(transition.guards, people, organ.id, visited, &below, day)?)
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_team_is_read_as_people_write_it() {
        let two = vec!["G0012".to_owned(), "钟离雨".to_owned()];
        for text in ["G0012、钟离雨", "G0012 洛书远, 钟离雨", "G0012；钟离雨", " G0012\n钟离雨 "]
        {
            assert_eq!(split(&[text.to_owned()]), two, "{text}");
        }
        assert_eq!(split(&["G0012".to_owned(), String::new(), "钟离雨".to_owned()]), two);
        assert_eq!(split(&["洛书远 钟离雨".to_owned()]).len(), 2);
    }
}
