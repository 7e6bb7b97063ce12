//! Somebody with the database in their hands changes one thing; the self-check names the row.
//!
//! The loops read the lists of `governed.rs` and the columns of the database, so a new table or
//! column is covered by itself: a table without a row in the fixture fails.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod attendance;
mod fixture;
mod hand;
mod law;
mod rewrite;
mod scheme;

use fixture::{Fixture, fixture};
use hand::{Hand, Table, Values};
use qz_store::governed::{GOVERNED, LEDGER};
use qz_testkit::engines::on_both_engines;

/// A table that is bound, and the columns that tell its rows apart.
struct Bound {
    table: Table,
    /// What the self-check calls a row by: one column, or two joined by `/`.
    called: Vec<&'static str>,
    /// The columns of its key.
    key: Vec<String>,
}

/// Every governed table and every table of the ledger.
async fn bound(hand: &mut Hand) -> Vec<Bound> {
    let mut all = Vec::new();
    for table in GOVERNED.iter().flat_map(|kind| kind.tables) {
        let key = table.order.split(", ").map(str::to_owned).collect();
        let called = vec![table.object];
        all.push(Bound { table: hand.table(table.name).await, called, key });
    }
    for name in LEDGER {
        let called = match *name {
            "act" | "ledger_head" => vec!["id"],
            "ledger_leaf" => vec!["idx"],
            "ledger_node" => vec!["level", "idx"],
            "checkpoint" => vec!["size"],
            other => panic!("say what a row of {other} is called"),
        };
        let key = called.iter().map(|&column| column.to_owned()).collect();
        all.push(Bound { table: hand.table(name).await, called, key });
    }
    all
}

impl Bound {
    fn name(&self, row: &Values) -> String {
        let values = self.called.iter().map(|name| row[self.table.place(name)].clone().unwrap());
        values.collect::<Vec<_>>().join("/")
    }

    /// Whether a sentence names this table and one of these rows.
    fn is_named(&self, sentence: &str, rows: &[&Values]) -> bool {
        let inside = |c: char| c.is_alphanumeric() || c == '_' || c == '/';
        let words: Vec<&str> = sentence.split(|c| !inside(c)).collect();
        words.contains(&self.table.name.as_str())
            && rows.iter().any(|row| words.contains(&self.name(row).as_str()))
    }
}

/// Other values for a value; the database may refuse some.
fn others(value: Option<&str>, is_number: bool) -> Vec<Option<String>> {
    let some = |text: String| Some(text);
    match value {
        None if is_number => vec![some("1".to_owned())],
        None => vec![some("x".to_owned())],
        Some(value) if is_number => {
            let value: i64 = value.parse().unwrap();
            [value + 1, value - 1, value + 1_000_000].map(|other| some(other.to_string())).to_vec()
        }
        Some(value) => vec![some(altered(value)), some(format!("{value}x"))],
    }
}

/// The text with its first character changed.
fn altered(text: &str) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some('A') => format!("B{}", rest.as_str()),
        Some(_) => format!("A{}", rest.as_str()),
        None => "A".to_owned(),
    }
}

/// Changes one column to each kind of other value and back; what the self-check missed.
async fn change_column(
    hand: &mut Hand,
    bound: &Bound,
    (row, column): (&Values, usize),
    fixture: &Fixture,
) -> Vec<String> {
    let is_number = bound.table.columns[column].is_number;
    let mut missed = Vec::new();
    let mut tries = vec![others(row[column].as_deref(), is_number)];
    if row[column].is_some() {
        tries.push(vec![None]);
    }
    let mut accepted = 0;
    for candidates in tries {
        for value in candidates {
            if hand.change(&bound.table, row, column, value.as_deref()).await.is_err() {
                continue;
            }
            accepted += 1;
            let mut changed = row.clone();
            changed[column] = value;
            let said = fixture.difference().await;
            if changed[column].is_none() && bound.called.contains(&name(bound, column)) {
                missed.push(format!("{} was emptied", name(bound, column)));
            } else if !bound.is_named(&said, &[row, &changed]) {
                let place = format!("{}.{}", bound.table.name, name(bound, column));
                missed.push(format!("{place}, {row:?} to {:?}: {said}", changed[column]));
            }
            hand.change(&bound.table, &changed, column, row[column].as_deref()).await.unwrap();
            break;
        }
    }
    let is_fixed = bound.table.name == "ledger_head" && name(bound, column) == "id";
    assert!(accepted > 0 || is_fixed, "{}.{}", bound.table.name, name(bound, column));
    missed
}

fn name(bound: &Bound, column: usize) -> &str {
    &bound.table.columns[column].name
}

