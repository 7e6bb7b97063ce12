//! The binary: configuration and commands. Every command calls the acts; none decides anything.

mod archive;
mod attendance;
mod bench;
mod command;
mod config;
mod county;
mod demo;
mod doctor;
mod importing;
mod installation;
mod log;
mod persona;
mod restoring;
mod secret_file;
mod server;

use clap::Parser;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = command::Arguments::parse();
    log::start(arguments.log_format);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = runtime
        .map_err(anyhow::Error::from)
        .and_then(|runtime| runtime.block_on(command::run(arguments.command)));
    match outcome {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("qinzheng: {fault:#}");
            ExitCode::FAILURE
        }
    }
}
