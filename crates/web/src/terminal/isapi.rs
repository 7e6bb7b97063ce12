//! The door of door controllers (海康威视门禁): devices that send their events (ISAPI) to an address that was set in them.
//!
//! The address is `/isapi/NUMBER/KEY`. An event says of its device what the model likes: a number, a network address, or
//! nothing, and nothing in it proves who sent it; but every model sends to the address it was given, up to 128 letters.
//! So the number on the label and the key that was given to that terminal stand in the address, and the key is looked at
//! before anything is read. What does not fit is put off with 503 whatever the reason: a device keeps what is not
//! answered with 200, and a stranger does not learn which numbers there are.

mod parts;
mod said;

use super::port::Port;
use super::{failed, say};
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use qz_acts::ActError;
use qz_acts::terminal::{Called, Heard, Upload};
use qz_domain::punch::{Drift, isapi};
use qz_domain::terminal::{Serial, Terminal};
use said::Said;
use sha2::{Digest as _, Sha256};

/// The most bytes of one call: an event with its pictures.
const BODY_MOST: usize = 8 * 1024 * 1024;

/// The most events of one call; devices send them one by one.
const EVENTS_MOST: usize = 1_000;

/// `POST /isapi/{serial}/{key}`
pub(super) async fn events(
    State(port): State<Port>,
    Path((serial, key)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let terminal = match admit(&port, &serial, &key).await {
        Ok(terminal) => terminal,
        Err(response) => return response,
    };
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let body = to_bytes(body, BODY_MOST).await.ok();
    let told = body.and_then(|body| Told::read(kind.unwrap_or_default(), &body));
    let Some(told) = told else {
        let text = "ERROR: too much at once\n".to_owned();
        return say(&port, StatusCode::PAYLOAD_TOO_LARGE, text);
    };
    match take(&port, &terminal, told, port.drift(&headers)).await {
        Ok(()) => say(&port, StatusCode::OK, "OK\n".to_owned()),
        Err(fault) => failed(&port, &fault),
    }
}

async fn admit(port: &Port, serial: &str, key: &str) -> Result<Terminal, Response> {
    let wait = || say(port, StatusCode::SERVICE_UNAVAILABLE, "ERROR: not in service\n".to_owned());
    let Ok(serial) = serial.parse::<Serial>() else { return Err(wait()) };
    match port.called_with_key(&serial, key).await {
        Ok(Called::InService(terminal)) => Ok(terminal),
        Ok(Called::Waiting) => Err(wait()),
        Err(fault) => Err(failed(port, &fault)),
    }
}

/// What one call tells.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    /// The lines that are kept.
    lines: String,
    /// The numbers of its events, each with whether it came as it happened.
    numbers: Vec<(i64, bool)>,
    /// When its heartbeat says it is.
    beat: Option<jiff::Timestamp>,
}

impl Told {
    /// Reads a body part by part; pictures are left where they are. `None` for more than [`EVENTS_MOST`].
    fn read(kind: &str, body: &[u8]) -> Option<Self> {
        let (mut told, mut count) = (Self::default(), 0);
        for part in parts::texts(kind, body) {
            let said = said::read(part);
            count += said.as_ref().map_or(1, Vec::len);
            if count > EVENTS_MOST {
                return None;
            }
            match said {
                Some(said) => said.into_iter().for_each(|one| told.hear(one)),
                None => told.lines += &isapi::unreadable(part.len(), &Sha256::digest(part)),
            }
        }
        Some(told)
    }

    fn hear(&mut self, said: Said) {
        match said {
            Said::Beat(at) => self.beat = self.beat.max(at),
            Said::Event(event) => {
                self.numbers.extend(event.number.map(|number| (number, event.is_current)));
                self.lines.extend(event.line());
            }
            Said::Other => {}
        }
    }
}

/// Keeps what a call tells: punches first, and then that their numbers came.
async fn take(
    port: &Port,
    terminal: &Terminal,
    told: Told,
    said: Option<Drift>,
) -> Result<(), ActError> {
    let Told { lines, numbers, beat } = told;
    let drift = said.or_else(|| beat.map(|at| Drift::measured(at, port.acts.now())));
    if !lines.is_empty() {
        let upload = (Upload::Events(lines), String::new());
        port.acts.take_upload_of(terminal.id, upload, drift).await?;
    }
    if !numbers.is_empty() || port.is_to_be_noted(&terminal.serial) {
        port.acts.terminal_told(terminal.id, Heard { drift, numbers }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_read_part_by_part() {
        let event = r#"{"eventType":"AccessControllerEvent","dateTime":"2016-02-16T08:58:00+08:00",
            "AccessControllerEvent":{"majorEventType":5,"subEventType":75,"employeeNoString":"007",
            "serialNo":20,"currentEvent":true,"name":"somebody"}}"#;
        let beat = r#"{"eventType":"heartBeat","dateTime":"2016-02-16T09:01:00+08:00"}"#;
        let body = format!(
            "--X\r\nContent-Disposition: form-data; name=\"event_log\"\r\n\r\n{event}\r\n--X\r\n\
             Content-Type: image/jpeg\r\n\r\n\u{fffd}\u{fffd}JPEG\r\n--X\r\n\r\n{beat}\r\n--X--\r\n"
        );
        let told = Told::read("multipart/form-data; boundary=X", body.as_bytes()).unwrap();
        assert_eq!(told.lines, "20\t007\t2016-02-16T08:58:00+08:00\t5\t75\t\tnow\n");
        assert_eq!(told.numbers, [(20, true)]);
        assert_eq!(told.beat, "2016-02-16T01:01:00Z".parse().ok());
        let many = |count: usize| format!("[{}]", vec![beat; count].join(","));
        assert!(Told::read("", many(EVENTS_MOST).as_bytes()).is_some());
        assert_eq!(Told::read("", many(EVENTS_MOST + 1).as_bytes()), None);
    }
}
