//! What terminals send, taken in by their port: CPU a line over HTTP, read, stored, committed to the ledger and on the
//! disk before the answer, beside SQLite's own insert of as many rows with a unique key.

use super::county::BenchCounty;
use super::figure::Figure;
use super::meter::{Meter, Spent, unit};
use super::punch::{self, BATCH, Punch};
use anyhow::{Context, Result, bail};
use jiff::ToSpan;
use jiff::civil::date;
use qz_acts::terminal::{RegisterTerminal, TakeUpTerminal, TerminalForm};
use qz_web::serve::{HEAD_PATIENCE, serve};
use qz_web::terminal::{PATIENCE, terminals};
use std::fmt::Write as _;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// Lines of a round.
const LINES: usize = 200_000;
/// People of the terminal.
const PEOPLE: usize = 500;
/// The number on the box.
const BOX: &str = "BENCH001";

/// Both sides in turn.
pub async fn measure(rounds: usize) -> Result<Vec<Figure>> {
    let (rows, uploads) = (punch::punches(LINES), uploads()?);
    let (mut ours, mut peer, mut rates) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        peer.push(per_line(plainly(&rows)?));
        let spent = through_port(&uploads).await?;
        ours.push(per_line(spent));
        rates.push(lines() / spent.wall.as_secs_f64());
    }
    let unit = unit("CPU-us/line", "wall-us/line");
    let ratio = Figure::ratio("ingest-beside-sqlite", &ours, &peer);
    Ok(vec![
        Figure::median("ingest", ours, unit),
        Figure::median("sqlite-own", peer, unit),
        ratio,
        Figure::median("ingest-rate", rates, "lines/s"),
    ])
}

fn lines() -> f64 {
    f64::from(u32::try_from(LINES).unwrap_or(u32::MAX))
}

/// Microseconds a line.
fn per_line(spent: Spent) -> f64 {
    spent.seconds() * 1e6 / lines()
}

fn plainly(rows: &[Punch]) -> Result<Spent> {
    let folder = TempDir::new()?;
    let file = folder.path().join("plain.db");
    punch::make_table(&file)?;
    let meter = Meter::start();
    punch::insert_plainly(&file, rows)?;
    Ok(meter.stop())
}

/// A round on a store of its own.
async fn through_port(uploads: &[String]) -> Result<Spent> {
    let county = BenchCounty::with_people().await?;
    in_service(&county).await?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let mut stream = TcpStream::connect(listener.local_addr()?).await?;
    let doors = terminals(county.acts.clone(), PATIENCE);
    let port = tokio::spawn(serve(listener, doors, (HEAD_PATIENCE, std::future::pending())));
    let meter = Meter::start();
    for upload in uploads {
        send(&mut stream, upload).await?;
    }
    let spent = meter.stop();
    port.abort();
    county.close().await;
    Ok(spent)
}

/// A terminal that may send.
async fn in_service(county: &BenchCounty) -> Result<()> {
    let actor = crate::persona::take(&county.acts, "hr").await?.actor.account;
    let form = TerminalForm {
        serial: BOX.to_owned(),
        name: BOX.to_owned(),
        unit: "SH107".to_owned(),
        place: String::new(),
        numbering: String::new(),
        kind: "iclock".to_owned(),
        zone: "hours".to_owned(),
    };
    let made = county.acts.perform("bench".to_owned(), RegisterTerminal { actor, form }).await?;
    let take_up = TakeUpTerminal { actor, terminal: made.receipt.terminal, version: 1 };
    county.acts.perform("bench up".to_owned(), take_up).await?;
    Ok(())
}

/// Sends one upload and waits until it is acknowledged.
async fn send(stream: &mut TcpStream, upload: &str) -> Result<()> {
    stream.write_all(upload.as_bytes()).await?;
    let (mut answer, end) = (Vec::new(), format!("\r\n\r\nOK: {BATCH}\n"));
    while !answer.ends_with(end.as_bytes()) {
        if stream.read_buf(&mut answer).await? == 0 || answer.len() > 4096 {
            bail!("the port answers {}", String::from_utf8_lossy(&answer));
        }
    }
    Ok(())
}

/// Everything a box kept, four punches a day of everybody, oldest first: whole requests of [`BATCH`] lines.
fn uploads() -> Result<Vec<String>> {
    let mut lines = Vec::with_capacity(LINES);
    let (mut day, first) = (date(2015, 1, 1), 7 * 3600 + 30 * 60);
    for nth in 0..LINES {
        let (of_day, person) = (nth / PEOPLE % 4, nth % PEOPLE);
        // Everybody of one coming or going within a quarter of an hour, two of a second at times.
        let seconds = first + of_day * 2 * 3600 + person * 9 / 5;
        let at = day.at(0, 0, 0, 0).checked_add(i64::try_from(seconds)?.seconds())?;
        let (pin, at) = (1000 + person * 7 % PEOPLE, at.strftime("%Y-%m-%d %H:%M:%S"));
        lines.push(format!("{pin}\t{at}\t255\t1\t0\n"));
        if nth % (4 * PEOPLE) == 4 * PEOPLE - 1 {
            day = day.tomorrow().context("a day after")?;
        }
    }
    Ok(lines.chunks(BATCH).zip(1..).map(|(batch, stamp)| request(batch, stamp)).collect())
}

fn request(batch: &[String], stamp: usize) -> String {
    let body = batch.concat();
    let mut text = format!("POST /iclock/cdata?SN={BOX}&table=ATTLOG&Stamp={stamp} HTTP/1.1\r\n");
    let _ = write!(text, "Host: bench.example\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    text
}
