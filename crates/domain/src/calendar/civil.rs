//! A civil date as the files of `law/` write it: `2015-02-19`, without quotes.

use jiff::civil::Date;
use serde::Deserialize;
use toml::value::Datetime;

/// A date of a file.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "Datetime")]
pub struct Civil(pub Date);

impl TryFrom<Datetime> for Civil {
    type Error = String;

    fn try_from(read: Datetime) -> Result<Self, Self::Error> {
        let text = read.to_string();
        let alone = read.time.is_none() && read.offset.is_none();
        text.parse()
            .ok()
            .filter(|_| alone)
            .map(Self)
            .ok_or_else(|| format!("`{text}` is not a day alone"))
    }
}
