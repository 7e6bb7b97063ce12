//! One's own time off in lieu (补休): what it was earned by, day by day, what was taken of it, and beside it how late one was
//! this month.

use super::{HOME, said};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, EmptyState, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::attendance::view::PersonMonth;
use qz_acts::request::view::LeaveLeft;
use qz_domain::attendance::PersonDay;
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::request::{Credit, CreditBasis};

/// Where it is.
pub(super) const PATH: &str = "/desk/requests/time-off";

/// A day that earned some.
struct DayRow {
    light: Light,
    day: Link,
    what: String,
    ordered: String,
    worked: String,
    earned: String,
}

#[derive(Template)]
#[template(path = "request/credit.html")]
struct CreditPage {
    shell: Shell,
    crumb: Crumb,
    sentence: String,
    left: Vec<(String, String)>,
    late: Vec<(String, String)>,
    empty: Option<EmptyState>,
    rows: Vec<DayRow>,
}

/// `GET /desk/requests/time-off`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let refused = |fault| refuse(&shell, HOME, fault);
    let account = granted.account();
    let left = state.acts.own_leaves(account).await.map_err(refused)?;
    let left = left.into_iter().find(|one| one.rule.is_earned).ok_or(WebError::NotFound)?;
    let month = Month::of(instant::day(state.acts.now()));
    let found = match state.acts.attendance_of(account, (None, month)).await {
        Ok(found) => Some(found),
        Err(ActError::NotFound) => None,
        Err(fault) => return Err(refused(fault)),
    };
    Ok(Html(draw(shell, &left, found.as_ref()).render()?).into_response())
}

fn draw(shell: Shell, left: &LeaveLeft, month: Option<&PersonMonth>) -> CreditPage {
    let words = shell.words;
    let title = shell.say("request-credit-title");
    let above = vec![Link::new(HOME, shell.say("request-list-title"))];
    let rest = left.balance.as_ref().ok().and_then(qz_domain::request::Balance::left);
    let sentence = match rest {
        Some(rest) => {
            let rest = said::amount(words, rest, true);
            shell.say_with("request-credit-sentence", &[("rest", rest.into())])
        }
        None => shell.say("request-credit-unknown"),
    };
    let nothing = || EmptyState::new(shell.say("request-credit-empty"));
    CreditPage {
        crumb: Crumb::new(words, above, title),
        sentence,
        left: said::left(words, left),
        late: month.map_or_else(Vec::new, |month| late(&shell, month)),
        empty: left.credits.is_empty().then(nothing),
        rows: left.credits.iter().rev().map(|one| row(words, one, month)).collect(),
        shell,
    }
}

/// How late one was this month, and how often.
fn late(shell: &Shell, month: &PersonMonth) -> Vec<(String, String)> {
    let minutes: i64 = month.days.iter().map(|day| i64::from(day.row.late)).sum();
    let times = month.share.late + month.share.very_late;
    vec![
        (shell.say("request-credit-late"), shell.words.number(times)),
        (shell.say("request-credit-late-minutes"), shell.words.number(minutes)),
    ]
}

fn row(words: Words, one: &Credit, month: Option<&PersonMonth>) -> DayRow {
    let light = match one.basis {
        CreditBasis::Worked if one.minutes > 0 => LightState::Ok,
        CreditBasis::Worked => LightState::Stop,
        CreditBasis::Ordered => LightState::Warn,
        CreditBasis::Ahead => LightState::None,
    };
    let hours = |minutes: i64| said::amount(words, minutes, true);
    let nothing = || "–".to_owned();
    let what = match (one.ordered > 0, one.has_duty) {
        (true, true) => "request-credit-both",
        (false, true) => "request-credit-duty",
        _ => "request-credit-overtime",
    };
    let day = one.day;
    // Where attendance is kept the day opens to its punches, else to the order.
    let path = match (one.worked, month) {
        (Some(_), Some(month)) => {
            let key = PersonDay { person: month.person.id, day };
            format!("{}/days/{key}", crate::page::attendance::HOME)
        }
        _ => format!("{HOME}?whose=mine&on={day}"),
    };
    DayRow {
        light: Light::new(light, words.term(one.basis)),
        day: Link::new(path, words.date(day)),
        what: words.say(what),
        ordered: if one.ordered > 0 { hours(one.ordered) } else { nothing() },
        worked: one.worked.map_or_else(nothing, hours),
        earned: hours(one.minutes),
    }
}
