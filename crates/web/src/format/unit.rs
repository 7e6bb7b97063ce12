//! Units by the name of the visitor's language.

use crate::shell::Shell;
use crate::words::{Locale, Words};
use qz_domain::unit::Unit;

impl Words {
    /// A unit's name: the English one for English pages, where there is one.
    pub fn unit<'a>(self, name: &'a str, name_en: &'a str) -> &'a str {
        if self.locale == Locale::En && !name_en.is_empty() { name_en } else { name }
    }
}

impl Shell {
    /// A unit's name in the visitor's language.
    pub fn unit_name(&self, unit: &Unit) -> String {
        self.words.unit(&unit.name, &unit.name_en).to_owned()
    }
}
