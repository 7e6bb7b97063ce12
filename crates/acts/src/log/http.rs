//! A published log on a web server, as a mirror reads it: plain HTTP/1.0, one file at a time.
//!
//! The log proves itself, so nothing is lost by reading it in the clear. A site that answers over
//! https alone is mirrored first, with any program that copies web pages.

use std::io::{self, Error, ErrorKind, Read as _, Write as _};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::str::FromStr;
use std::time::Duration;

/// How long the server may be silent.
const PATIENCE: Duration = Duration::from_secs(30);
/// The largest file of a log: 256 entries of 65,535 bytes each, with headers.
const MOST: u64 = 17 << 20;

/// The address of a published log: `http://HOST[:PORT][/FOLDER]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    host: String,
    folder: String,
}

/// The text is not the address of a log that can be read here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SiteUrlError {
    /// Only plain http is spoken here.
    #[error(
        "`{0}` needs https, which this command does not speak: copy the folder with a mirroring \
         program first and check it with --dir; the log proves itself"
    )]
    Https(String),
    /// Not an address.
    #[error("`{0}` is not the address of a log: write `http://HOST[:PORT]/FOLDER`")]
    Form(String),
}

impl FromStr for Site {
    type Err = SiteUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("https://") {
            return Err(SiteUrlError::Https(text.to_owned()));
        }
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
        let form = || SiteUrlError::Form(text.to_owned());
        let rest = text.strip_prefix("http://").filter(|rest| plain(rest)).ok_or_else(form)?;
        let (host, folder) = rest.split_once('/').unwrap_or((rest, ""));
        if host.is_empty() || folder.contains(['?', '#']) {
            return Err(form());
        }
        let folder = folder.trim_end_matches('/');
        let folder = if folder.is_empty() { String::new() } else { format!("/{folder}") };
        Ok(Self { host: host.to_owned(), folder })
    }
}

impl qz_ledger::Source for Site {
    fn get(&self, path: &str) -> io::Result<Vec<u8>> {
        let mut stream = self.connect()?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let Self { host, folder } = self;
        let question =
            format!("GET {folder}/{path} HTTP/1.0\r\nHost: {host}\r\nAccept: */*\r\n\r\n");
        stream.write_all(question.as_bytes())?;
        let mut answer = Vec::new();
        stream.take(MOST).read_to_end(&mut answer)?;
        body(answer)
    }
}

impl Site {
    fn connect(&self) -> io::Result<TcpStream> {
        let name = self.host.as_str();
        let has_port = name.rsplit_once(':').is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        let name = if has_port { name.to_owned() } else { format!("{name}:80") };
        let mut refused = Error::from(ErrorKind::AddrNotAvailable);
        for address in name.to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, PATIENCE) {
                Ok(stream) => return Ok(stream),
                Err(error) => refused = error,
            }
        }
        Err(refused)
    }
}

/// The body of an answer that says 200 and has the length it says.
fn body(mut answer: Vec<u8>) -> io::Result<Vec<u8>> {
    let garbled = || Error::new(ErrorKind::InvalidData, "the server's answer is no HTTP answer");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(garbled)?;
    let head = str::from_utf8(&answer[..end]).map_err(|_| garbled())?;
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).ok_or_else(garbled)?;
    match status {
        "200" => {}
        "404" | "410" => return Err(ErrorKind::NotFound.into()),
        other => return Err(Error::other(format!("the server answers {other}"))),
    }
    let says = lines.filter_map(|line| line.split_once(':')).find_map(|(name, value)| {
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>())
    });
    let body = answer.split_off(end + 4);
    match says {
        Some(Ok(length)) if length != body.len() => Err(ErrorKind::UnexpectedEof.into()),
        Some(Err(_)) => Err(garbled()),
        _ => Ok(body),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_of_a_folder_are_read() {
        let site: Site = "http://127.0.0.1:8080/log/".parse().unwrap();
        assert_eq!(site, Site { host: "127.0.0.1:8080".to_owned(), folder: "/log".to_owned() });
        let site: Site = "http://county.example".parse().unwrap();
        assert_eq!(site, Site { host: "county.example".to_owned(), folder: String::new() });
        for bad in
            ["", "county.example/log", "http://", "http:///log", "http://a b/", "http://a/?b"]
        {
            assert_eq!(bad.parse::<Site>(), Err(SiteUrlError::Form(bad.to_owned())), "{bad}");
        }
    }

    #[test]
    fn https_is_refused_with_the_way_round() {
        let refusal = "https://county.example/log".parse::<Site>().unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "`https://county.example/log` needs https, which this command does not speak: copy the \
             folder with a mirroring program first and check it with --dir; the log proves itself"
        );
    }

    #[test]
    fn an_answer_is_its_body_or_an_error() {
        let read = |text: &str| body(text.as_bytes().to_vec());
        assert_eq!(read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab").unwrap(), b"ab");
        assert_eq!(read("HTTP/1.0 200 OK\r\n\r\n").unwrap(), b"");
        let kind = |text: &str| read(text).unwrap_err().kind();
        assert_eq!(kind("HTTP/1.1 404 Not Found\r\n\r\n"), ErrorKind::NotFound);
        assert_eq!(kind("HTTP/1.1 500 Oh\r\n\r\n"), ErrorKind::Other);
        assert_eq!(
            kind("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nab"),
            ErrorKind::UnexpectedEof
        );
        assert_eq!(kind("HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\nab"), ErrorKind::InvalidData);
        assert_eq!(kind("hello"), ErrorKind::InvalidData);
    }
}