#[tokio::test]
async fn a_value_changed_by_hand_is_found_and_its_row_named() {
    on_both_engines(async |url| {
        let fixture = fixture(&url).await;
        let before = fixture.verify().await.unwrap();
        let mut hand = Hand::reach_in(&url).await;
        let mut missed = Vec::new();
        for (turn, bound) in bound(&mut hand).await.iter().enumerate() {
            let rows = hand.rows(&bound.table).await;
            assert!(!rows.is_empty(), "the fixture has no row of {}", bound.table.name);
            for column in 0..bound.table.columns.len() {
                let row = &rows[(turn * 31 + column * 17) % rows.len()];
                missed.extend(change_column(&mut hand, bound, (row, column), &fixture).await);
            }
        }
        assert!(missed.is_empty(), "{} of them:\n{}", missed.len(), missed.join("\n"));
        assert_eq!(fixture.verify().await.unwrap(), before);
    })
    .await;
}

#[tokio::test]
async fn a_row_taken_out_by_hand_is_found_and_named() {
    on_both_engines(async |url| {
        let fixture = fixture(&url).await;
        let before = fixture.verify().await.unwrap();
        let mut hand = Hand::reach_in(&url).await;
        let mut missed = Vec::new();
        for bound in bound(&mut hand).await {
            let rows = hand.rows(&bound.table).await;
            for at in [0, rows.len() / 2, rows.len() - 1] {
                hand.delete(&bound.table, &rows[at]).await;
                let said = fixture.difference().await;
                if !bound.is_named(&said, &[&rows[at]]) {
                    missed.push(format!("{} {:?}: {said}", bound.table.name, rows[at]));
                }
                hand.insert(&bound.table, &rows[at]).await.unwrap();
            }
        }
        assert!(missed.is_empty(), "{} of them:\n{}", missed.len(), missed.join("\n"));
        assert_eq!(fixture.verify().await.unwrap(), before);
    })
    .await;
}

/// Copies of a row with another key, until the database takes one.
async fn forge(hand: &mut Hand, bound: &Bound, row: &Values) -> Option<Values> {
    let columns = &bound.table.columns;
    let bump = |row: &mut Values, at: usize| {
        let value = row[at].clone().unwrap_or_default();
        row[at] = Some(match value.parse::<i64>() {
            Ok(number) if columns[at].is_number => (number + 1_000_000).to_string(),
            _ => format!("{value}x"),
        });
    };
    let mut keyed = row.clone();
    bound.key.iter().for_each(|column| bump(&mut keyed, bound.table.place(column)));
    let mut worded = keyed.clone();
    (0..columns.len()).filter(|at| !columns[*at].is_number).for_each(|at| bump(&mut worded, at));
    let mut forged = vec![keyed.clone(), worded.clone()];
    for at in (0..columns.len()).filter(|at| columns[*at].is_number) {
        for base in [&keyed, &worded] {
            let mut row = base.clone();
            bump(&mut row, at);
            forged.push(row);
        }
    }
    for row in forged {
        if hand.insert(&bound.table, &row).await.is_ok() {
            return Some(row);
        }
    }
    None
}

#[tokio::test]
async fn a_row_put_in_by_hand_is_found_and_named() {
    on_both_engines(async |url| {
        let fixture = fixture(&url).await;
        let before = fixture.verify().await.unwrap();
        let mut hand = Hand::reach_in(&url).await;
        let mut missed = Vec::new();
        for bound in bound(&mut hand).await {
            let rows = hand.rows(&bound.table).await;
            let Some(forged) = forge(&mut hand, &bound, &rows[rows.len() / 2]).await else {
                assert_eq!(bound.table.name, "ledger_head", "no row could be put in");
                continue;
            };
            let said = fixture.difference().await;
            if !bound.is_named(&said, &[&forged]) {
                missed.push(format!("{} {forged:?}: {said}", bound.table.name));
            }
            hand.delete(&bound.table, &forged).await;
        }
        assert!(missed.is_empty(), "{} of them:\n{}", missed.len(), missed.join("\n"));
        assert_eq!(fixture.verify().await.unwrap(), before);
    })
    .await;
}

#[tokio::test]
async fn evidence_that_is_not_its_own_hash_is_found() {
    on_both_engines(async |url| {
        let fixture = fixture(&url).await;
        let mut hand = Hand::reach_in(&url).await;
        let hash = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
        let set = |bytes: &str| match hand {
            Hand::Sqlite(_) => {
                format!("update evidence_body set body = x'{bytes}' where hash = '{hash}'")
            }
            Hand::Postgres(_) => {
                format!("update evidence_body set body = '\\x{bytes}' where hash = '{hash}'")
            }
        };
        let (wrong, right) = (set("010204"), set("010203"));
        hand.run(&wrong).await.unwrap();
        assert_eq!(
            fixture.difference().await,
            format!("evidence_body {hash}, column body: its SHA-256 is another")
        );
        hand.run(&right).await.unwrap();
        fixture.verify().await.unwrap();
        for (table, hashes) in [
            ("terminal_batch", format!("hash <> '{hash}'")),
            ("evidence", format!("hash = '{hash}'")),
        ] {
            hand.run(&format!("delete from evidence_body where {hashes}")).await.unwrap();
            let said = fixture.difference().await;
            assert!(said.starts_with(&format!("{table} ")), "{said}");
            assert!(said.ends_with(" is missing"), "{said}");
            assert_eq!(said.contains(hash), table == "evidence", "{said}");
        }
    })
    .await;
}
