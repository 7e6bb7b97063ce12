//! Closed lists of words: one code in the store and the API, one Chinese word in files.

/// A value that has one code (stored, machine-readable) and one Chinese word (typed by people).
pub trait Spelled: Copy + PartialEq + 'static {
    /// Every value, in the order people expect.
    const ALL: &'static [Self];

    /// The code: lower case, words joined by `_`.
    fn code(self) -> &'static str;

    /// The Chinese word of files and forms.
    fn chinese(self) -> &'static str;

    /// Reads the code.
    fn from_code(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == text)
    }

    /// Reads what a person typed: the Chinese word or the code, without surrounding space.
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL.iter().copied().find(|value| value.chinese() == text || value.code() == text)
    }
}

/// Declares an enum whose values are [`Spelled`].
#[macro_export]
macro_rules! spelled {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal, $chinese:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant,)+
        }

        impl $crate::spelled::Spelled for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            fn chinese(self) -> &'static str {
                match self { $(Self::$variant => $chinese,)+ }
            }
        }
    };
}
