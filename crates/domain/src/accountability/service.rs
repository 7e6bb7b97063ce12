//! How a decision reached its subject: handed over against a signature, or left before two witnesses when the
//! subject would not sign.

use crate::field::{self, Fault, FieldError};
use crate::spelled;

spelled! {
    /// How a decision was served (送达方式).
    Manner {
        /// 本人签收: signed for.
        Signed = "signed", "本人签收";
        /// 留置送达: left with the subject, who refused to sign, before two witnesses
        /// (民事诉讼法 art. 89, followed here).
        Refused = "refused", "留置送达";
    }
}

/// The most characters of a witness's name and what they are.
pub const WITNESS_MOST: usize = 40;

/// How a decision was served, and before whom (见证人).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// How.
    pub manner: Manner,
    /// Who saw it; two when it was refused.
    pub witnesses: Vec<String>,
}

impl Service {
    /// Reads how it was served; nothing said means that it was signed for.
    ///
    /// # Errors
    /// A witness is missing who has to be there, or is the same twice.
    pub fn read(manner: &str, [first, second]: [&str; 2]) -> Result<Self, FieldError> {
        let manner = match manner.trim() {
            "" => Manner::Signed,
            given => field::word("service_manner", given)?,
        };
        let witness = |name, text: &str| {
            let read = match manner {
                Manner::Signed => field::optional_text(name, text, WITNESS_MOST)?,
                Manner::Refused => field::text(name, text, WITNESS_MOST)?,
            };
            if read.contains('\n') {
                return Err(FieldError::new(name, Fault::ControlCharacter));
            }
            Ok(read)
        };
        let mut witnesses =
            vec![witness("witness_first", first)?, witness("witness_second", second)?];
        witnesses.retain(|name| !name.is_empty());
        match witnesses.as_slice() {
            [one, other] if one == other => {
                Err(FieldError::new("witness_second", Fault::Taken(other.clone())))
            }
            _ => Ok(Self { manner, witnesses }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_that_was_refused_has_two_witnesses_and_one_signed_for_needs_none() {
        let signed = Service::read("", ["", ""]).unwrap();
        assert_eq!(signed, Service { manner: Manner::Signed, witnesses: vec![] });
        let seen = Service::read("本人签收", ["", "社区甲"]).unwrap();
        assert_eq!(seen.witnesses, ["社区甲"]);
        let missing = |name| Err(FieldError::new(name, Fault::Missing));
        assert_eq!(Service::read("refused", ["", "社区乙"]), missing("witness_first"));
        assert_eq!(Service::read("留置送达", ["社区甲", " "]), missing("witness_second"));
        let twice = Service::read("refused", ["社区甲", " 社区甲 "]);
        let taken = Fault::Taken("社区甲".to_owned());
        assert_eq!(twice, Err(FieldError::new("witness_second", taken)));
        let two = Service::read("", ["社区甲\n社区乙", ""]);
        assert_eq!(two, Err(FieldError::new("witness_first", Fault::ControlCharacter)));
        let left = Service::read("refused", ["社区甲", "社区乙"]).unwrap();
        assert_eq!((left.manner, left.witnesses.len()), (Manner::Refused, 2));
    }
}
