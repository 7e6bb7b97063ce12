//! The statutory holidays (法定节假日): 全国年节及纪念日放假办法 art. 2, by the orders that changed it.

use super::civil::Civil;
use super::notice::{Notice, NoticeError, said};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: Vec<Version>,
}

/// The holidays as one order has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    #[serde(rename = "order")]
    _order: String,
    from: Civil,
    until: Option<Civil>,
    holiday: Vec<Holiday>,
}

#[derive(Debug, Deserialize)]
struct Holiday {
    name: String,
    #[serde(flatten)]
    start: Start,
    #[serde(default)]
    eve: bool,
    days: i32,
}

/// Where a holiday begins.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Start {
    /// A month and day: `05-01`.
    On(String),
    /// A feast whose civil date the year's file has.
    Feast(String),
}

/// The statutory days of a year with their names.
pub struct Statute {
    /// Each day; where two holidays meet, both names in the order of the law.
    pub days: BTreeMap<Date, String>,
}

/// Reads `law/holidays/statutory.toml`.
pub fn read(text: &str) -> Result<Vec<Version>, NoticeError> {
    let file: File = toml::from_str(text).map_err(|fault| NoticeError::Form(said(&fault, text)))?;
    Ok(file.version)
}

impl Statute {
    /// The statutory days of a notice's year, under the version in force on its first day.
    pub fn of(versions: &[Version], notice: &Notice) -> Result<Self, NoticeError> {
        let first = Date::new(notice.year, 1, 1).ok();
        let version = first.and_then(|first| versions.iter().find(|one| one.holds_on(first)));
        let version = version.ok_or_else(|| {
            let fault = "no statutory holidays are known of that year; correct `year`";
            notice.wrong("year", fault.to_owned())
        })?;
        let mut days = BTreeMap::new();
        for holiday in &version.holiday {
            let start = holiday.begins(notice)?;
            for day in (0..holiday.days).map(|later| start.saturating_add(later.days())) {
                let names: &mut String = days.entry(day).or_default();
                *names = match names.as_str() {
                    "" => holiday.name.clone(),
                    before => format!("{before}/{}", holiday.name),
                };
            }
        }
        Ok(Self { days })
    }
}

impl Version {
    fn holds_on(&self, day: Date) -> bool {
        self.from.0 <= day && self.until.is_none_or(|until| day <= until.0)
    }
}

impl Holiday {
    fn begins(&self, notice: &Notice) -> Result<Date, NoticeError> {
        let day = match &self.start {
            Start::On(day) => format!("{:04}-{day}", notice.year).parse().ok(),
            Start::Feast(name) => {
                notice.feasts.iter().find(|feast| feast.name == *name).map(|feast| feast.first.0)
            }
        };
        let day = day.ok_or_else(|| {
            let row = format!("{{ name = \"{}\", first = {}-MM-DD }}", self.name, notice.year);
            notice.wrong("feasts", format!("the day of {} is missing; add {row}", self.name))
        })?;
        Ok(if self.eve { day.saturating_sub(1.day()) } else { day })
    }
}
