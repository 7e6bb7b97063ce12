//! The hello (握手): how a terminal is told to behave. Without it a box sends nothing. Only punches and its own doings are
//! asked for, so that no template and no picture leaves it.

use super::BODY_MOST;
use super::call::Asked;
use qz_domain::terminal::Terminal;
use std::fmt::Write as _;

/// The answer to a hello. Boxes of the first version say no version and have other names for how far they have sent.
pub(super) fn options(asked: &Asked, terminal: &Terminal, stamps: &(String, String)) -> String {
    let serial = asked.value("sn").unwrap_or_default();
    let (attlog, operlog) = stamps;
    let names = match asked.value("pushver") {
        None => ["Stamp", "OpStamp", "PhotoStamp"],
        Some(_) => ["ATTLOGStamp", "OPERLOGStamp", "ATTPHOTOStamp"],
    };
    let mut text = format!("GET OPTION FROM: {serial}\n");
    for (name, stamp) in names.iter().zip([attlog.as_str(), operlog.as_str(), "9999"]) {
        let _ = writeln!(text, "{name}={stamp}");
    }
    text.push_str("ErrorDelay=30\nDelay=10\nTransTimes=00:00;14:05\nTransInterval=1\n");
    text.push_str("TransFlag=TransData AttLog\tOpLog\n");
    if let Some(zone) = terminal.zone.answer() {
        let _ = writeln!(text, "TimeZone={zone}");
    }
    text.push_str("Realtime=1\nEncrypt=0\nServerVer=2.4.1\nPushProtVer=2.4.1\n");
    let _ = writeln!(text, "MaxPostSize={}", BODY_MOST / 2);
    text
}
