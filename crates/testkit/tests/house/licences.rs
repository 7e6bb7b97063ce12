//! Every dependency is under a licence that lets anyone use, change and pass on the whole.

use super::tree::{PACKAGES, refuse};

/// Taken from any crate.
const COMMON: [&str; 5] = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC"];

/// Taken from these crates alone, because each was looked at.
const UNUSUAL: [(&str, &[&str]); 2] = [
    // As permissive as MIT; compression and a hash.
    ("Zlib", &["foldhash", "zlib-rs"]),
    // The Unicode tables and the code that reads them.
    (
        "Unicode-3.0",
        &[
            "icu_collections",
            "icu_locale_core",
            "icu_normalizer",
            "icu_normalizer_data",
            "icu_properties",
            "icu_properties_data",
            "icu_provider",
            "litemap",
            "potential_utf",
            "tinystr",
            "unicode-ident",
            "unicode-normalization",
            "unicode-properties",
            "writeable",
            "yoke",
            "yoke-derive",
            "zerofrom",
            "zerofrom-derive",
            "zerotrie",
            "zerovec",
            "zerovec-derive",
        ],
    ),
];

fn allowed(licence: &str, package: &str) -> bool {
    COMMON.contains(&licence)
        || UNUSUAL
            .iter()
            .any(|(unusual, packages)| *unusual == licence && packages.contains(&package))
}

/// Whether one alternative of an SPDX expression is allowed as a whole.
fn accepts(expression: &str, package: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (accepted, rest) = either(&words, package);
    accepted && rest.is_empty()
}

fn either<'a, 'w>(words: &'w [&'a str], package: &str) -> (bool, &'w [&'a str]) {
    let (mut accepted, mut rest) = both(words, package);
    while let Some(("OR", after)) = rest.split_first().map(|(word, after)| (*word, after)) {
        let (next, left) = both(after, package);
        accepted |= next;
        rest = left;
    }
    (accepted, rest)
}

fn both<'a, 'w>(words: &'w [&'a str], package: &str) -> (bool, &'w [&'a str]) {
    let (mut accepted, mut rest) = one(words, package);
    while let Some(("AND", after)) = rest.split_first().map(|(word, after)| (*word, after)) {
        let (next, left) = one(after, package);
        accepted &= next;
        rest = left;
    }
    (accepted, rest)
}

/// A licence with or without its exception (an exception only adds permission), or a bracket.
fn one<'a, 'w>(words: &'w [&'a str], package: &str) -> (bool, &'w [&'a str]) {
    match words {
        ["(", rest @ ..] => {
            let (accepted, rest) = either(rest, package);
            match rest {
                [")", rest @ ..] => (accepted, rest),
                _ => (false, rest),
            }
        }
        [licence, "WITH", _, rest @ ..] | [licence, rest @ ..] => (allowed(licence, package), rest),
        [] => (false, words),
    }
}

fn faults(packages: &[(String, Option<String>)]) -> Vec<String> {
    packages
        .iter()
        .filter_map(|(name, licence)| match licence {
            Some(licence) if accepts(licence, name) => None,
            Some(licence) => Some(format!("{name} is under {licence}")),
            None => Some(format!("{name} names no licence")),
        })
        .collect()
}

#[test]
fn every_dependency_has_an_allowed_licence() {
    let packages: Vec<_> = PACKAGES
        .packages
        .iter()
        .map(|package| (package.name.to_string(), package.license.clone()))
        .collect();
    let rule = "A licence to look at; when it is permissive, enter it with the crate:";
    refuse(rule, &faults(&packages));
}

#[test]
fn the_rule_reads_alternatives_brackets_and_exceptions() {
    assert!(accepts("Apache-2.0 WITH LLVM-exception OR GPL-3.0-only", "any"));
    assert!(accepts("(MIT OR Apache-2.0) AND Unicode-3.0", "unicode-ident"));
    assert!(accepts("GPL-2.0-only/MIT", "any"));
    assert!(!accepts("(MIT OR Apache-2.0) AND Unicode-3.0", "any"));
    assert!(!accepts("MIT AND GPL-3.0-only", "any"));
    assert!(!accepts("(MIT OR Apache-2.0", "any"));
    assert!(!accepts("", "any"));
    let named = |name: &str, licence: Option<&str>| (name.to_owned(), licence.map(str::to_owned));
    assert_eq!(
        faults(&[named("a", None), named("b", Some("AGPL-3.0-only")), named("c", Some("ISC"))]),
        ["a names no licence", "b is under AGPL-3.0-only"]
    );
}
