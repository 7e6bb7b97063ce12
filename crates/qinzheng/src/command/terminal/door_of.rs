//! A door controller of the rehearsal: it says that it is there, and sends days of events one by one: alone, or
//! with a picture beside them, some of them twice, and between them doors that open.

use super::box_of::{Device, Sent};
use super::line::Line;
use anyhow::{Result, bail};
use jiff::{SignedDuration, Timestamp};

const BOUNDARY: &str = "MIME_boundary";

/// A door controller.
#[derive(Debug, Clone)]
pub(super) struct Door {
    /// Who uses it, for how many days, and how far its clock is off.
    pub device: Device,
    /// Its key.
    pub key: String,
}

impl Door {
    /// Says that it is there, and sends everything, oldest first.
    pub fn work(&self, line: &Line) -> Result<Sent> {
        let now = self.beat(line)?;
        let mut sent = Sent::default();
        let mut chance = self.device.seed | 1;
        for (nth, shown) in self.device.shown(now, &mut chance)?.iter().enumerate() {
            // Every second number is a door that opens.
            let number = 2 * nth + 1;
            let event = event((number, 38), &shown.person, &shown.at);
            let (kind, body) = wrapped(nth, &event);
            self.send(line, (&kind, &body))?;
            self.send(line, ("application/json", &opened(number + 1, &shown.at)))?;
            sent.lines += 1;
            if nth % 5 == 0 {
                self.send(line, ("application/json", &event))?;
                sent.again += 1;
            }
        }
        Ok(sent)
    }

    /// A heartbeat by its own clock, which it learns from the port first; gives the time of the port.
    fn beat(&self, line: &Line) -> Result<Timestamp> {
        let said = "{\"eventType\":\"heartBeat\",\"eventState\":\"active\"}";
        let now = self.send(line, ("application/json", said))?;
        let shown = now.checked_add(SignedDuration::from_secs(self.device.ahead))?;
        let shown = qz_domain::instant::rfc3339(shown);
        let said = format!("{{\"eventType\":\"heartBeat\",\"dateTime\":\"{shown}\"}}");
        self.send(line, ("application/json", &said))?;
        Ok(now)
    }

    fn send(&self, line: &Line, (kind, body): (&str, &str)) -> Result<Timestamp> {
        let serial = &self.device.serial;
        let path = format!("/isapi/{serial}/{}", self.key);
        let (status, at) = line.tell(&path, kind, body)?;
        match status {
            200 => Ok(at),
            503 => bail!(
                "{serial} is not let in: register it at /desk/terminals as a door controller, give it a key, \
                 and take it into service"
            ),
            _ => bail!("{serial}: an event was answered {status}"),
        }
    }
}

fn event((number, minor): (usize, i64), person: &str, at: &str) -> String {
    format!(
        "{{\"dateTime\":\"{at}+08:00\",\"eventType\":\"AccessControllerEvent\",\"AccessControllerEvent\":{{\
         \"majorEventType\":5,\"subEventType\":{minor},\"employeeNoString\":\"{person}\",\"serialNo\":{number},\
         \"attendanceStatus\":\"undefined\",\"currentEvent\":false}}}}"
    )
}

fn opened(number: usize, at: &str) -> String {
    event((number, 21), "", at)
}

/// An event in one of the forms in which models send it: alone, or beside a picture.
fn wrapped(nth: usize, event: &str) -> (String, String) {
    if nth.is_multiple_of(2) {
        return ("application/json".to_owned(), event.to_owned());
    }
    let picture = "\u{fffd}no picture\u{fffd}";
    let part =
        |kind: &str, text: &str| format!("--{BOUNDARY}\r\nContent-Type: {kind}\r\n\r\n{text}\r\n");
    let (event, picture) = (part("application/json", event), part("image/jpeg", picture));
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    (kind, format!("{event}{picture}--{BOUNDARY}--\r\n"))
}
