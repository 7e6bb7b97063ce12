//! What may be ordered of a terminal (考勤机指令). No order reads or writes body data, clears its memory or runs a
//! program on it: there is no value for that.

use super::Pin;
use jiff::civil::Date;

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Look for news now (检查).
    Check,
    /// Tell firmware and counts (信息).
    Info,
    /// Send what is new (上传新记录).
    Log,
    /// Begin anew (重启).
    Reboot,
    /// Know somebody by a number (下发人员).
    PutUser {
        /// The number.
        pin: Pin,
        /// The name its screen shows.
        name: String,
    },
    /// Forget a number (删除人员); what it punched stays.
    DropUser {
        /// The number.
        pin: Pin,
    },
    /// Send the punches of some days again (补传记录): fills a gap.
    Query {
        /// First day.
        from: Date,
        /// Last day.
        until: Date,
    },
}

/// The most days of one query.
pub const QUERY_MOST: i32 = 92;

impl Order {
    /// The codes, in the order of menus.
    pub const CODES: [&'static str; 7] =
        ["check", "info", "log", "reboot", "put_user", "drop_user", "query"];

    /// What the terminal is sent.
    pub fn text(&self) -> String {
        match self {
            Self::Check => "CHECK".to_owned(),
            Self::Info => "INFO".to_owned(),
            Self::Log => "LOG".to_owned(),
            Self::Reboot => "REBOOT".to_owned(),
            Self::PutUser { pin, name } => {
                let name: String = name.chars().filter(|one| !one.is_control()).collect();
                format!("DATA UPDATE USERINFO PIN={pin}\tName={name}\tPri=0")
            }
            Self::DropUser { pin } => format!("DATA DELETE USERINFO PIN={pin}"),
            Self::Query { from, until } => {
                format!("DATA QUERY ATTLOG StartTime={from} 00:00:00\tEndTime={until} 23:59:59")
            }
        }
    }
}

/// The most orders of one answer.
pub const ORDERS_MOST: usize = 200;
/// The most bytes of one answer.
pub const ANSWER_MOST: usize = 40_000;

/// As many of the orders as one answer takes, in their order; the rest is for the next.
pub fn delivery(waiting: &[(i64, String)]) -> (String, Vec<i64>) {
    let (mut body, mut sent) = (String::new(), vec![]);
    for (id, text) in waiting.iter().take(ORDERS_MOST) {
        let line = format!("C:{id}:{text}\n");
        if body.len() + line.len() > ANSWER_MOST {
            break;
        }
        body.push_str(&line);
        sent.push(*id);
    }
    (body, sent)
}

/// The results in a terminal's answer: the order's number and what came of it. What is not of this form is passed over:
/// an answer to INFO goes on for lines.
pub fn results(body: &str) -> Vec<(i64, i64)> {
    let one = |line: &str| {
        let field = |name: &str| {
            let value = line.trim().split('&').find_map(|part| part.strip_prefix(name))?;
            value.trim().parse::<i64>().ok()
        };
        Some((field("ID=")?, field("Return=")?))
    };
    body.lines().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_takes_two_hundred_orders_and_forty_kilobytes() {
        let many: Vec<_> = (1..=201).map(|id| (id, "CHECK".to_owned())).collect();
        let (body, sent) = delivery(&many);
        assert_eq!((sent.len(), body.lines().count()), (200, 200));
        assert!(body.starts_with("C:1:CHECK\nC:2:CHECK\n"));
        let long: Vec<_> = (1..=201).map(|id| (id, "X".repeat(1000))).collect();
        let (body, sent) = delivery(&long);
        assert!(body.len() <= ANSWER_MOST && sent.len() == 39);
    }

    #[test]
    fn results_are_read_among_whatever_else_is_said() {
        let body = "ID=1&Return=0&CMD=DATA\r\nID=2&Return=-1&CMD=INFO\nFWVersion=8.1\n~SerialNumber=X\nID=x&Return=0\n";
        assert_eq!(results(body), [(1, 0), (2, -1)]);
    }

    #[test]
    fn a_name_cannot_smuggle_in_a_second_order() {
        let pin: Pin = "007".parse().unwrap();
        let text = Order::PutUser { pin, name: "洛\n书\t远C:9:SHELL".to_owned() }.text();
        assert_eq!(text, "DATA UPDATE USERINFO PIN=007\tName=洛书远C:9:SHELL\tPri=0");
    }
}
