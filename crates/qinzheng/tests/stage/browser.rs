//! The least of a browser: one request a connection, a cookie, forms.

use std::fmt::Write as _;
use std::io::{Error, Read, Result, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// An answer.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The cookies it sets, as they are sent back.
    pub cookies: String,
    /// The text.
    pub body: String,
}

/// Asks for a page.
pub fn get(server: SocketAddr, path: &str, cookies: &str) -> Result<Answer> {
    ask(server, &format!("GET {path} HTTP/1.1\r\n"), cookies, "")
}

/// Sends a form.
pub fn post(
    server: SocketAddr,
    path: &str,
    cookies: &str,
    fields: &[(&str, &str)],
) -> Result<Answer> {
    let pairs: Vec<_> =
        fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let head = format!(
        "POST {path} HTTP/1.1\r\nOrigin: http://{server}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n"
    );
    ask(server, &head, cookies, &pairs.join("&"))
}

fn ask(server: SocketAddr, begin: &str, cookies: &str, body: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect_timeout(&server, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    write!(
        stream,
        "{begin}Host: {server}\r\nCookie: {cookies}\r\nConnection: close\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    // A server that is killed leaves a torn answer: no acknowledgement.
    let torn = || Error::other("the answer is torn");
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(torn)?;
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(torn)?;
    let cookies = head.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
    let cookies: Vec<_> = cookies.filter_map(|cookie| cookie.split(';').next()).collect();
    Ok(Answer { status, cookies: cookies.join("; "), body: body.to_owned() })
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"*-._".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
