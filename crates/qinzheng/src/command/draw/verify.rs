//! `qinzheng draw verify`: who was drawn, worked out again from the published file alone.

use crate::command::vkey::read_key;
use anyhow::{Context, Result};
use clap::Args;
use qz_engine::draw::{Published, Verified, verify};
use std::path::PathBuf;
use std::process::ExitCode;

/// What to check, and with which key.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file that was published of the draw.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The public key of the log, or a file with it.
    #[arg(long, value_name = "KEY")]
    vkey: Option<String>,
}

/// Does it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let Arguments { file, vkey } = arguments;
    let key = vkey.as_deref().map(read_key).transpose()?;
    let name = || file.display().to_string();
    let text = std::fs::read_to_string(file).with_context(name)?;
    let draw = Published::read(&text).with_context(name)?;
    let verified = verify(&draw, key.as_ref()).with_context(name)?;
    say(&draw, &verified);
    Ok(ExitCode::SUCCESS)
}

fn say(draw: &Published, verified: &Verified) {
    let Verified { pool, drawn, size, is_signature_checked } = verified;
    println!("{} {}: {} of {pool} drawn", draw.terms.organ, draw.terms.draw, drawn.len());
    for (at, (code, name)) in drawn.iter().enumerate() {
        println!("{}. {code} {name}", at + 1);
    }
    println!("called off before it: {}", draw.called_off);
    if *is_signature_checked {
        println!("checkpoint of {size} leaves: its signature was checked");
    } else {
        eprintln!("No key was given: the file agrees with itself, and no signature was checked.");
    }
}
