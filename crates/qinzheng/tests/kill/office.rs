//! An office at work: clerks who file sheets over the web as fast as they can, and one who imports
//! a file. What was acknowledged is kept apart, over all rounds.

use crate::Numbers;
use crate::browser::{get, post};
use crate::form::hidden;
use crate::program::{Place, command};
use std::net::SocketAddr;
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::JoinHandle;

/// Clerks at work at once.
const CLERKS: u32 = 4;
/// Rows of an imported file.
const ROWS: u32 = 200;

/// What stands on every sheet but its number: of the demo's own first visits.
const SHEET: [(&str, &str); 7] = [
    ("unit", "SH413"),
    ("manner", "暗访"),
    ("visited_at", "2016-01-05 08:25"),
    ("team", "G0068、G0109"),
    ("observed", "08:25到值班室，在岗2人。"),
    ("outcome", "无问题"),
    ("told", "人大副主席"),
];

/// The office and what it was told.
pub struct Office {
    next: Arc<AtomicU32>,
    acknowledged: Numbers,
    files: Vec<Numbers>,
}

/// A round under way.
pub struct Working {
    clerks: Vec<JoinHandle<Numbers>>,
    import: Child,
    file: Numbers,
}

impl Office {
    /// With nothing filed.
    pub fn new() -> Self {
        Self { next: Arc::new(AtomicU32::new(1)), acknowledged: Numbers::new(), files: Vec::new() }
    }

    /// The numbers of every sheet that was acknowledged.
    pub fn acknowledged(&self) -> &Numbers {
        &self.acknowledged
    }

    /// Says how many sheets were acknowledged; without any the test would say nothing.
    pub fn must_have_filed(&self) {
        let (sheets, files) = (self.acknowledged.len(), self.files.len());
        println!("{sheets} sheets were acknowledged, {files} files imported meanwhile");
        assert!(sheets > 0, "nothing was acknowledged");
    }

    /// The numbers of each file, of which all or none are kept.
    pub fn files(&self) -> &[Numbers] {
        &self.files
    }

    /// Sets everybody to work.
    pub fn work(&mut self, place: &Place, folder: &str, server: SocketAddr) -> Working {
        let clerk = |_| {
            let next = Arc::clone(&self.next);
            std::thread::spawn(move || file_sheets(server, &next))
        };
        let clerks = (0..CLERKS).map(clerk).collect();
        let first = self.next.fetch_add(ROWS, Ordering::SeqCst);
        let file: Numbers = (first..first + ROWS).collect();
        let name = format!("visits-{first}.csv");
        place.write(&name, &csv(&file));
        let arguments = ["import", "visits", &name, "--data", folder, "--as", "clerk"];
        let mut import = command(&place.path("."), &arguments);
        let import = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        Working { clerks, import: import.expect("the import starts"), file }
    }

    /// The clerks stop when the server no longer answers; the import is killed as well.
    pub fn end(&mut self, mut working: Working) {
        let ended = working.import.try_wait().expect("the import is a child of ours");
        let _ = working.import.kill();
        working.import.wait().expect("the import ends");
        if ended.is_some_and(|status| status.success()) {
            self.acknowledged.extend(&working.file);
        }
        self.files.push(working.file);
        for clerk in working.clerks {
            self.acknowledged.extend(clerk.join().expect("a clerk ends"));
        }
    }
}

/// Files sheet after sheet until the server is gone; the numbers that were acknowledged.
fn file_sheets(server: SocketAddr, next: &AtomicU32) -> Numbers {
    let mut acknowledged = Numbers::new();
    let Ok(taken) = post(server, "/demo/sign-in", "", &[("persona", "clerk")]) else {
        return acknowledged;
    };
    let cookies = taken.cookies;
    let Ok(page) = get(server, "/desk/visits/grid", &cookies) else { return acknowledged };
    let csrf = hidden(&page.body, "csrf").expect("the form has its token");
    loop {
        let number = next.fetch_add(1, Ordering::SeqCst);
        let (name, request) = (format!("2016-{number:04}"), format!("sheet {number}"));
        let mut fields = vec![
            ("csrf".to_owned(), csrf.as_str()),
            ("request".to_owned(), request.as_str()),
            ("number.1".to_owned(), name.as_str()),
        ];
        fields.extend(SHEET.iter().map(|(field, value)| (format!("{field}.1"), *value)));
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        let Ok(answer) = post(server, "/desk/visits/grid", &cookies, &fields) else {
            return acknowledged;
        };
        match answer.status {
            200 if answer.body.contains(&name) => {
                acknowledged.insert(number);
            }
            // The database is gone, and the server says so.
            500..600 => return acknowledged,
            other => panic!("sheet {name}: {other}: {}", answer.body),
        }
    }
}

fn csv(numbers: &Numbers) -> String {
    let rows = numbers.iter().map(|number| {
        format!(
            "2016-{number:04},SH107,SH413,暗访,2016-01-05 08:25,G0068,G0109,,在岗2人。,无问题,人大副主席,\n"
        )
    });
    let header = "表号,督查单位代码,被访单位代码,方式,走访时间,检查人一,检查人二,检查人三,看到的情况,结果,告知,单位回应\n";
    header.to_owned() + &rows.collect::<String>()
}
