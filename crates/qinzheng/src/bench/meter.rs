//! CPU time of this process: what survives a busy machine. Where the system does not tell it, the clock on the wall
//! stands in, and the unit says so.

use std::time::{Duration, Instant};

/// Measures from its making on.
pub struct Meter {
    wall: Instant,
    cpu: Option<Duration>,
}

/// What a stretch of work took.
#[derive(Debug, Clone, Copy)]
pub struct Spent {
    /// On the wall.
    pub wall: Duration,
    /// Of this process, all its threads together.
    cpu: Option<Duration>,
}

impl Meter {
    /// Begins.
    pub fn start() -> Self {
        Self { wall: Instant::now(), cpu: cpu() }
    }

    /// What was spent since.
    pub fn stop(self) -> Spent {
        let cpu = cpu().zip(self.cpu).map(|(now, then)| now.saturating_sub(then));
        Spent { wall: self.wall.elapsed(), cpu }
    }
}

impl Spent {
    /// Seconds of CPU, or of the wall where the system tells no CPU time.
    pub fn seconds(self) -> f64 {
        self.cpu.unwrap_or(self.wall).as_secs_f64()
    }
}

/// How a figure per second of CPU is called here.
pub fn unit(of_cpu: &'static str, of_wall: &'static str) -> &'static str {
    if cpu().is_some() { of_cpu } else { of_wall }
}

/// User and system time of all threads so far.
#[cfg(unix)]
fn cpu() -> Option<Duration> {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    spent.try_into().ok()
}

#[cfg(not(unix))]
fn cpu() -> Option<Duration> {
    None
}

/// The most memory this process has held, in MB; `None` where the system does not tell.
pub fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}
