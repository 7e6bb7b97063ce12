//! A PostgreSQL server of a test's own, which the test may stop as a power cut would.
//!
//! The server's programs refuse to run as root, so as root they run as the user `postgres`.

use super::{DATA_VARIABLE, PROGRAMS_VARIABLE};
use crate::shared_folder::skip;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs};
use tempfile::TempDir;

/// Appended to `postgresql.conf`: small, loopback only, and as careful with the disk as in earnest.
const SETTINGS: &str = "
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 32MB
max_connections = 100
fsync = on
synchronous_commit = on
full_page_writes = on
";

/// How many ports are tried before a cluster gives up.
const TRIES: u32 = 20;

static CLUSTERS: AtomicU32 = AtomicU32::new(0);

/// A server with its own data folder and port, on loopback, open to user `postgres` without a
/// password. Dropping it stops the server and removes the folder.
#[derive(Debug)]
pub struct Cluster {
    folder: TempDir,
    programs: PathBuf,
    account: Option<Account>,
    port: u16,
}

/// The unprivileged account that the programs run as when the test runs as root.
#[derive(Clone, Copy, Debug)]
struct Account {
    user: u32,
    group: u32,
}

impl Cluster {
    /// Makes a cluster and starts it.
    ///
    /// `None`, after a `skipped:` line, when [`PROGRAMS_VARIABLE`] names no folder of programs.
    ///
    /// # Panics
    /// With `CI=true` instead of `None`; when a program fails, with its own words.
    pub fn start() -> Option<Self> {
        let Some(programs) = env::var_os(PROGRAMS_VARIABLE).filter(|value| !value.is_empty())
        else {
            skip(&format!("no PostgreSQL programs ({PROGRAMS_VARIABLE} is not set)"));
            return None;
        };
        let mut cluster = Self::make(PathBuf::from(programs));
        for _ in 0..TRIES {
            cluster.port = free_port();
            let outcome = cluster.try_start();
            if outcome.status.success() {
                return Some(cluster);
            }
            assert!(cluster.port_was_taken(), "{}", cluster.words(&outcome));
        }
        panic!("no free port for a PostgreSQL cluster after {TRIES} tries");
    }

    /// The port on 127.0.0.1, the same after every restart.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address of `database`; a new cluster has one, `postgres`.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Stops the server at once, with `-m immediate`: nothing is flushed, as when power fails.
    ///
    /// # Panics
    /// When the server is not running or does not stop.
    pub fn stop_immediate(&self) {
        self.stop("immediate");
    }

    /// Stops the server in good order, with `-m fast`.
    ///
    /// # Panics
    /// When the server is not running or does not stop.
    pub fn stop_fast(&self) {
        self.stop("fast");
    }

    /// Starts a stopped server on its old port; it recovers before it answers.
    ///
    /// # Panics
    /// When it does not come up, with the server's own words.
    pub fn start_again(&self) {
        let outcome = self.try_start();
        assert!(outcome.status.success(), "{}", self.words(&outcome));
    }

    fn make(programs: PathBuf) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("qz-cluster-")
            .tempdir_in(place())
            .unwrap_or_else(|fault| panic!("no folder for a cluster: {fault}"));
        let cluster = Self { folder, programs, account: account(), port: 0 };
        cluster.give_folder_away();
        let mut initdb = cluster.program("initdb");
        initdb.arg("-D").arg(cluster.data()).args(["-U", "postgres", "--auth=trust"]);
        initdb.args(["--locale=C", "--encoding=UTF8", "--no-sync"]);
        let outcome = output(&mut initdb);
        assert!(outcome.status.success(), "{}", cluster.words(&outcome));
        cluster.write_settings();
        cluster
    }

    fn give_folder_away(&self) {
        #[cfg(unix)]
        if let Some(Account { user, group }) = self.account {
            std::os::unix::fs::chown(self.folder.path(), Some(user), Some(group))
                .unwrap_or_else(|fault| panic!("cannot give the folder to postgres: {fault}"));
        }
    }

    fn write_settings(&self) {
        let file = self.data().join("postgresql.conf");
        let written = fs::read_to_string(&file).and_then(|old| fs::write(&file, old + SETTINGS));
        written.unwrap_or_else(|fault| panic!("cannot write {}: {fault}", file.display()));
    }

    fn try_start(&self) -> Output {
        let _ = fs::remove_file(self.log());
        let mut start = self.pg_ctl();
        start.args(["-w", "-t", "120", "-o"]).arg(format!("-p {}", self.port));
        output(start.arg("-l").arg(self.log()).arg("start"))
    }

    fn stop(&self, mode: &str) {
        let outcome = output(self.pg_ctl().args(["-w", "-t", "60", "-m", mode, "stop"]));
        assert!(outcome.status.success(), "{}", self.words(&outcome));
    }

    fn pg_ctl(&self) -> Command {
        let mut command = self.program("pg_ctl");
        command.arg("-D").arg(self.data());
        command
    }

    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = if self.account.is_some() {
            let mut runuser = Command::new("runuser");
            runuser.args(["-u", "postgres", "--"]).arg(path);
            runuser
        } else {
            Command::new(path)
        };
        command.current_dir(self.folder.path()).env("LC_ALL", "C");
        command
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    fn port_was_taken(&self) -> bool {
        fs::read_to_string(self.log()).is_ok_and(|log| log.contains("Address already in use"))
    }

    /// What a failed program and the server's log say.
    fn words(&self, outcome: &Output) -> String {
        let said = String::from_utf8_lossy(&outcome.stderr);
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        format!("a PostgreSQL program failed ({}): {said}\n{log}", outcome.status)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.data().join("postmaster.pid").exists() {
            let _ = self.pg_ctl().args(["-w", "-m", "immediate", "stop"]).output();
        }
    }
}

/// Beside the run's shared server, whose end sweeps that folder; else in the temporary folder.
fn place() -> PathBuf {
    let data = env::var_os(DATA_VARIABLE).map(PathBuf::from);
    data.as_deref().and_then(Path::parent).map_or_else(env::temp_dir, Path::to_path_buf)
}

/// The account to run as: none of another's unless this process is root.
fn account() -> Option<Account> {
    if identity(&["-u"]) != Some(0) {
        return None;
    }
    match (identity(&["-u", "postgres"]), identity(&["-g", "postgres"])) {
        (Some(user), Some(group)) => Some(Account { user, group }),
        _ => panic!("as root, PostgreSQL runs as the user postgres, and there is none"),
    }
}

fn identity(arguments: &[&str]) -> Option<u32> {
    let outcome = Command::new("id").args(arguments).output().ok()?;
    String::from_utf8(outcome.stdout).ok()?.trim().parse().ok()
}

/// A port below the range that outgoing connections take, so that a stopped cluster keeps it.
fn free_port() -> u16 {
    const FIRST: u32 = 15_000;
    const COUNT: u32 = 15_000;
    for _ in 0..COUNT {
        let turn = CLUSTERS.fetch_add(1, Ordering::Relaxed);
        let offset = std::process::id().wrapping_mul(61).wrapping_add(turn.wrapping_mul(7)) % COUNT;
        let port = u16::try_from(FIRST + offset).unwrap_or_default();
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
    panic!("no free port between {FIRST} and {}", FIRST + COUNT);
}

fn output(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|fault| panic!("cannot run {command:?}: {fault}"))
}
