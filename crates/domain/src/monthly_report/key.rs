//! Which report (月报编号): the campaign, the unit and the month, whether or not anything was reported
//! yet: `12-31-2015-07`.

use crate::id::{CampaignId, UnitId};
use crate::month::Month;
use std::fmt;
use std::str::FromStr;

/// Names a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportKey {
    /// The campaign that asks for it.
    pub campaign: CampaignId,
    /// The unit that reports.
    pub unit: UnitId,
    /// The month.
    pub month: Month,
}

/// A text that names no report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no report: it is the numbers of campaign and unit, and the month")]
pub struct ParseKeyError(pub String);

impl fmt::Display for ReportKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}-{}", self.campaign, self.unit, self.month)
    }
}

impl FromStr for ReportKey {
    type Err = ParseKeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text).ok_or_else(|| ParseKeyError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<ReportKey> {
    let mut parts = text.splitn(3, '-');
    let campaign = parts.next()?.parse().ok()?;
    let unit = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Some(ReportKey { campaign, unit, month })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_and_another_text_is_none() {
        let month = Month::new(2015, 7).unwrap();
        let key = ReportKey { campaign: CampaignId(12), unit: UnitId(31), month };
        assert_eq!(key.to_string(), "12-31-2015-07");
        assert_eq!("12-31-2015-07".parse(), Ok(key));
        for text in ["", "12", "12-31", "12-31-2015", "-1-2-2015-07", "a-31-2015-07"] {
            assert!(text.parse::<ReportKey>().is_err(), "{text}");
        }
    }
}
