//! Any bytes: nothing panics, and what the check accepts never fails. Bytes are changed as bytes, or word by word with the words
//! of the language.

#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use qz_mechanism::expression::FUNCTIONS;
use qz_mechanism::fact::SOURCES;
use qz_mechanism::grammar::{Key, Node, word};
use std::sync::LazyLock;

#[path = "../property.rs"]
mod property;

fuzz_target!(|bytes: &[u8]| property::hold(bytes));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    if seed % 2 == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    let text = String::from_utf8_lossy(&data[..size]);
    let changed = changed(&text, seed);
    if changed.is_empty() || changed.len() > max_size {
        return fuzzer_mutate(data, size, max_size);
    }
    data[..changed.len()].copy_from_slice(changed.as_bytes());
    changed.len()
});

/// Every word of the language, of both languages.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lists =
        [word::CYCLES, word::EVENTS, word::SUBJECTS, word::FIELD_TYPES, word::WAYS, word::CONTENTS];
    let twins = Node::words().map(|(_, names)| names);
    let twins = twins.chain(Key::ALL.iter().map(|key| key.names()));
    let twins = twins.chain(lists.into_iter().flatten().copied());
    let twins = twins.chain(FUNCTIONS.iter().map(|row| row.names.twin()));
    let fields = SOURCES.iter().flat_map(|source| source.fields);
    let twins = twins.chain(fields.map(|field| field.names.twin()));
    twins.flat_map(|(zh, en)| [zh, en]).collect()
});

/// A text with some of its words changed.
fn changed(text: &str, seed: u32) -> String {
    let mut chance = u64::from(seed) | 1 << 40;
    let mut next = |most: usize| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        usize::try_from(chance >> 33).unwrap_or(0) % most.max(1)
    };
    let mut pieces: Vec<&str> = pieces(text);
    for _ in 0..=next(3) {
        let (at, other) = (next(pieces.len()), next(pieces.len()));
        if pieces.is_empty() {
            return String::new();
        }
        match next(5) {
            0 => drop(pieces.remove(at)),
            1 => pieces.insert(at, pieces[other]),
            2 => pieces.swap(at, other),
            3 => pieces[at] = WORDS[next(WORDS.len())],
            _ => {
                let signs =
                    [" ", "\n", "\"", "{", "}", "=", ";", "/-", "//", "\\", "#", "是", "1", "20日"];
                pieces.insert(at, signs[next(signs.len())]);
            }
        }
    }
    pieces.concat()
}

/// A text taken apart at every change from letters to other signs.
fn pieces(text: &str) -> Vec<&str> {
    let is_letter = |sign: char| sign.is_alphanumeric() || sign == '_';
    let mut pieces = vec![];
    let mut from = 0;
    let mut last = None;
    for (at, sign) in text.char_indices() {
        let is_word = is_letter(sign);
        if last.is_some_and(|last| last != is_word || !is_word) {
            pieces.push(&text[from..at]);
            from = at;
        }
        last = Some(is_word);
    }
    pieces.push(&text[from..]);
    pieces
}
