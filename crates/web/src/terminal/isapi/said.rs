//! What a text of a door controller says, in JSON or XML: a heartbeat, an event at a door, or something else. Only the
//! fields named here are looked at; names, cards and pictures are not.

use jiff::Timestamp;
use qz_domain::punch::isapi::{Event, instant_of};
use serde_json::Value;

/// What is said.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// It is there; when it says it is.
    Beat(Option<Timestamp>),
    /// Something happened at a door.
    Event(Event),
    /// Something that is no concern of ours.
    Other,
}

/// Reads a text; `None` when it is neither JSON nor XML.
pub(super) fn read(text: &[u8]) -> Option<Vec<Said>> {
    if text.first() == Some(&b'<') {
        return read_xml(std::str::from_utf8(text).ok()?).map(|said| vec![said]);
    }
    Some(match serde_json::from_slice(text).ok()? {
        Value::Array(events) => events.iter().map(read_json).collect(),
        one @ Value::Object(_) => vec![read_json(&one)],
        _ => return None,
    })
}

fn read_json(whole: &Value) -> Said {
    let root = whole.get("EventNotificationAlert").unwrap_or(whole);
    let text = |of: &Value, name: &str| match of.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(is)) => is.to_string(),
        _ => String::new(),
    };
    let inner = root.get(EVENT);
    said(|name| text(root, name), inner.map(|inner| move |name: &str| text(inner, name)))
}

fn read_xml(text: &str) -> Option<Said> {
    let root = element(text, "EventNotificationAlert")?;
    let inner = element(root, EVENT);
    // What stands inside the event is not the alert's own.
    let outer = inner.map_or_else(|| root.to_owned(), |inner| root.replacen(inner, "", 1));
    let value = |of: &str, name: &str| element(of, name).map(unescaped).unwrap_or_default();
    let outer = |name: &str| value(&outer, name);
    Some(said(outer, inner.map(|inner| move |name: &str| value(inner, name))))
}

/// The part of an alert that is about a door; alerts about it are called the same.
const EVENT: &str = "AccessControllerEvent";

fn said(outer: impl Fn(&str) -> String, inner: Option<impl Fn(&str) -> String>) -> Said {
    let kind = outer("eventType");
    if kind.eq_ignore_ascii_case("heartBeat") {
        return Said::Beat(instant_of(&outer("dateTime")));
    }
    let Some(inner) = inner.filter(|_| kind == EVENT) else { return Said::Other };
    let number = |name: &str| inner(name).trim().parse::<i64>().ok();
    let person = match inner("employeeNoString") {
        text if text.trim().is_empty() => inner("employeeNo"),
        text => text,
    };
    Said::Event(Event {
        number: number("serialNo").filter(|number| (1..=i64::from(u32::MAX)).contains(number)),
        person,
        at: outer("dateTime"),
        major: number("majorEventType").unwrap_or_default(),
        minor: number("subEventType").unwrap_or_default(),
        key: inner("attendanceStatus"),
        is_current: inner("currentEvent").trim() == "true",
    })
}

/// What stands in the first element of a name.
fn element<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let begin = format!("<{name}");
    let mut rest = text;
    let inside = loop {
        let at = rest.find(&begin)? + begin.len();
        rest = rest.get(at..)?;
        // `<serialNo` is also how `<serialNoOfCard` begins.
        if rest.starts_with(|one: char| one == '>' || one.is_whitespace()) {
            break rest.split_once('>')?.1;
        }
    };
    inside.split_once(&format!("</{name}>")).map(|(inside, _)| inside)
}

fn unescaped(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.trim().to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{"ipAddress":"192.0.2.7","macAddress":"00:00:5e:00:53:01",
        "dateTime":"2016-02-16T08:58:00+08:00","activePostCount":1,
        "eventType":"AccessControllerEvent","AccessControllerEvent":{"deviceName":"door",
        "majorEventType":5,"subEventType":75,"name":"洛书远","cardNo":"1234567890",
        "employeeNoString":"007","serialNo":20,"currentVerifyMode":"cardOrFace",
        "attendanceStatus":"checkIn","currentEvent":true,"frontSerialNo":19}}"#;

    const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EventNotificationAlert version=\"2.0\">\
        <dateTime>2016-02-16T08:58:00+08:00</dateTime><eventType>AccessControllerEvent</eventType>\
        <AccessControllerEvent><majorEventType>5</majorEventType><subEventType>75</subEventType>\
        <name>x</name><employeeNoString>007</employeeNoString><serialNoOfCard>9</serialNoOfCard>\
        <serialNo>20</serialNo><attendanceStatus>checkIn</attendanceStatus>\
        <currentEvent>true</currentEvent></AccessControllerEvent></EventNotificationAlert>";

    fn one(text: &str) -> Said {
        read(text.as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn an_event_is_the_same_in_json_in_xml_and_in_a_list() {
        let Said::Event(event) = one(JSON) else { panic!("no event") };
        assert_eq!(event.person, "007");
        assert_eq!((event.number, event.major, event.minor), (Some(20), 5, 75));
        assert_eq!((event.key.as_str(), event.is_current), ("checkIn", true));
        assert_eq!(one(XML), Said::Event(event.clone()));
        assert_eq!(one(&format!("[{JSON}]")), Said::Event(event.clone()));
        assert_eq!(one(&format!("{{\"EventNotificationAlert\":{JSON}}}")), Said::Event(event));
    }

    #[test]
    fn a_heartbeat_tells_the_clock_and_other_things_are_no_concern_of_ours() {
        let at = "2016-02-16T01:01:00Z".parse().ok();
        let beat = r#"{"eventType":"heartBeat","dateTime":"2016-02-16T09:01:00+08:00"}"#;
        assert_eq!(one(beat), Said::Beat(at));
        let beat =
            "<EventNotificationAlert><eventType>heartBeat</eventType></EventNotificationAlert>";
        assert_eq!(one(beat), Said::Beat(None));
        assert_eq!(one(r#"{"eventType":"videoloss","eventState":"inactive"}"#), Said::Other);
        assert_eq!(one("{}"), Said::Other);
    }

    #[test]
    fn what_is_neither_json_nor_xml_is_not_read() {
        for text in ["rubbish", "{\"eventType\":", "7", "<a>", "<EventNotificationAlert>"] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
        let deep = "[".repeat(100_000);
        assert_eq!(read(deep.as_bytes()), None);
    }
}
