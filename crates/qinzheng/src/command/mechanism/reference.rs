//! `qinzheng mechanism reference`: the reference pages of the language, as they stand in `docs/guide`.

use super::fmt::Lang;
use clap::{Args, ValueEnum};
use qz_mechanism::reference::Page;
use std::process::ExitCode;

/// Which page, in which language.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The page.
    #[arg(value_enum, default_value = "language")]
    page: Which,
    /// The language it is written in.
    #[arg(long, value_enum, default_value = "zh")]
    lang: Lang,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Which {
    /// Every word of the language, its terms and its expressions.
    Language,
    /// Every source of facts with its fields.
    Sources,
}

/// Does it.
pub fn run(arguments: &Arguments) -> ExitCode {
    let page = match arguments.page {
        Which::Language => Page::Language,
        Which::Sources => Page::Sources,
    };
    print!("{}", page.write(arguments.lang.into()));
    ExitCode::SUCCESS
}
