//! The store: whether it opens, is up to date, keeps time, has its officers and agrees with its
//! ledger.

use super::Finding;
use crate::config::Config;
use crate::county;
use jiff::{SignedDuration, Timestamp};
use qz_acts::Acts;
use qz_acts::identity::init::check_officers;
use qz_acts::log::{ActFilter, Options, verify_store};
use qz_domain::instant::rfc3339;

/// A clock may be this far behind the latest act before it is wrong.
const SLACK: SignedDuration = SignedDuration::from_mins(2);
/// No clock that is right shows less: this program was written later.
const WRITTEN: i16 = 2026;

/// Looks at the store; a store that does not open is the only finding.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let acts = match county::open(config).await {
        Ok(acts) => acts,
        Err(fault) => return vec![Finding::fault("store", format!("{fault:#}"))],
    };
    let mut findings = vec![Finding::ok("store", "opens, its engine is fit, it is up to date")];
    findings.push(clock(config, &acts).await);
    if !config.is_demo {
        findings.push(officers(&acts).await);
    }
    acts.close().await;
    findings.push(ledger(config).await);
    findings
}

async fn clock(config: &Config, acts: &Acts) -> Finding {
    const WHAT: &str = "clock";
    let now = acts.now();
    let latest = match acts.log_rows(&ActFilter::default(), None, 1).await {
        Ok(newest) => newest.first().map_or(Timestamp::MIN, |act| act.at),
        Err(fault) => return Finding::fault(WHAT, format!("the store failed: {fault}")),
    };
    let shown = rfc3339(now);
    if !config.is_demo && qz_domain::instant::day(now).year() < WRITTEN {
        return Finding::fault(WHAT, format!("it shows {shown}: set the machine's clock"));
    }
    if latest.duration_since(now) > SLACK {
        let latest = rfc3339(latest);
        let found = format!("it shows {shown}, the latest act is of {latest}: set the clock right");
        return Finding::fault(WHAT, found);
    }
    Finding::ok(WHAT, shown)
}

async fn officers(acts: &Acts) -> Finding {
    const WHAT: &str = "officers";
    match check_officers(acts).await {
        Ok(faults) if faults.is_empty() => Finding::ok(WHAT, "three, active and apart"),
        Ok(faults) => {
            let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
            Finding::fault(WHAT, faults.join("; "))
        }
        Err(fault) => Finding::fault(WHAT, fault.to_string()),
    }
}

async fn ledger(config: &Config) -> Finding {
    const WHAT: &str = "ledger";
    let key = county::public_key(&config.log).ok();
    let signer = county::log_files(&config.log).state().ok();
    match verify_store(&config.store, &Options { key, signer }, |_, _| {}).await {
        Ok(found) => {
            Finding::ok(WHAT, format!("{} entries, {} objects in order", found.size, found.objects))
        }
        Err(fault) => Finding::fault(WHAT, format!("{:#}", anyhow::Error::from(fault))),
    }
}
