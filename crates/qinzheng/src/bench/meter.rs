//! CPU time of this process: what survives a busy machine. Linux tells it in hundredths of a
//! second; elsewhere the clock on the wall stands in, and the unit says so.

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

/// User and system time so far. The kernel counts ticks of 10 ms there, whatever its own are.
fn cpu() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may hold anything.
    let (_, fields) = stat.rsplit_once(") ")?;
    let ticks: u64 = fields.split(' ').skip(11).take(2).filter_map(|n| n.parse::<u64>().ok()).sum();
    Some(Duration::from_millis(ticks * 10))
}
