//! A box that calls, byte by byte, and a port to call at.

use qz_acts::StoreUrl;
use qz_acts::terminal::view::{Page, PunchFilter, PunchLine};
use qz_domain::id::TerminalId;
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use qz_testkit::terminal::in_service;
use qz_web::serve::serve;
use qz_web::terminal::terminals;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The number on the box that is in service.
pub const BOX: &str = "CJDE0001";

/// A county with a port.
pub struct Port {
    pub county: County,
    pub address: SocketAddr,
    pub terminal: TerminalId,
    folder: tempfile::TempDir,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Port {
    pub async fn open(patience: Duration) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
        let terminal = in_service(&county, BOX).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = terminals(county.acts.clone(), patience);
        tokio::spawn(serve(listener, router, (patience, std::future::pending())));
        Self { county, address, terminal, folder }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).await
    }

    pub async fn post(&self, path: &str, body: &str) -> Answer {
        self.post_with(path, "", body).await
    }

    /// Posts with further header lines, each with its end.
    pub async fn post_with(&self, path: &str, headers: &str, body: &str) -> Answer {
        let length = body.len();
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\
             Content-Length: {length}\r\n\r\n{body}"
        ))
        .await
    }

    pub async fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        // Whoever is answered before the end of what it sends may find the way closed.
        let _ = stream.write_all(request.as_bytes()).await;
        let mut bytes = vec![];
        let _ = stream.read_to_end(&mut bytes).await;
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// Sends lines of punches.
    pub async fn attlog(&self, stamp: &str, lines: &str) -> Answer {
        self.post(&format!("/iclock/cdata?SN={BOX}&table=ATTLOG&Stamp={stamp}"), lines).await
    }

    /// All that the store wrote to the disk.
    pub fn bytes(&self) -> String {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        let files = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        files.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
    }

    /// Every punch there is, the latest first.
    pub async fn punches(&self) -> Vec<PunchLine> {
        let hr = self.county.account(Role::Hr).await;
        let all = PunchFilter::default();
        self.county.acts.punches(hr, &all, Page::all()).await.unwrap().0
    }
}

/// A port that is patient.
pub async fn port() -> Port {
    Port::open(Duration::from_secs(20)).await
}
