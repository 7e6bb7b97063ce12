//! One box of the rehearsal: it says hello, sends days of punches in batches, some of them twice, and answers orders.

use super::line::Line;
use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use qz_domain::instant;
use std::fmt::Write as _;

/// Lines of a batch.
const BATCH: usize = 100;

/// When people come and go, as minutes of the day.
const DAY: [i64; 4] = [8 * 60 - 8, 12 * 60 + 1, 14 * 60 + 20, 18 * 60 + 2];

/// A box.
#[derive(Debug, Clone)]
pub(super) struct Device {
    /// The number on it.
    pub serial: String,
    /// How many people use it.
    pub people: usize,
    /// For how many days.
    pub days: usize,
    /// What its chance follows from.
    pub seed: u64,
    /// Seconds by which its clock is ahead, on the first day; it gains one more a day.
    pub ahead: i64,
}

/// That somebody stood there.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// Their number.
    pub person: String,
    /// What the clock showed, such as `2016-02-16T08:01:02`.
    pub at: String,
}

/// What a box sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sent {
    /// Different lines.
    pub lines: usize,
    /// Lines that were sent again.
    pub again: usize,
    /// Orders that were answered.
    pub orders: usize,
}

impl Device {
    /// Says hello, sends everything, asks for orders.
    pub fn work(&self, line: &Line) -> Result<Sent> {
        let now = self.hello(line)?;
        let mut sent = Sent::default();
        let mut chance = self.seed | 1;
        for (nth, batch) in self.lines(now, &mut chance)?.chunks(BATCH).enumerate() {
            let body = joined(batch, nth);
            self.send(line, (nth, &body), now)?;
            sent.lines += batch.len();
            if nth % 5 == 0 {
                self.send(line, (nth, &body), now)?;
                // The same lines in another upload: a box that lost its watermark.
                self.send(line, (nth + 1_000_000, &joined(batch, nth + 1)), now)?;
                sent.again += 2 * batch.len();
            }
        }
        sent.orders = self.obey(line, now)?;
        Ok(sent)
    }

    /// The hello; gives the time of the port.
    fn hello(&self, line: &Line) -> Result<Timestamp> {
        let serial = &self.serial;
        let path = format!("/iclock/cdata?SN={serial}&options=all&pushver=2.4.1&language=83");
        let (status, body) = line.get(&path)?;
        if status == 503 {
            bail!(
                "{serial} is not in service: register it at /desk/terminals and take it into service"
            );
        }
        if !body.starts_with(&format!("GET OPTION FROM: {serial}")) {
            bail!("{serial}: the port answered {status} to its hello");
        }
        let (_, body) = line.get(&format!("/iclock/cdata?SN={serial}&type=time"))?;
        let now = body.trim().strip_prefix("Time=").and_then(|text| text.parse().ok());
        now.with_context(|| format!("{serial}: the port does not tell the time"))
    }

    /// Every line, oldest first.
    fn lines(&self, now: Timestamp, chance: &mut u64) -> Result<Vec<String>> {
        let line = |one: Shown| format!("{}\t{}\t255\t1\t0", one.person, one.at.replace('T', " "));
        Ok(self.shown(now, chance)?.into_iter().map(line).collect())
    }

    /// Who stood there when, oldest first: the days before today.
    pub fn shown(&self, now: Timestamp, chance: &mut u64) -> Result<Vec<Shown>> {
        let today: Date = instant::day(now);
        let mut lines = Vec::with_capacity(self.days * self.people * DAY.len());
        for (gained, back) in (0_i64..).zip((1..=self.days).rev()) {
            let day = today.checked_sub(i64::try_from(back)?.days())?;
            for minute in DAY {
                for person in 1..=self.people {
                    let seconds = minute * 60 + i64::try_from(step(chance) % 420)?;
                    let shown = day
                        .at(0, 0, 0, 0)
                        .checked_add((seconds + self.ahead + gained).seconds())?;
                    let at = shown.strftime("%Y-%m-%dT%H:%M:%S").to_string();
                    lines.push(Shown { person: format!("{person:04}"), at });
                }
            }
        }
        lines.sort_by(|one, other| one.at.cmp(&other.at));
        Ok(lines)
    }

    fn send(&self, line: &Line, (nth, body): (usize, &str), now: Timestamp) -> Result<()> {
        let path = format!("/iclock/cdata?SN={}&table=ATTLOG&Stamp={nth}", self.serial);
        let (status, said) = line.post(&path, &self.clock(now)?, body)?;
        if status != 200 || !said.starts_with("OK") {
            bail!("{}: batch {nth} was answered {status} {}", self.serial, said.trim());
        }
        Ok(())
    }

    /// Answers every order that waits with yes.
    fn obey(&self, line: &Line, now: Timestamp) -> Result<usize> {
        let (_, orders) = line.get(&format!("/iclock/getrequest?SN={}", self.serial))?;
        let mut results = String::new();
        for order in orders.lines().filter_map(|line| line.strip_prefix("C:")) {
            let id = order.split(':').next().unwrap_or_default();
            let _ = writeln!(results, "ID={id}&Return=0&CMD=DATA");
        }
        if !results.is_empty() {
            let path = format!("/iclock/devicecmd?SN={}", self.serial);
            line.post(&path, &self.clock(now)?, &results)?;
        }
        Ok(results.lines().count())
    }

    /// What its clock shows now, as a call says it.
    fn clock(&self, now: Timestamp) -> Result<String> {
        let gained = i64::try_from(self.days)?;
        let shown = now.checked_add(SignedDuration::from_secs(self.ahead + gained))?;
        Ok(shown.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string())
    }
}

/// The lines of a batch with the ends that boxes give them.
fn joined(batch: &[String], nth: usize) -> String {
    match nth % 3 {
        0 => batch.join("\n") + "\n",
        1 => batch.join("\r\n") + "\r\n",
        _ => batch.join("\n"),
    }
}

/// The next number of a fixed series (xorshift).
fn step(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}
