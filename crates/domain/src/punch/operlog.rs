//! Reads what a terminal sends of its own doings (OPERLOG): lines that begin with a tag. Passwords, cards, names and
//! templates are dropped at the door.

/// Codes of doings that bear on whether its punches are to be believed: alarm, settings, a user deleted, data cleared,
/// its time set, begun anew from the factory, a user added or changed.
const TELLING: [&str; 8] = ["3", "5", "9", "13", "21", "22", "30", "37"];

/// What is kept of a body, and how many lines were dropped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The lines that are kept, each with its end.
    pub text: String,
    /// Lines that were dropped whole.
    pub dropped: usize,
}

/// Keeps doings as they are, and of a user the number and the right alone.
pub fn strip(body: &[u8]) -> Kept {
    let mut kept = Kept::default();
    let text = String::from_utf8_lossy(body);
    for line in text.split('\n').map(|line| line.trim_end_matches('\r')) {
        match strip_line(line) {
            Some(line) => {
                kept.text.push_str(&line);
                kept.text.push('\n');
            }
            None if line.trim().is_empty() => {}
            None => kept.dropped += 1,
        }
    }
    kept
}

fn strip_line(line: &str) -> Option<String> {
    let (tag, rest) = line.split_once([' ', '\t'])?;
    match tag {
        "OPLOG" => {
            let fields: Vec<_> = rest.split('\t').take(7).collect();
            let plain = |field: &&str| field.len() <= 32 && field.bytes().all(is_plain);
            fields.iter().all(plain).then(|| format!("OPLOG {}", fields.join("\t")))
        }
        "USER" => {
            let named = |field: &&str| field.starts_with("PIN=") || field.starts_with("Pri=");
            let fields: Vec<_> = rest.split('\t').filter(named).collect();
            Some(format!("USER {}", fields.join("\t")))
        }
        _ => None,
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_digit() || b"-: T".contains(&byte)
}

/// Whether a kept line tells of something that bears on the terminal's punches.
pub fn is_telling(line: &str) -> bool {
    let code = line.strip_prefix("OPLOG ").and_then(|rest| rest.split('\t').next());
    code.is_some_and(|code| TELLING.contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_and_templates_are_dropped_at_the_door() {
        let body = "OPLOG 21\t0\t2016-03-03 08:00:00\t0\t0\t0\t0\r\n\
                    USER PIN=007\tName=洛书远\tPri=14\tPasswd=2468\tCard=123456\tGrp=1\n\
                    FP PIN=007\tFID=0\tSize=1024\tValid=1\tTMP=AAAA\nFACE PIN=007\tTMP=BBBB\n\
                    BIOPHOTO PIN=007\tContent=CCCC\nOPLOG 4\t0\tPasswd=1\n";
        let kept = strip(body.as_bytes());
        assert_eq!(
            kept.text,
            "OPLOG 21\t0\t2016-03-03 08:00:00\t0\t0\t0\t0\nUSER PIN=007\tPri=14\n"
        );
        assert_eq!(kept.dropped, 4);
    }

    #[test]
    fn a_clock_that_was_set_is_told_from_a_menu_that_was_opened() {
        assert!(is_telling("OPLOG 21\t0\t2016-03-03 08:00:00"));
        assert!(!is_telling("OPLOG 4\t0\t2016-03-03 08:00:00") && !is_telling("USER PIN=21"));
    }
}
