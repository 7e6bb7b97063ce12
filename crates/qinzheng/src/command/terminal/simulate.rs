//! `qinzheng terminal simulate`: several boxes at once, each with days of punches to catch up on.

use super::box_of::{Device, Sent};
use super::door_of::Door;
use super::line::Line;
use anyhow::{Result, anyhow, bail};
use clap::{Args, ValueEnum};
use std::process::ExitCode;
use std::thread;

/// Who calls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Vendor {
    /// Terminals of the push protocol (`iclock`, ADMS).
    #[default]
    Iclock,
    /// A door controller that sends ISAPI events.
    Hikvision,
}

/// Where, and how much.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The terminal port, such as <http://127.0.0.1:8090>.
    #[arg(long, value_name = "URL")]
    url: String,
    /// Whose devices call.
    #[arg(long, value_enum, default_value_t)]
    vendor: Vendor,
    /// The key of a door controller, as it was shown.
    #[arg(long)]
    key: Option<String>,
    /// The serial number of the box; of several, the second is called SERIAL-2, and so on.
    #[arg(long)]
    serial: String,
    /// How many people use a box: numbers 0001, 0002 …
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=9999))]
    people: u16,
    /// How many days it was off-line.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=400))]
    days: u16,
    /// What chance follows from: the same seed, the same punches.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// How many boxes call at once.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=500))]
    terminals: u16,
}

/// Does it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let line = Line::to(&arguments.url)?;
    if arguments.vendor == Vendor::Hikvision {
        let (Some(key), 1) = (&arguments.key, arguments.terminals) else {
            bail!("a door controller comes in by its own key: say --key, and no --terminals");
        };
        let door = Door { device: device(arguments, 1), key: key.clone() };
        return Ok(told(&door.device.serial, door.work(&line)));
    }
    let devices: Vec<_> = (1..=arguments.terminals).map(|nth| device(arguments, nth)).collect();
    let outcomes: Vec<Result<Sent>> = thread::scope(|scope| {
        let working: Vec<_> =
            devices.iter().map(|device| scope.spawn(|| device.work(&line))).collect();
        let end = |one: thread::ScopedJoinHandle<'_, Result<Sent>>| {
            one.join().unwrap_or_else(|_| Err(anyhow!("a box broke down")))
        };
        working.into_iter().map(end).collect()
    });
    let mut code = ExitCode::SUCCESS;
    for (device, outcome) in devices.iter().zip(outcomes) {
        if told(&device.serial, outcome) != ExitCode::SUCCESS {
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

/// Says what came of one device.
fn told(serial: &str, outcome: Result<Sent>) -> ExitCode {
    match outcome {
        Ok(Sent { lines, again, orders }) => {
            println!(
                "{serial}: {lines} punches, {again} lines sent again, {orders} orders answered"
            );
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn device(arguments: &Arguments, nth: u16) -> Device {
    let Arguments { serial, people, days, seed, .. } = arguments;
    Device {
        serial: if nth == 1 { serial.clone() } else { format!("{serial}-{nth}") },
        people: usize::from(*people),
        days: usize::from(*days),
        seed: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(u64::from(nth) << 8),
        // A minute and a half ahead at most, and as much behind.
        ahead: i64::from(nth % 7) * 30 - 90,
    }
}
