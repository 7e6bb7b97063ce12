//! The list of pages under test. Every family of pages adds its own here.

use super::{portal, specimen};
use qz_web::error::{WebError, draw_page};
use qz_web::part::{Progress, RefusalBox};
use qz_web::shell::Shell;
use qz_web::words::{Locale, Words};

/// A page with sample content.
pub(super) struct Sample {
    /// Its name in messages and file names.
    pub(super) name: &'static str,
    /// Draws it in a language.
    pub(super) draw: fn(Locale) -> askama::Result<String>,
}

/// Every page.
pub(super) fn samples() -> Vec<Sample> {
    let mut all = specimens();
    all.extend(errors());
    all.extend(portal::samples());
    all
}

fn errors() -> Vec<Sample> {
    vec![
        Sample {
            name: "error-not-found",
            draw: |locale| draw_page(&WebError::NotFound, Shell::sample(locale), None),
        },
        Sample {
            name: "error-internal",
            draw: |locale| {
                let id = Some("1f3a-17".to_owned());
                draw_page(&WebError::internal("cause"), Shell::sample_desk(locale), id)
            },
        },
        Sample {
            name: "error-refused",
            draw: |locale| {
                let words = Words::new(locale);
                let why = vec!["1月27日的初筛是您做的。初筛的人和认定的人必须不同。".to_owned()];
                let refusal = RefusalBox::new(words, "您不能认定这个案件", why).guard("G1");
                draw_page(&WebError::Refused(refusal), Shell::sample_desk(locale), None)
            },
        },
        Sample {
            name: "error-not-ready",
            draw: |locale| {
                let progress = Progress::new(Words::new(locale), "2015-06-27", 812, 1630);
                let error = WebError::NotReady(Some(progress.poll("/readyz")));
                draw_page(&error, Shell::sample(locale), None)
            },
        },
    ]
}

fn specimens() -> Vec<Sample> {
    vec![
        Sample { name: "specimen-portal", draw: specimen::portal },
        Sample { name: "specimen-desk", draw: specimen::desk },
        Sample { name: "specimen-form", draw: specimen::form },
        Sample { name: "specimen-bare", draw: specimen::bare },
    ]
}
