//! The page of an error: what happened, what it means for the visitor, and the way on.

use super::WebError;
use crate::page::portal::hidden;
use crate::part::{FieldError, Link, Progress, RefusalBox};
use crate::shell::Shell;
use crate::words::Value;
use askama::Template;

/// What the page says.
#[derive(Debug)]
pub(super) struct ErrorPage {
    shell: Shell,
    matter: Matter,
}

/// The parts of the page between masthead and footer.
#[derive(Debug)]
struct Matter {
    title: String,
    text: Option<String>,
    refusal: Option<RefusalBox>,
    faults: Vec<FieldError>,
    progress: Option<Progress>,
    id: Option<String>,
    ways: Vec<Link>,
}

#[derive(Template)]
#[template(path = "error/portal.html")]
struct PortalError {
    shell: Shell,
    matter: Matter,
}

#[derive(Template)]
#[template(path = "error/desk.html")]
struct DeskError {
    shell: Shell,
    matter: Matter,
}

impl ErrorPage {
    /// The page of an error; `id` is the number of a fault of ours.
    pub(super) fn new(error: &WebError, shell: Shell, id: Option<String>) -> Self {
        let refusal = refusal(error).cloned();
        let matter = Matter {
            title: title(error, &shell),
            text: refusal.is_none().then(|| text(error, &shell)),
            refusal,
            faults: faults(error).to_vec(),
            progress: progress(error, &shell),
            id,
            ways: ways(error, &shell),
        };
        Self { shell, matter }
    }

    /// Draws it: at the desk for who is signed in, else as a public page.
    pub(super) fn draw(self) -> askama::Result<String> {
        let Self { shell, matter } = self;
        if shell.officer.is_some() && shell.here.starts_with("/desk") {
            DeskError { shell, matter }.render()
        } else {
            PortalError { shell, matter }.render()
        }
    }
}

/// The heading.
pub(super) fn title(error: &WebError, shell: &Shell) -> String {
    match error {
        WebError::Withheld(_) => shell.say("ticket-hidden-title"),
        _ => shell.say(&format!("error-title-{}", error.code())),
    }
}

/// What it means and what to do.
pub(super) fn text(error: &WebError, shell: &Shell) -> String {
    let say = |values: &[(&str, Value<'_>)]| {
        shell.say_with(&format!("error-text-{}", error.code()), values)
    };
    match error {
        WebError::TooLarge { most: Some(most) } => {
            shell.say_with("error-too-large", &[("most", (most / 1_000_000).max(1).into())])
        }
        WebError::TooManyRequests { retry_after } => say(&[("seconds", retry_after.into())]),
        WebError::Withheld(found) => hidden::text(shell, found),
        WebError::Invalid(faults) => say(&[("count", faults.len().into())]),
        _ => say(&[]),
    }
}

pub(super) fn refusal(error: &WebError) -> Option<&RefusalBox> {
    match error {
        WebError::Forbidden(refusal) | WebError::Refused(refusal) => Some(refusal),
        _ => None,
    }
}

pub(super) fn faults(error: &WebError) -> &[FieldError] {
    match error {
        WebError::Invalid(faults) => faults,
        _ => &[],
    }
}

fn progress(error: &WebError, shell: &Shell) -> Option<Progress> {
    match error {
        WebError::NotReady(Some(progress)) => Some(progress.clone().spoken(shell.words)),
        _ => None,
    }
}

fn ways(error: &WebError, shell: &Shell) -> Vec<Link> {
    let home = || Link::new("/", shell.say("error-way-home"));
    match (error, shell.site.sign_in) {
        (WebError::NotReady(_) | WebError::Refused(_) | WebError::Forbidden(_), _) => vec![],
        (WebError::SignedOut, Some(door)) => vec![Link::new(door, shell.say("shell-sign-in"))],
        _ if shell.officer.is_some() => vec![Link::new("/desk", shell.say("error-way-desk"))],
        _ => vec![home()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Locale, Words};
    use qz_acts::ticket::public::PageState;

    fn hidden_page() -> PageState {
        PageState { hidden_since: "2016-02-16".to_owned(), ..PageState::default() }
    }

    fn every_error() -> Vec<WebError> {
        let words = Words::default();
        let refusal = || RefusalBox::new(words, "不能提交", vec!["因为。".to_owned()]);
        vec![
            WebError::Unreadable,
            WebError::SignedOut,
            WebError::Forbidden(refusal()),
            WebError::NotFound,
            WebError::WrongMethod,
            WebError::Conflict,
            WebError::TooLarge { most: Some(20_000_000) },
            WebError::TooLarge { most: None },
            WebError::Refused(refusal()),
            WebError::Invalid(vec![FieldError::new("day", "写明日期")]),
            WebError::Withheld(hidden_page()),
            WebError::TooManyRequests { retry_after: 1 },
            WebError::NotReady(Some(Progress::new(words, "重放2015年", 3, 10).poll("/readyz"))),
            WebError::NotReady(None),
            WebError::internal("cause"),
        ]
    }

    #[test]
    fn every_error_has_its_words_in_both_languages() {
        for locale in Locale::ALL {
            for error in every_error() {
                for shell in [Shell::sample(locale), Shell::sample_desk(locale)] {
                    let page = ErrorPage::new(&error, shell, None).draw().unwrap();
                    assert!(!page.contains('⟦') && !page.contains("{$"), "{error}: {page}");
                    assert_eq!(page.matches("<h1").count(), 1, "{error}: {page}");
                }
            }
        }
    }
}
