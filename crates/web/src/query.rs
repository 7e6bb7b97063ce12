//! Query strings of our own links: encoding, and changing one parameter of an address.

use std::fmt::Write;

/// Percent-encodes everything but letters, digits and `-._~/`.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The address with one parameter set, wherever it stood before: `with("/a?page=1&u=3", "page",
/// "2")` is `/a?u=3&page=2`.
pub fn with(address: &str, name: &str, value: &str) -> String {
    let rest = without(address, name);
    let joint = if rest.contains('?') { '&' } else { '?' };
    format!("{rest}{joint}{}={}", encode(name), encode(value))
}

/// The address without one parameter.
pub fn without(address: &str, name: &str) -> String {
    let Some((path, query)) = address.split_once('?') else {
        return address.to_owned();
    };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(name))
        .collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// The path if it leads to a page of this site and nowhere else.
///
/// Refused: other hosts (`//x`, `/\x`), relative paths, control characters.
pub fn local(path: &str) -> Option<&str> {
    let mut characters = path.chars();
    let rooted = characters.next() == Some('/');
    let elsewhere = matches!(characters.next(), Some('/' | '\\'));
    let clean = path.chars().all(|c| !c.is_control() && c != '\\') && path.is_ascii();
    (rooted && !elsewhere && clean).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_encoded() {
        assert_eq!(encode("/a b?c=枫"), "/a%20b%3Fc%3D%E6%9E%AB");
    }

    #[test]
    fn one_parameter_changes_and_the_others_stay() {
        assert_eq!(with("/a?page=1&u=3", "page", "2"), "/a?u=3&page=2");
        assert_eq!(with("/a", "page", "2"), "/a?page=2");
        assert_eq!(without("/a?page=1", "page"), "/a");
        assert_eq!(without("/a?pages=1&page=2", "page"), "/a?pages=1");
    }

    #[test]
    fn only_pages_of_this_site_are_local() {
        for good in ["/", "/bulletins/1?fs=large", "/units/fdz#tasks"] {
            assert_eq!(local(good), Some(good));
        }
        for bad in [
            "",
            "//x.example",
            "/\\x.example",
            "https://x.example",
            "a",
            "/a\r\nb",
            "/a\\b",
            "javascript:1",
            "\t//x",
        ] {
            assert_eq!(local(bad), None, "{bad:?}");
        }
    }
}
