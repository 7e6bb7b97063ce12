//! A published draw from the command line: worked out again, and refused after one change.

use crate::program::Place;
use qz_engine::draw::{Entry, Published, Terms, Ticket, pick, seed};
use qz_ledger::{Checkpoint, Hash, Salt, SigningKey};

fn key() -> SigningKey {
    SigningKey::from_seed("shihe.example/log", &[3; 32]).expect("a key")
}

fn published() -> Published {
    let ticket = |at| Ticket { code: format!("SH{}", 400 + at), name: format!("第{at}镇") };
    let entry = |by: &str| Entry { by: by.to_owned(), text: "正月十六 晴".to_owned() };
    let terms = Terms {
        draw: "〔2016〕3号".to_owned(),
        organ: "县效能督查办公室".to_owned(),
        purpose: "节后到岗".to_owned(),
        pool: (1..=40).map(ticket).collect(),
        take: 3,
    };
    let salt = Salt([7; 32]);
    let commitment = terms.commitment(&salt).expect("plain text");
    let entries = vec![entry("县纪委"), entry("县总工会")];
    let checkpoint = Checkpoint::new("shihe.example/log", 5140, Hash([9; 32])).expect("one");
    let seed = seed(&commitment, &entries, &checkpoint).expect("plain text");
    let drawn = pick(&seed, 40, 3).into_iter().map(|at| terms.pool[at].code.clone()).collect();
    Published {
        v: 1,
        terms,
        salt: Hash(salt.0).to_hex(),
        commitment: commitment.to_hex(),
        announced: 5131,
        entries,
        entered: 5139,
        checkpoint: checkpoint.signed(&key()).expect("a signature"),
        seed: seed.to_hex(),
        drawn,
        called_off: 1,
    }
}

fn write(place: &Place, draw: &Published) {
    place.write("draw.json", &serde_json::to_string_pretty(draw).expect("JSON"));
}

#[test]
fn a_draw_is_worked_out_again_with_and_without_the_key() {
    let place = Place::new();
    write(&place, &published());
    let said = place.run(&["draw", "verify", "draw.json"]).well();
    insta::assert_snapshot!(said.out, @r"
    县效能督查办公室 〔2016〕3号: 3 of 40 drawn
    1. SH428 第28镇
    2. SH432 第32镇
    3. SH411 第11镇
    called off before it: 1
    ");
    assert!(said.err.contains("no signature was checked"), "{}", said.err);
    place.write("log.vkey", &key().verifier().to_string());
    let said = place.run(&["draw", "verify", "draw.json", "--vkey", "log.vkey"]).well();
    assert!(said.out.ends_with("checkpoint of 5140 leaves: its signature was checked\n"));
    assert!(said.err.is_empty(), "{}", said.err);
}

#[test]
fn a_changed_draw_is_refused_with_the_first_fault() {
    let place = Place::new();
    let mut draw = published();
    draw.terms.pool[0].name.push('甲');
    write(&place, &draw);
    let said = place.run(&["draw", "verify", "draw.json"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: draw.json: the terms are not those that were announced: a name, the order, the number or the purpose was changed, or the commitment");
    let other = SigningKey::from_seed("shihe.example/log", &[4; 32]).expect("a key");
    write(&place, &published());
    place.write("log.vkey", &other.verifier().to_string());
    let said = place.run(&["draw", "verify", "draw.json", "--vkey", "log.vkey"]).refused();
    let fault = "qinzheng: draw.json: its checkpoint does not hold: ";
    assert!(said.err.starts_with(fault), "{}", said.err);
    let said = place.run(&["draw", "verify", "nowhere.json"]).refused();
    assert!(said.err.starts_with("qinzheng: nowhere.json: "), "{}", said.err);
}
