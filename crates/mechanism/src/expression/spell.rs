//! The same expression in the other language (中英互写): words, functions and names change, all else stays as it is.

use super::fault::Fault;
use super::function::FunctionRow;
use super::operator::{Comparison, Operator};
use super::scope::continues_name;
use super::token::{Placed, Token};
use super::value::Value;
use super::{lexer, parsed, word};
use crate::language::Language;

/// An expression in a language. `name` gives the name of a field in that language, with its source where the name has
/// one; a name it does not know stays. Spaces, comments, numbers and texts stay too; a space is put in only where two
/// words would run into each other. What is in Chinese already, or was put into English and back, comes out the same.
///
/// # Errors
/// Where the text is no expression; names and kinds are not looked at.
pub fn spelled(
    text: &str,
    language: Language,
    name: impl Fn(&str) -> Option<String>,
) -> Result<String, Vec<Fault>> {
    let (syntax, faults) = parsed(text);
    if syntax.is_none() || !faults.is_empty() {
        return Err(faults);
    }
    let pieces = lexer::pieces(text).pieces;
    let mut spelling = String::with_capacity(text.len());
    let mut done = 0;
    for (place, piece) in pieces.iter().enumerate() {
        let is_call = pieces.get(place + 1).is_some_and(|next| next.token == Token::Open);
        let written = text.get(piece.at.clone()).unwrap_or_default();
        join(&mut spelling, text.get(done..piece.at.start).unwrap_or_default());
        match in_language(piece, is_call, language, &name) {
            Some(other) => join(&mut spelling, &other),
            None => join(&mut spelling, written),
        }
        done = piece.at.end;
    }
    join(&mut spelling, text.get(done..).unwrap_or_default());
    Ok(spelling)
}

/// What a piece is in a language; none where it is the same in both.
fn in_language(
    piece: &Placed,
    is_call: bool,
    language: Language,
    name: &impl Fn(&str) -> Option<String>,
) -> Option<String> {
    match &piece.token {
        Token::Literal(Value::Bool(truth)) => Some(word::truth(*truth, language).to_owned()),
        Token::Not => Some(word::not(language).to_owned()),
        Token::Operator(
            operator @ (Operator::And
            | Operator::Or
            | Operator::In
            | Operator::Compare(Comparison::Equal)),
        ) => Some(operator.spelled(language).to_owned()),
        Token::Name(function) if is_call => {
            FunctionRow::named(function).map(|row| row.names.within(language).to_owned())
        }
        Token::Name(field) => name(field),
        _ => None,
    }
}

/// Puts more after what is there, with a space where two words would run into each other.
fn join(spelling: &mut String, more: &str) {
    let last = spelling.chars().next_back();
    if last.is_some_and(continues_name) && more.chars().next().is_some_and(continues_name) {
        spelling.push(' ');
    }
    spelling.push_str(more);
}
