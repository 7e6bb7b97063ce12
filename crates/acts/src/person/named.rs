//! Several people that somebody named in one field.

use crate::ActError;
use qz_domain::field::{Fault, FieldError};
use qz_domain::person::Person;
use qz_store::Write;
use qz_store::person::find_named;

/// The most people one field of a step may name.
const NAMED_MOST: usize = 5;

/// The people somebody named, in order and as often as they are named. Names are parted by 、 , ;
/// or space.
pub(crate) async fn named_people(
    write: &mut Write,
    field: &'static str,
    given: &[String],
) -> Result<Vec<Person>, ActError> {
    named_at_most(write, field, (given, NAMED_MOST)).await
}

/// As [`named_people`], with another bound; nine is the most.
pub(crate) async fn named_at_most(
    write: &mut Write,
    field: &'static str,
    (given, most): (&[String], usize),
) -> Result<Vec<Person>, ActError> {
    let names = split(given);
    if names.is_empty() {
        return Err(FieldError::new(field, Fault::Missing).into());
    }
    if names.len() > most {
        let found = names.len();
        return Err(FieldError::new(field, Fault::TooLong { most, found }).into());
    }
    let found = find_named(write.reads(), &names).await?;
    let mut people = Vec::with_capacity(names.len());
    for name in names {
        let mut fits = found.iter().filter(|one| one.number == name || one.name == name);
        match (fits.next(), fits.next()) {
            (Some(one), None) => people.push(one.clone()),
            _ => return Err(FieldError::new(field, Fault::Unknown(name)).into()),
        }
    }
    Ok(people)
}

/// Takes apart `G0012 洛书远、G0031 钟离雨` too: of `number name` the number is kept.
pub(crate) fn split(given: &[String]) -> Vec<String> {
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
