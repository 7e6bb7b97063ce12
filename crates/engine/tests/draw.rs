//! The draw against answers of another implementation, and against everybody who would steer it.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use qz_engine::draw::{Entry, Published, Terms, Ticket, pick, seed, verify};
use qz_ledger::{Checkpoint, Hash, Salt, SigningKey};

fn ticket(at: usize) -> Ticket {
    Ticket { code: format!("SH{}", 400 + at), name: format!("第{at}镇") }
}

fn key() -> SigningKey {
    SigningKey::from_seed("shihe.example/log", &[3; 32]).expect("a key")
}

fn entry(by: &str, text: &str) -> Entry {
    Entry { by: by.to_owned(), text: text.to_owned() }
}

fn published() -> Published {
    let terms = Terms {
        draw: "2016-003".to_owned(),
        organ: "县效能督查办公室".to_owned(),
        purpose: "节后到岗".to_owned(),
        pool: (1..=12).map(ticket).collect(),
        take: 3,
    };
    let salt = Salt([7; 32]);
    let commitment = terms.commitment(&salt).expect("plain text");
    let entries = vec![entry("县纪委", "正月十六 晴"), entry("县总工会", "白鹭 7 只")];
    let checkpoint = Checkpoint::new("shihe.example/log", 5140, Hash([9; 32])).expect("one");
    let seed = seed(&commitment, &entries, &checkpoint).expect("plain text");
    let drawn = pick(&seed, 12, 3).into_iter().map(|at| terms.pool[at].code.clone()).collect();
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
        called_off: 0,
    }
}

/// Worked out by a program of another language from the words of the module alone.
#[test]
fn another_implementation_gives_the_same_answers() {
    let seed = "8f44d509e0492acec4fc109a030a5c751f063fb743cc388f0ed722bacc3bc66c";
    let seed = Hash::from_hex(seed).expect("a hash");
    assert_eq!(pick(&seed, 1, 1), [0]);
    assert_eq!(pick(&seed, 5, 5), [1, 0, 2, 3, 4]);
    assert_eq!(pick(&seed, 40, 3), [31, 38, 30]);
    assert_eq!(pick(&seed, 1000, 6), [831, 863, 784, 233, 389, 667]);
    let draw = published();
    let commitment = "456afda673d452a1e6f3f4e2697a5ddeb21b58a1762f85e5ef9b45e6542aa18e";
    assert_eq!(draw.commitment, commitment);
    let seed = "b824885ed7c093a6951d8b10705eef5c65138fc55d1e35b85ec702840874437b";
    assert_eq!(draw.seed, seed);
    assert_eq!(draw.drawn, ["SH407", "SH409", "SH402"]);
}

#[test]
fn what_was_published_holds_with_and_without_the_key_and_reads_back() {
    let draw = published();
    let verified = verify(&draw, Some(&key().verifier())).expect("it holds");
    assert!(verified.is_signature_checked);
    assert_eq!(verified.drawn[0], ("SH407".to_owned(), "第7镇".to_owned()));
    assert!(!verify(&draw, None).expect("it holds").is_signature_checked);
    let text = serde_json::to_string_pretty(&draw).expect("JSON");
    assert_eq!(Published::read(&text).expect("the same"), draw);
}

