//! The two languages, and how a browser asks for one.

/// A language of the product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// Chinese as written on the mainland (简体中文). The default.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Locale {
    /// Both languages, the default first.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The tag for `lang` attributes, cookies and folders.
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The other language, for the switch in the masthead.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::ZhCn => Self::En,
            Self::En => Self::ZhCn,
        }
    }

    /// Reads `zh-CN`, `zh`, `en-GB` and the like by their first part.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.trim().split(['-', '_']).next()?;
        match language.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::ZhCn),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language an `Accept-Language` header likes best of those we have.
    pub fn preferred(accept_language: &str) -> Option<Self> {
        let mut best: Option<(Self, u16)> = None;
        for range in accept_language.split(',') {
            let (tag, weight) = weighted(range);
            if let Some(locale) = Self::from_tag(tag)
                && weight > best.map_or(0, |(_, weight)| weight)
            {
                best = Some((locale, weight));
            }
        }
        best.map(|(locale, _)| locale)
    }
}

/// Splits one item of an `Accept…` header: `en;q=0.8` is `en` with weight 800 of 1000.
pub(crate) fn weighted(item: &str) -> (&str, u16) {
    let mut parts = item.split(';');
    let name = parts.next().unwrap_or_default().trim();
    let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1000, thousandths);
    (name, weight)
}

fn thousandths(quality: &str) -> u16 {
    let (whole, fraction) = quality.trim().split_once('.').unwrap_or((quality.trim(), ""));
    let fraction = format!("{fraction:0<3}");
    match (whole.parse::<u16>(), fraction.get(..3).and_then(|digits| digits.parse::<u16>().ok())) {
        (Ok(whole), Some(fraction)) => (whole.saturating_mul(1000) + fraction).min(1000),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_language_we_have_is_chosen() {
        let cases = [
            ("en", Some(Locale::En)),
            ("zh-CN,zh;q=0.9,en;q=0.8", Some(Locale::ZhCn)),
            ("fr, en;q=0.5, zh;q=0.4", Some(Locale::En)),
            ("en;q=0.1, zh-TW;q=0.9", Some(Locale::ZhCn)),
            ("en;q=0", None),
            ("fr", None),
            ("", None),
            (";;;q=,=", None),
        ];
        for (header, expected) in cases {
            assert_eq!(Locale::preferred(header), expected, "{header:?}");
        }
    }

    #[test]
    fn weights_are_read_in_thousandths() {
        for (item, weight) in [("a", 1000), ("a;q=0.8", 800), ("a; q=1.0", 1000), ("a;q=x", 0)] {
            assert_eq!(weighted(item), ("a", weight));
        }
    }
}
