//! The answers to the questions of tolerance (容错三问), one by one, before anybody is held to account.

use crate::field::{self, Fault, FieldError};
use crate::law::LawOn;
use crate::spelled;

/// The most characters of a reason.
pub const BECAUSE_MOST: usize = 200;

spelled! {
    /// What a question of tolerance is answered with (容错回答).
    Tolerance {
        /// 属于容错: it excuses.
        Excuses = "excuses", "属于容错";
        /// 不能容错: it bars excusing.
        Bars = "bars", "不能容错";
        /// 都不是: the question does not meet the case.
        Neither = "neither", "都不是";
    }
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tolerated {
    /// Code of the question.
    pub question: String,
    /// The answer.
    pub answer: Tolerance,
    /// Why; empty where the question does not meet the case.
    pub because: String,
}

/// An answer as it was given: what, and why.
pub type Given = (String, String);

/// Reads the answers to every question of a day, in the order of the law.
///
/// # Errors
/// A question without an answer, an answer without a reason, or one too many; all faults at once.
pub fn read(law: LawOn<'_>, given: &[Given]) -> Result<Vec<Tolerated>, Vec<FieldError>> {
    let questions: Vec<_> = law.questions().collect();
    let mut faults = vec![];
    if given.len() > questions.len() {
        let fault = Fault::TooMany { most: questions.len(), found: given.len() };
        faults.push(FieldError::new("tolerance", fault));
    }
    let mut answered = vec![];
    for (row, question) in (1..).zip(questions) {
        match given.get(row - 1).map_or_else(|| one(("", "")), |(said, why)| one((said, why))) {
            Ok((answer, because)) => {
                answered.push(Tolerated { question: question.code.clone(), answer, because });
            }
            Err(fault) => faults.push(fault.in_row(row)),
        }
    }
    if faults.is_empty() { Ok(answered) } else { Err(faults) }
}

fn one((said, why): (&str, &str)) -> Result<(Tolerance, String), FieldError> {
    let answer = field::word::<Tolerance>("tolerance", said)?;
    let because = field::optional_text("tolerance_because", why, BECAUSE_MOST)?;
    if because.is_empty() && answer != Tolerance::Neither {
        return Err(FieldError::new("tolerance_because", Fault::Missing));
    }
    Ok((answer, because))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::Law;
    use jiff::civil::date;

    fn given(answers: &[(&str, &str)]) -> Vec<Given> {
        answers.iter().map(|(said, why)| ((*said).to_owned(), (*why).to_owned())).collect()
    }

    fn names(faults: &[FieldError]) -> Vec<String> {
        faults.iter().map(FieldError::name).collect()
    }

    #[test]
    fn before_the_rule_nothing_is_asked_and_nothing_is_taken() {
        let law = Law::shipped().on(date(2015, 6, 18));
        assert_eq!(read(law, &[]), Ok(vec![]));
        assert_eq!(names(&read(law, &given(&[("bars", "明知")])).unwrap_err()), ["tolerance"]);
    }

    #[test]
    fn every_question_is_answered_and_every_answer_has_its_reason() {
        let law = Law::shipped().on(date(2026, 6, 18));
        let none = read(law, &[]).unwrap_err();
        assert_eq!(names(&none), ["tolerance.1", "tolerance.2", "tolerance.3"]);
        let bare = given(&[("都不是", ""), ("bars", ""), ("excuses", "首次试行")]);
        assert_eq!(names(&read(law, &bare).unwrap_err()), ["tolerance_because.2"]);
        let whole = given(&[("neither", ""), ("bars", "早有禁令"), ("excuses", "首次试行")]);
        let read = read(law, &whole).unwrap();
        assert_eq!(read[2].question, "purpose");
        assert_eq!((read[2].answer, &*read[2].because), (Tolerance::Excuses, "首次试行"));
    }
}
