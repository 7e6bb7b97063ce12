//! Proof files that prove nothing.

use insta::assert_snapshot;
use qz_ledger::{ProofFile, ProofFileError, SigningKey};

use crate::memory_log::{MemoryLog, entries, key};

const HASH: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

fn refused(text: &str) -> ProofFileError {
    text.parse::<ProofFile>().unwrap_err()
}

#[test]
fn a_text_that_is_no_proof_file() {
    let title = "c2sp.org/tlog-proof@v1";
    let hash = HASH;
    assert_snapshot!(refused(&format!("{title}\nindex 0\n")), @"the proof file ends before its checkpoint");
    assert_snapshot!(refused("c2sp.org/tlog-proof@v2\nindex 0\n\nx"), @"a proof file begins with the line `c2sp.org/tlog-proof@v1`");
    assert_snapshot!(refused(&format!("{title}\nextra ?\nindex 0\n\nx")), @"the extra data is not standard base64 in one line");
    assert_snapshot!(refused(&format!("{title}\n{hash}\n\nx")), @"the line `index` with the number of the entry is missing or misspelt");
    assert_snapshot!(refused(&format!("{title}\nindex 0\n{hash}\nAAAA\n\nx")), @"hash 2 of the proof cannot be read");
    for index in ["index 01", "index -1", "index", "Index 0", "index  0", "index 0 "] {
        assert_eq!(refused(&format!("{title}\n{index}\n\nx")), ProofFileError::Index, "{index}");
    }
    assert_eq!(refused(&format!("{title}\nindex 0\n\n")), ProofFileError::NoCheckpoint);
    for text in [
        format!("{title}\nextra extra AA==\nindex 0\n\nx"),
        format!("{title}\nextra AA==\nextra AA==\nindex 0\n\nx"),
    ] {
        assert!(text.parse::<ProofFile>().is_err(), "{text}");
    }
}

#[test]
fn a_proof_file_that_does_not_prove_this_entry() {
    let log = MemoryLog::publish(&entries(1));
    let checkpoint = log.text("checkpoint").to_owned();
    let file = ProofFile { extra: None, index: 0, hashes: vec![], checkpoint };
    let other = SigningKey::from_seed(key().name(), &[9; 32]).unwrap();
    assert_snapshot!(file.verify(b"other", &key().verifier()).unwrap_err(), @"the proof file does not prove this entry");
    assert_snapshot!(file.verify(&entries(1)[0], &other.verifier()).unwrap_err(), @"the checkpoint in the proof file does not hold");
    assert!(file.verify(&entries(1)[0], &key().verifier()).is_ok());
}
