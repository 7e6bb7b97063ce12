//! The least of a device's HTTP: one call a connection.

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// How long the port may be silent.
const PATIENCE: Duration = Duration::from_mins(1);

/// A port to call at.
#[derive(Debug, Clone)]
pub(super) struct Line {
    host: String,
}

impl Line {
    /// Reads `http://HOST:PORT`.
    pub fn to(url: &str) -> Result<Self> {
        let host = url.strip_prefix("http://").map(|rest| rest.trim_end_matches('/'));
        match host {
            Some(host) if host.contains(':') && !host.contains('/') => {
                Ok(Self { host: host.to_owned() })
            }
            _ => bail!("`{url}` is no terminal port: write `http://HOST:PORT`"),
        }
    }

    /// Asks.
    pub fn get(&self, path: &str) -> Result<(u16, String)> {
        self.call(&format!("GET {path} HTTP/1.1\r\n"), "", "")
    }

    /// Sends, with the time the box's clock shows.
    pub fn post(&self, path: &str, clock: &str, body: &str) -> Result<(u16, String)> {
        let clock = format!("Date: {clock}\r\nContent-Length: {}\r\n", body.len());
        self.call(&format!("POST {path} HTTP/1.1\r\n"), &clock, body)
    }

    /// Sends a text of some kind; gives the status and what time it is at the port.
    pub fn tell(&self, path: &str, kind: &str, body: &str) -> Result<(u16, Timestamp)> {
        let headers = format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
        let (status, head, _) =
            self.exchange(&format!("POST {path} HTTP/1.1\r\n"), &headers, body)?;
        let date = head.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("date").then(|| value.trim().to_owned())
        });
        let date = date.context("the answer does not tell the time")?;
        let at = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(&date)?;
        Ok((status, at))
    }

    fn call(&self, begin: &str, headers: &str, body: &str) -> Result<(u16, String)> {
        self.exchange(begin, headers, body).map(|(status, _, body)| (status, body))
    }

    fn exchange(&self, begin: &str, headers: &str, body: &str) -> Result<(u16, String, String)> {
        let host = &self.host;
        let stream = TcpStream::connect(host);
        let mut stream = stream.with_context(|| format!("nothing listens at {host}"))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "{begin}Host: {host}\r\nConnection: close\r\n{headers}\r\n{body}")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").context("the answer is torn")?;
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Ok((status.context("the answer has no status")?, head.to_owned(), body.to_owned()))
    }
}
