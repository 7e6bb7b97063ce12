//! A town whose attendance is kept from March 2016 on: a rule, a terminal, three people with numbers.

use crate::county::{County, county_at};
use crate::engines::acts_at;
use crate::terminal;
use jiff::Timestamp;
use qz_acts::attendance::{AssignForm, AssignRule};
use qz_acts::terminal::Upload;
use qz_domain::id::{AssignmentId, PersonId, TerminalId, UnitId};
use qz_domain::instant;
use qz_domain::punch::Drift;
use qz_domain::role::Role;
use qz_store::StoreUrl;

/// The serial number of the terminal.
pub const SERIAL: &str = "CJDE0001";

/// The instant at which the county's clock shows that, such as `2016-03-03 08:00`.
///
/// # Panics
/// When it is none.
pub fn at(text: &str) -> Timestamp {
    instant::read_civil(text).and_then(instant::instant).expect("a moment")
}

/// The county on 26 February 2016 with the two points of the shipped rule binding the town and those below it from
/// 1 March on, and a terminal that knows G6, G7 and G8 by 6, 7 and 8.
///
/// # Panics
/// When an act refuses.
pub async fn town(url: &StoreUrl) -> (County, TerminalId) {
    let county = county_at(url, at("2016-02-26 09:00")).await;
    assign(&county, ("QX20", ""), ("两点", "2016-03-01")).await;
    let terminal = terminal::in_service(&county, SERIAL).await;
    for (pin, person) in [("6", "G6"), ("7", "G7"), ("8", "G8")] {
        terminal::map(&county, (pin, person), "2016-01-01").await;
    }
    (county, terminal)
}

/// What somebody writes of whom a rule binds.
pub fn form((unit, person): (&str, &str), (code, since): (&str, &str)) -> AssignForm {
    AssignForm {
        unit: unit.to_owned(),
        person: person.to_owned(),
        code: code.to_owned(),
        since: since.to_owned(),
        ..AssignForm::default()
    }
}

/// Says which rule binds a unit or a person.
///
/// # Panics
/// When it is refused.
pub async fn assign(county: &County, who: (&str, &str), rule: (&str, &str)) -> AssignmentId {
    let actor = county.account(Role::Hr).await;
    county.done(AssignRule { actor, form: form(who, rule) }).await.assignment
}

/// The same county at another moment.
pub async fn on(url: &StoreUrl, moment: &str) -> County {
    County { acts: acts_at(url, at(moment)).await }
}

/// Sends punches such as `7 2016-03-03 07:58:00`, one a line, from a terminal whose clock is right.
///
/// # Panics
/// When they are refused.
pub async fn punch(county: &County, terminal: TerminalId, lines: &str) {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let body: String = lines.map(|line| line.replacen(' ', "\t", 1) + "\t0\t1\n").collect();
    let drift = Some(Drift::measured(county.acts.now(), county.acts.now()));
    let upload = (Upload::Attlog(body.into_bytes()), county.acts.new_request());
    county.acts.take_upload_of(terminal, upload, drift).await.expect("punches that are taken");
}

/// The number of a unit in the store.
///
/// # Panics
/// When there is none.
pub async fn unit(county: &County, code: &str) -> UnitId {
    county.acts.unit(code).await.expect("units").expect("the unit").id
}

/// The number of a person in the store.
///
/// # Panics
/// When there is none.
pub async fn person(county: &County, role: Role) -> PersonId {
    let account = county.account(role).await;
    let actor = qz_acts::power::actor_of(&county.acts, account).await.expect("an account");
    actor.and_then(|actor| actor.person).expect("a person")
}
