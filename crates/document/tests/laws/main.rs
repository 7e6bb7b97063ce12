//! What this crate promises, tested from outside: laws as properties, refusals word for word.
#![cfg(test)]

mod chart;
mod evidence;
mod evidence_samples;
mod qr;
mod refusal_words;
mod sheet_round_trip;
mod sheet_text;
mod svg;
mod workbook;
mod workbook_hostile;
mod workbook_samples;
