//! What the checker remarks on a text, for a page: each with its line, what is wrong and what to write instead; and what the
//! scheme asks of a unit.

use crate::part::{Light, LightState};
use crate::shell::Shell;
use crate::words::Locale;
use qz_mechanism::burden::{Burden, burden};
use qz_mechanism::check::check;
use qz_mechanism::language::{Language, Said};
use qz_mechanism::{Diagnostic, Mechanism, Severity};

/// A remark as it is shown.
pub(super) struct Remark {
    pub light: Light,
    /// Its line, as a number people count by; empty for what is about the whole.
    pub line: String,
    pub what: String,
    pub help: String,
    /// The line of the text itself.
    pub excerpt: String,
}

/// What was said of a text.
pub(super) struct Checked {
    pub remarks: Vec<Remark>,
    /// In a sentence: nothing to remark, or how much.
    pub sentence: String,
    /// What it asks of a unit, line by line; empty where the text is no scheme.
    pub asks: Vec<String>,
}

/// The language of a page, as schemes say things.
pub(in crate::page) fn language(shell: &Shell) -> Language {
    match shell.words.locale {
        Locale::ZhCn => Language::Chinese,
        Locale::En => Language::English,
    }
}

/// How something is said on a page.
pub(super) fn said(language: Language, said: &Said) -> String {
    said.within(language).to_owned()
}

/// Checks a text beside the schemes that bind the same unit.
pub(super) fn checked(shell: &Shell, text: &str, beside: &[Mechanism]) -> Checked {
    let reading = check(text);
    let language = language(shell);
    let beside: Vec<&Mechanism> = beside.iter().collect();
    let burden = reading.mechanism.as_ref().map(|own| burden(own, &beside, None));
    let more = burden.as_ref().map_or(&[][..], |burden| burden.remarks.as_slice());
    let all: Vec<&Diagnostic> = reading.remarks.iter().chain(more).collect();
    let errors = all.iter().filter(|one| one.is_error()).count();
    let key = match (errors, all.len()) {
        (0, 0) => "scheme-checked-clean",
        (0, _) => "scheme-checked-remarks",
        _ => "scheme-checked-errors",
    };
    let values = [("errors", errors.into()), ("count", all.len().into())];
    Checked {
        sentence: shell.say_with(key, &values),
        remarks: all.into_iter().map(|one| remark(shell, text, one)).collect(),
        asks: burden.map_or_else(Vec::new, |burden| asks(shell, language, &burden)),
    }
}

fn remark(shell: &Shell, text: &str, one: &Diagnostic) -> Remark {
    let (state, key) = match one.severity {
        Severity::Error => (LightState::Stop, "scheme-remark-error"),
        Severity::Warning => (LightState::Warn, "scheme-remark-warning"),
        Severity::Note => (LightState::None, "scheme-remark-note"),
    };
    let language = language(shell);
    let excerpt = text.lines().nth(one.line.saturating_sub(1)).unwrap_or("").trim();
    Remark {
        light: Light::new(state, shell.say(key)),
        line: shell.say_with("scheme-remark-line", &[("line", one.line.into())]),
        what: said(language, one.what()),
        help: said(language, one.help()),
        excerpt: excerpt.to_owned(),
    }
}

/// What is asked of one unit: in all, then element by element.
fn asks(shell: &Shell, language: Language, burden: &Burden) -> Vec<String> {
    let own = said(language, &burden.own.said());
    let whole = said(language, &burden.whole.said());
    let mut lines = vec![
        shell.say_with("scheme-burden-own", &[("load", own.as_str().into())]),
        shell.say_with("scheme-burden-whole", &[("load", whole.as_str().into())]),
    ];
    lines.extend(burden.asked.iter().map(|one| said(language, &one.said())));
    lines
}
