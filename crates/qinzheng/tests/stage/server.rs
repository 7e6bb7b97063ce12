//! A demo server of a test's own, which the test may stop or kill.

use crate::browser::get;
use crate::program::{Place, command};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running server.
pub struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts it on a free port; it may not be ready yet.
    pub fn start(place: &Place, folder: &str) -> Self {
        Self::start_with(place, &["demo", "--port", "0", "--data", folder])
    }

    /// Starts it with arguments of its own.
    pub fn start_with(place: &Place, arguments: &[&str]) -> Self {
        let mut program = command(&place.path("."), arguments);
        program.env("RUST_LOG", "off").stdout(Stdio::piped());
        let mut child = program.spawn().expect("the server starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its words")).lines();
        let first = lines.next().expect("it says where it is").expect("in words");
        // The rest is read too, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let (_, rest) = first.split_once("http://").expect("an address");
        let address = rest.split('/').next().expect("an address").parse().expect("an address");
        Self { child, address }
    }

    /// Where it is.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits until it is ready.
    pub fn ready(self) -> Self {
        let began = Instant::now();
        while !get(self.address, "/readyz", "").is_ok_and(|answer| answer.status == 200) {
            assert!(began.elapsed() < Duration::from_mins(2), "the server does not become ready");
            std::thread::sleep(Duration::from_millis(50));
        }
        self
    }

    /// Kills it: it can do nothing about it.
    pub fn kill(mut self) {
        self.child.kill().expect("the server is a child of ours");
        self.child.wait().expect("it ends");
    }

    /// Asks it to stop, and sees that it does.
    pub fn stop(mut self) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(asked.expect("kill is there").success());
        let status = self.child.wait().expect("it ends");
        assert!(status.success(), "it ended with {status}");
    }
}

impl Drop for Server {
    /// A test that failed leaves no server behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
