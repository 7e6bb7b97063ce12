//! The law that leaves name: what the county had confirmed by then, and nothing else; the files of an
//! older build, and entries of before leaves named a law, are history that stands.

use crate::fixture::{add_unit, law_change};
use crate::hand::Hand;
use crate::rewrite::Ledger;
use qz_ledger::Hash;
use qz_store::entry::{Entry, LawInForce};
use qz_store::verify::{self, Options};
use qz_store::{Store, StoreUrl};
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use std::error::Error;

/// What the store says for itself.
async fn said(url: &StoreUrl) -> String {
    let store = Store::connect(url).await.unwrap();
    let conn = store.reader().await.unwrap();
    match verify::run(conn, &Options::default(), |_, _| {}).await {
        Ok(_) => "in order".to_owned(),
        Err(fault) => fault.source().map(ToString::to_string).unwrap_or_default(),
    }
}

/// The place of the leaf that confirmed the county's first change.
fn confirming(ledger: &Ledger) -> usize {
    let is = |at: &usize| ledger.entry(*at).kind == "law_confirm";
    (0..ledger.leaves.len()).find(is).unwrap()
}

/// Lets every leaf from a place on name another law, and makes tree and head fit.
async fn rename(
    hand: &mut Hand,
    ledger: &mut Ledger,
    (from, until): (usize, usize),
    law: impl Fn(Option<LawInForce>) -> Option<LawInForce>,
) {
    for at in from..until {
        let entry = ledger.entry(at);
        let entry = Entry { law: law(entry.law), ..entry };
        ledger.put(hand, at, &entry.text()).await;
    }
    ledger.heal(hand).await;
}

#[tokio::test]
async fn a_leaf_names_what_the_county_had_confirmed_before_its_act() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        law_change(&county).await;
        add_unit(&county, "QZ1").await;
        let mut hand = Hand::reach_in(&url).await;
        let mut ledger = Ledger::read(&mut hand).await;
        let (confirm, last) = (confirming(&ledger), ledger.leaves.len() - 1);
        assert_eq!(ledger.entry(confirm).law.unwrap().county, None, "the law it found");
        assert_ne!(ledger.entry(last).law.unwrap().county, None);
        assert_eq!(said(&url).await, "in order");
        for (place, county) in [(last, None), (3, Some(Hash([9; 32])))] {
            let before = ledger.entry(place).law;
            let other = |law: Option<LawInForce>| law.map(|law| LawInForce { county, ..law });
            rename(&mut hand, &mut ledger, (place, place + 1), other).await;
            let words = format!(
                "ledger_leaf {place} names another law than the county had confirmed when its act \
                 was done"
            );
            assert_eq!(said(&url).await, words);
            rename(&mut hand, &mut ledger, (place, place + 1), |_| before).await;
            assert_eq!(said(&url).await, "in order");
        }
    })
    .await;
}

#[tokio::test]
async fn the_files_of_an_older_build_and_entries_without_a_law_are_history() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        law_change(&county).await;
        add_unit(&county, "QZ1").await;
        let mut hand = Hand::reach_in(&url).await;
        let mut ledger = Ledger::read(&mut hand).await;
        let older =
            |law: Option<LawInForce>| law.map(|law| LawInForce { shipped: Hash([4; 32]), ..law });
        let confirm = confirming(&ledger);
        rename(&mut hand, &mut ledger, (0, confirm + 1), older).await;
        assert_eq!(said(&url).await, "in order");
        rename(&mut hand, &mut ledger, (0, 5), |_| None).await;
        assert_eq!(said(&url).await, "in order");
        // Once leaves name a law, none goes back to naming none.
        rename(&mut hand, &mut ledger, (7, 8), |_| None).await;
        assert!(said(&url).await.starts_with("ledger_leaf 7 names another law"));
    })
    .await;
}
