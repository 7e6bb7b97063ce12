//! A person-day written in a line or two.

use jiff::civil::Date;
use qz_domain::attendance::CoverKind;
use qz_domain::calendar::Calendar;
use qz_domain::spelled::Spelled;
use qz_engine::attendance::{
    Cover, Days, Facts, Judge, Posting, Row, Scratch, Second, day_number, midnight,
};
use qz_mechanism::attendance::{Rule, RuleBook};
use std::sync::LazyLock;

pub const BOOK: &str = r#"
rule "R1" from="2015-01-01" {
    grace late=5 early=5; tiers late=30 very-late=60; window before=60 after=360; double-tap 60
    session "am" from="08:00" to="12:00"; session "pm" from="14:30" to="18:00"
}
rule "R2" from="2015-01-01" {
    grace late=5 early=5; tiers late=30 very-late=60; window before=60 after=360
    session "day" from="08:00" to="18:00" break="12:00-14:00" half-days=2
}
rule "FLEX" from="2015-01-01" {
    grace late=0 early=0; tiers late=30 very-late=60; window before=60 after=360
    session "day" flexible=#true from="07:30" until="08:30" span=600 break="12:00-14:00" half-days=2
}
rule "NIGHT" from="2015-01-01" calendar="every" {
    grace late=5 early=5; tiers late=30 very-late=60; window before=60 after=360
    duty "duty" from="18:00" to="08:00+1" half-days=2
}
rule "NIGHT-ON" from="2015-01-01" calendar="every" {
    grace late=5 early=5; tiers late=30 very-late=60; window before=60 after=360
    duty "duty" from="18:00" to="08:00+1" half-days=2; rest-after "none"
}
rule "NIGHT-SHARED" from="2015-01-01" calendar="every" {
    grace late=5 early=5; tiers late=30 very-late=60; window before=60 after=360
    duty "duty" from="18:00" to="08:00+1" half-days=2; rest-after "none"; shared-punch #true
}
rule "NIGHT-AM" from="2015-01-01" calendar="every" {
    grace late=5 early=5; duty "duty" from="18:00" to="08:00+1" half-days=2; rest-after "am"
}
rule "PART" from="2015-01-01" {
    grace late=5 early=5; weekdays 1 3 5
    session "am" from="08:00" to="12:00"; session "pm" from="14:30" to="18:00"
}
rule "FREE" from="2015-01-01" exempt=#true reason="年满退养年龄"
rule "CHANGED" from="2026-01-01" {
    grace late=5 early=5; session "am" from="08:00" to="12:00"
}
rule "CHANGED" from="2026-03-04" {
    grace late=5 early=5; session "am" from="09:00" to="12:00"
}
rule "SUMMER" from="2015-01-01" {
    grace late=5 early=5
    session "am" from="08:00" to="12:00"; session "pm" from="14:00" to="17:30"
    season from="05-01" to="09-30" { session "am" from="08:00" to="12:00"; session "pm" from="15:00" to="18:30"; }
}
"#;

static READ: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::read(BOOK).unwrap());
static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::shipped().unwrap());

/// What is known of somebody, as it is typed.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub postings: Vec<(String, Date, Option<Date>)>,
    pub punches: Vec<Second>,
    pub covers: Vec<Cover>,
    pub doubtful: Vec<Second>,
}

/// Somebody under a rule for all time.
pub fn under(rule: &str) -> Known {
    under_from(rule, "2015-01-01", None)
}

pub fn under_from(rule: &str, from: &str, to: Option<&str>) -> Known {
    Known::default().posted(rule, from, to)
}

impl Known {
    pub fn posted(mut self, rule: &str, from: &str, to: Option<&str>) -> Self {
        let date = |text: &str| text.parse().unwrap();
        self.postings.push((rule.to_owned(), date(from), to.map(date)));
        self
    }

    /// Punches of a day, such as `07:58 12:01:30`; `+1` is the next day.
    pub fn punched(mut self, day: &str, times: &str) -> Self {
        self.punches.extend(times.split_whitespace().map(|time| at(day, time)));
        self
    }

    pub fn doubted(mut self, day: &str, time: &str) -> Self {
        self.doubtful.push(at(day, time));
        self
    }

    /// A fact of a day, such as `leave 08:00 10:00`; a correction has one time.
    pub fn with(mut self, day: &str, fact: &str) -> Self {
        let words: Vec<_> = fact.split_whitespace().collect();
        let kind = CoverKind::from_code(words[0]).unwrap();
        let from = at(day, words[1]);
        let to = words.get(2).map_or(from, |time| at(day, time));
        self.covers.push(Cover { kind, label: 0, from, to });
        self
    }

    /// Every row from one day to another.
    pub fn rows(&self, from: &str, to: &str) -> Vec<Row> {
        self.rows_by(&READ, from.parse().unwrap(), to.parse().unwrap())
    }

    pub fn rows_by(&self, book: &RuleBook, from: Date, to: Date) -> Vec<Row> {
        let days = Days::new(&CALENDAR, from, to);
        self.judged(&Judge::new(book, &days))
    }

    /// Every row of a judge's stretch.
    pub fn judged(&self, judge: &Judge<'_>) -> Vec<Row> {
        let mut known = self.clone();
        known.punches.sort_unstable();
        known.covers.sort_unstable_by_key(|cover| (cover.from, cover.to));
        let postings: Vec<_> = known.postings.iter().map(|one| posting(judge, one)).collect();
        let facts = Facts {
            postings: &postings,
            punches: &known.punches,
            covers: &known.covers,
            doubtful: &known.doubtful,
        };
        let mut rows = vec![];
        judge.person(7, &facts, &mut Scratch::default(), |_, row| rows.push(row));
        rows
    }

    /// A day as `status late early missing worked`.
    pub fn day(&self, day: &str) -> String {
        match self.rows(day, day).as_slice() {
            [row] => said(row, &READ.rules()[usize::from(row.rule)], day.parse().unwrap()),
            [] => "no row".to_owned(),
            more => panic!("{} rows", more.len()),
        }
    }
}

fn posting(judge: &Judge<'_>, (rule, from, to): &(String, Date, Option<Date>)) -> Posting {
    let to = to.map_or(i32::MAX, day_number);
    Posting { unit: 0, code: judge.code(rule).unwrap(), from: day_number(*from), to }
}

/// A row in words.
pub fn said(row: &Row, rule: &Rule, day: Date) -> String {
    let sessions = rule.sessions_on(day);
    let point = |(place, is_leaving): (usize, bool)| {
        let name: &str = sessions.get(place).map_or("?", |session| &session.name);
        format!("{name}_{}", if is_leaving { "out" } else { "in" })
    };
    let missing: Vec<_> = row.missing.iter().map(point).collect();
    let missing = if missing.is_empty() { "-".to_owned() } else { missing.join("+") };
    format!("{} {} {} {} {}", row.codes, row.late, row.early, missing, row.worked)
}

/// A second of a day.
pub fn at(day: &str, time: &str) -> Second {
    let (time, next) = time.strip_suffix("+1").map_or((time, 0), |time| (time, 1));
    let parts: Vec<i32> = time.split(':').map(|part| part.parse().unwrap()).collect();
    let seconds = parts[0] * 3600 + parts[1] * 60 + parts.get(2).copied().unwrap_or(0);
    midnight(day_number(day.parse().unwrap()) + next) + seconds
}
