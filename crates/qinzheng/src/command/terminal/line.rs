//! The least of a device's HTTP: one call a connection.

use anyhow::{Context, Result, bail};
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

    fn call(&self, begin: &str, headers: &str, body: &str) -> Result<(u16, String)> {
        let host = &self.host;
        let stream = TcpStream::connect(host);
        let mut stream = stream.with_context(|| format!("nothing listens at {host}"))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "{begin}Host: {host}\r\nConnection: close\r\n{headers}\r\n{body}")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").context("the answer is torn")?;
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Ok((status.context("the answer has no status")?, body.to_owned()))
    }
}