/// One change and what is said of it.
type Change = (fn(&mut Published), &'static str);

#[test]
fn any_one_change_is_refused_by_name() {
    const CHANGES: &[Change] = &[
        (|draw| draw.terms.pool[4].name.push('甲'), "the terms are not those"),
        (|draw| draw.terms.pool.swap(0, 1), "the terms are not those"),
        (|draw| drop(draw.terms.pool.pop()), "the terms are not those"),
        (|draw| draw.terms.take = 4, "the terms are not those"),
        (|draw| draw.terms.purpose.clear(), "the terms are not those"),
        (|draw| draw.salt = draw.seed.clone(), "the terms are not those"),
        (|draw| draw.commitment = draw.seed.clone(), "the terms are not those"),
        (|draw| draw.salt.truncate(60), "the salt is not 64 hexadecimal digits"),
        (|draw| draw.terms.pool[1] = draw.terms.pool[0].clone(), "`SH401` stands twice"),
        (|draw| draw.terms.take = 13, "13 of 12 cannot be drawn"),
        (|draw| draw.entries[0].text.push('。'), "the seed is"),
        (|draw| draw.entries.swap(0, 1), "the seed is"),
        (|draw| drop(draw.entries.pop()), "two different parties"),
        (|draw| draw.entries[1].by = draw.entries[0].by.clone(), "two different parties"),
        (|draw| draw.entries[1].text = "短".to_owned(), "the entry of `县总工会` has 1 characters"),
        (|draw| draw.seed = draw.commitment.clone(), "the seed is"),
        (|draw| draw.drawn.swap(0, 1), "drawn are SH409, SH407, SH402"),
        (|draw| draw.drawn[2] = "SH401".to_owned(), "drawn are SH407, SH409, SH401"),
        (|draw| draw.entered = 5131, "it does not come after it"),
        (|draw| draw.entered = 5140, "does not cover leaf 5140"),
        (|draw| draw.checkpoint = draw.checkpoint.replace("5140", "5141"), "the seed is"),
    ];
    for (change, said) in CHANGES {
        let mut draw = published();
        change(&mut draw);
        let fault = verify(&draw, None).expect_err(said).to_string();
        assert!(fault.contains(said), "{fault} does not say {said}");
    }
}

#[test]
fn a_checkpoint_that_another_signed_is_none() {
    let mut draw = published();
    draw.checkpoint = draw.checkpoint.replace("5140", "5141");
    assert!(verify(&draw, Some(&key().verifier())).is_err());
    let other = SigningKey::from_seed("shihe.example/log", &[4; 32]).expect("a key");
    let fault = verify(&published(), Some(&other.verifier())).expect_err("another key");
    assert_eq!(fault.to_string(), "its checkpoint does not hold");
}

#[test]
fn a_file_that_is_no_draw_is_refused_by_line() {
    let said = |text: &str| Published::read(text).expect_err("no draw").to_string();
    assert_eq!(
        said("{\n  \"v\": 1,\n  \"seed\": 4\n}"),
        "this is no published draw: line 3, column 11: invalid type: integer `4`, expected a string"
    );
    let newer = Published { v: 2, ..published() };
    let newer = serde_json::to_string(&newer).expect("JSON");
    assert!(said(&newer).contains("of version 2"));
}

/// Each of the twenty ordered pairs of five comes up about as often: 20,000 seeds, and the sum of squares beyond
/// what chance exceeds once in ten thousand times.
#[test]
fn no_order_is_likelier_than_another() {
    let mut counts = [[0_i64; 5]; 5];
    for number in 0..20_000_u32 {
        let mut seed = [0; 32];
        seed[..4].copy_from_slice(&number.to_be_bytes());
        let picked = pick(&Hash(seed), 5, 2);
        counts[picked[0]][picked[1]] += 1;
    }
    let expected = 1000;
    let squares = (0..5).flat_map(|one| (0..5).map(move |two| (one, two)));
    let squares = squares.filter(|(one, two)| one != two);
    let sum: i64 = squares.map(|(one, two)| (counts[one][two] - expected).pow(2)).sum();
    assert!(sum / expected < 50, "{counts:?}");
    assert!((0..5).all(|same| counts[same][same] == 0));
}

proptest! {
    #[test]
    fn as_many_as_wanted_are_drawn_and_nobody_twice(seed: [u8; 32], pool in 0_usize..200, take in 0_usize..220) {
        let picked = pick(&Hash(seed), pool, take);
        prop_assert_eq!(picked.len(), take.min(pool));
        let mut sorted = picked.clone();
        sorted.sort_unstable();
        sorted.dedup();
        prop_assert_eq!(sorted.len(), picked.len());
        prop_assert!(picked.iter().all(|place| *place < pool));
    }

    #[test]
    fn drawing_more_begins_with_drawing_fewer(seed: [u8; 32], pool in 1_usize..100) {
        let all = pick(&Hash(seed), pool, pool);
        for take in 0..pool {
            prop_assert_eq!(&pick(&Hash(seed), pool, take)[..], &all[..take]);
        }
    }
}
