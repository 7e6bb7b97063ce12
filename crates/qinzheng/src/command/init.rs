//! `qinzheng init`: a county's folder, its store, its log key and its three officers.

use crate::county::{self, Plan, host};
use anyhow::{Context, Result};
use clap::Args;
use qz_acts::backup::Tenant;
use qz_acts::chance::SystemChance;
use qz_acts::identity::init::{County, Invitation, init};
use qz_domain::ambient::Chance;
use qz_domain::spelled::Spelled;
use qz_ledger::SignerState;
use std::path::PathBuf;
use std::process::ExitCode;

/// Whose county, and where.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The folder to make; it may be there, but no county in it.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// The code of the county, such as SH; its own unit has it.
    #[arg(long, value_name = "CODE")]
    county_code: String,
    /// The name of the county, such as 示河县.
    #[arg(long, value_name = "NAME")]
    county_name: String,
    /// Its English name.
    #[arg(long, value_name = "NAME", default_value = "")]
    county_name_en: String,
    /// The store: sqlite:FILE.db in the folder, or postgres://…
    #[arg(long, value_name = "URL", default_value = "sqlite:qinzheng.db")]
    store: String,
    /// How people reach the site: https://host
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    public_url: String,
    /// Where the server listens.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: String,
    /// The name of the log; HOST/CODE/acts unless given.
    #[arg(long, value_name = "NAME")]
    log_origin: Option<String>,
}

/// Does it.
pub async fn run(arguments: Arguments) -> Result<ExitCode> {
    let plan = plan(arguments);
    let (folder, tenant) = (plan.folder.clone(), plan.county.clone());
    let mut making = plan.begin()?;
    let config = making.config()?;
    making.key(&SystemChance.bytes())?;
    making.state(SignerState::new())?;
    let acts = county::open(&config).await?;
    let Tenant { code, name, name_en } = tenant;
    let begun = init(&acts, &County { code, name, name_en, since: None }).await;
    acts.close().await;
    let invitations =
        begun.context("the store holds a county already, or its name or code cannot be used")?;
    making.keep();
    say(&folder, &invitations);
    Ok(ExitCode::SUCCESS)
}

fn plan(arguments: Arguments) -> Plan {
    let Arguments { folder, county_code, county_name, county_name_en, store, .. } = arguments;
    let Arguments { public_url, listen, log_origin, .. } = arguments;
    let origin = log_origin
        .unwrap_or_else(|| format!("{}/{}/acts", host(&public_url), county_code.to_lowercase()));
    let county = Tenant { code: county_code, name: county_name, name_en: county_name_en };
    Plan { folder, county, store, listen, public_url, origin, is_demo: false }
}

fn say(folder: &std::path::Path, invitations: &[Invitation]) {
    println!("One-time codes of the three officers, shown this once and good for 24 hours:");
    for Invitation { role, account_name, code } in invitations {
        println!("  {account_name:<9} {}  {}", code.reveal(), role.chinese());
    }
    let folder = folder.display();
    eprintln!(
        "Made {folder}. Keep a copy of {folder}/log.key elsewhere; next:\n\
         \x20 qinzheng doctor --data {folder}\n\
         \x20 qinzheng serve --data {folder}\n\
         Each officer opens /sign-in, uses the code, and sets a password."
    );
}
