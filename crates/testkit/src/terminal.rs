//! A terminal that stands in a town, in service, with two people it knows.

use crate::county::County;
use qz_acts::terminal::{
    MapPin, OrderForm, OrderTerminal, PinForm, RegisterTerminal, TakeUpTerminal, Taken,
    TerminalForm, Upload, give_key,
};
use qz_domain::id::{PinId, TerminalId};
use qz_domain::role::Role;

/// What a person writes of a terminal in 枫渡镇.
pub fn form(serial: &str) -> TerminalForm {
    TerminalForm {
        serial: serial.to_owned(),
        name: format!("大门{serial}"),
        unit: "QX20".to_owned(),
        place: "一楼大厅".to_owned(),
        numbering: "枫渡镇".to_owned(),
        kind: "iclock".to_owned(),
        zone: "hours".to_owned(),
    }
}

/// Registers one: pending.
///
/// # Panics
/// When an act refuses.
pub async fn pending(county: &County, serial: &str) -> TerminalId {
    let actor = county.account(Role::Hr).await;
    county.done(RegisterTerminal { actor, form: form(serial) }).await.terminal
}

/// Registers one and takes it into service.
///
/// # Panics
/// When an act refuses.
pub async fn in_service(county: &County, serial: &str) -> TerminalId {
    let terminal = pending(county, serial).await;
    let actor = county.account(Role::Hr).await;
    county.done(TakeUpTerminal { actor, terminal, version: 1 }).await;
    terminal
}

/// Says whose a number is, from a day on.
///
/// # Panics
/// When an act refuses.
pub async fn map(county: &County, (pin, person): (&str, &str), since: &str) -> PinId {
    let actor = county.account(Role::Hr).await;
    let form = PinForm {
        numbering: "枫渡镇".to_owned(),
        pin: pin.to_owned(),
        person: person.to_owned(),
        since: since.to_owned(),
        until: String::new(),
    };
    county.done(MapPin { actor, form }).await.id
}

/// Sends lines as a terminal does, without telling its clock.
///
/// # Panics
/// When it is refused.
pub async fn send(county: &County, terminal: TerminalId, (lines, stamp): (&str, &str)) -> Taken {
    let upload = (Upload::Attlog(lines.as_bytes().to_vec()), stamp.to_owned());
    county.acts.take_upload_of(terminal, upload, None).await.expect("an upload that is taken")
}

/// Orders something without more words.
///
/// # Panics
/// When it is refused.
pub async fn order(county: &County, terminal: TerminalId, order: &str) -> i64 {
    let actor = county.account(Role::Hr).await;
    let form = OrderForm { order: order.to_owned(), ..OrderForm::default() };
    county.done(OrderTerminal { actor, terminal, form }).await.order.0
}

/// Registers one of a kind that comes in by a key, and gives it one: pending.
///
/// # Panics
/// When an act refuses.
pub async fn keyed(county: &County, (serial, kind): (&str, &str)) -> (TerminalId, String) {
    let actor = county.account(Role::Hr).await;
    let form = TerminalForm { kind: kind.to_owned(), ..form(serial) };
    let terminal = county.done(RegisterTerminal { actor, form }).await.terminal;
    let request = county.acts.new_request();
    let key = give_key(&county.acts, request, (actor, terminal)).await.expect("a key");
    (terminal, key.expect("a key that is shown").reveal().to_owned())
}

/// Takes one into service that was just registered.
///
/// # Panics
/// When an act refuses.
pub async fn take_up(county: &County, terminal: TerminalId) {
    let actor = county.account(Role::Hr).await;
    county.done(TakeUpTerminal { actor, terminal, version: 1 }).await;
}
