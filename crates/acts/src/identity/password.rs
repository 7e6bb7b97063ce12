//! Passwords (口令): which are good enough, and their hashes.
//!
//! argon2id with 19 MiB, two passes, one lane, kept as a PHC string; a weaker hash is replaced at
//! the next sign-in. Only a few are computed at once, so that a flood of sign-ins cannot take the
//! machine's memory.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use qz_domain::refusal::Worded;
use qz_store::StoreError;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Semaphore;

/// The fewest characters of a password.
pub const SHORTEST_PASSWORD: usize = 12;
/// The most characters of a password; none is cut off.
pub const LONGEST_PASSWORD: usize = 128;

/// Memory of one hash, in KiB.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// How many hashes are computed at once: 76 MiB.
const AT_ONCE: usize = 4;
/// A salt for work that is thrown away.
const NO_SALT: [u8; 16] = *b"nobody is there.";

/// Passwords that guessers try first, one a line; all shorter than twelve letters count as the
/// start or end of a longer one.
const COMMON: &str = include_str!("common_passwords.txt");

/// Words that every password of this product would be tried with.
const PRODUCT: [&str; 2] = ["qinzheng", "勤政"];

/// Why a password cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasswordFault {
    /// Fewer than [`SHORTEST_PASSWORD`] characters.
    TooShort {
        /// How many it has.
        found: usize,
    },
    /// More than [`LONGEST_PASSWORD`] characters.
    TooLong {
        /// How many it has.
        found: usize,
    },
    /// Among the first that guessers try, or hardly more than one character.
    Common,
    /// Holds a word that everybody knows of its owner.
    Holds(String),
    /// The second entry differs from the first.
    Differs,
    /// The same as the present one.
    Same,
}

impl Worded for PasswordFault {
    fn key(&self) -> &'static str {
        match self {
            Self::TooShort { .. } => "password-too-short",
            Self::TooLong { .. } => "password-too-long",
            Self::Common => "password-common",
            Self::Holds(_) => "password-holds",
            Self::Differs => "password-differs",
            Self::Same => "password-same",
        }
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooShort { found } => {
                vec![("least", SHORTEST_PASSWORD.to_string()), ("found", found.to_string())]
            }
            Self::TooLong { found } => {
                vec![("most", LONGEST_PASSWORD.to_string()), ("found", found.to_string())]
            }
            Self::Holds(word) => vec![("word", word.clone())],
            Self::Common | Self::Differs | Self::Same => vec![],
        }
    }
}

/// Judges a password as typed. `known` are words everybody knows of its owner: the account's name,
/// the county's, the work number; very short ones are passed over.
pub(crate) fn check_password(password: &str, known: &[String]) -> Result<(), PasswordFault> {
    let found = password.chars().count();
    if found < SHORTEST_PASSWORD {
        return Err(PasswordFault::TooShort { found });
    }
    if found > LONGEST_PASSWORD {
        return Err(PasswordFault::TooLong { found });
    }
    let plain = password.to_lowercase();
    if is_common(&plain) {
        return Err(PasswordFault::Common);
    }
    let words = PRODUCT.iter().map(|word| (*word).to_owned()).chain(known.iter().cloned());
    for word in words.filter(|word| tells(word)) {
        if plain.contains(&word.to_lowercase()) {
            return Err(PasswordFault::Holds(word));
        }
    }
    Ok(())
}

/// Whether a word is long enough to mean something: two Han characters, four others.
fn tells(word: &str) -> bool {
    word.chars().count() >= if word.is_ascii() { 4 } else { 2 }
}

fn is_common(plain: &str) -> bool {
    let mut letters: Vec<char> = plain.chars().collect();
    if is_run(&letters) {
        return true;
    }
    letters.sort_unstable();
    letters.dedup();
    let bare = plain.trim_matches(|c: char| !c.is_alphabetic());
    letters.len() < 5 || COMMON.lines().any(|common| common == plain || common == bare)
}

/// `123456789012`, `abcdefghijkl`, and such backwards.
fn is_run(letters: &[char]) -> bool {
    let step = |pair: &[char]| i64::from(u32::from(pair[1])) - i64::from(u32::from(pair[0]));
    let mut steps = letters.windows(2).map(step);
    let wrapped = |step: i64| matches!(step, -1..=1 | -9 | 9);
    steps.all(wrapped)
}

/// Computes hashes, a few at once. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Passwords {
    permits: Arc<Semaphore>,
    computed: Arc<AtomicU64>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { permits: Arc::new(Semaphore::new(AT_ONCE)), computed: Arc::default() }
    }
}

impl Passwords {
    /// How many hashes have been computed since the start, those thrown away included.
    pub fn computed(&self) -> u64 {
        self.computed.load(Ordering::Relaxed)
    }

    /// The PHC string of a password.
    pub(crate) async fn hash(
        &self,
        password: String,
        salt: [u8; 32],
    ) -> Result<String, StoreError> {
        self.compute(move || {
            let hash: PasswordHash =
                argon2().hash_password_with_salt(password.as_bytes(), &salt[..16])?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Whether a password is the one of a PHC string. Without one the same work is done, and it
    /// is not.
    pub(crate) async fn verify(
        &self,
        password: String,
        phc: Option<String>,
    ) -> Result<bool, StoreError> {
        self.compute(move || {
            if let Some(phc) = phc {
                let hash = PasswordHash::new(&phc)?;
                return Ok(argon2().verify_password(password.as_bytes(), &hash).is_ok());
            }
            let _: PasswordHash =
                argon2().hash_password_with_salt(password.as_bytes(), &NO_SALT)?;
            Ok(false)
        })
        .await
    }

    async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, argon2::password_hash::Error> + Send + 'static,
    ) -> Result<T, StoreError> {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        self.computed.fetch_add(1, Ordering::Relaxed);
        let outcome = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        });
        let unfit = |fault: &dyn std::fmt::Display| {
            StoreError::Unfit(format!("a password's hash cannot be computed: {fault}"))
        };
        outcome.await.map_err(|fault| unfit(&fault))?.map_err(|fault| unfit(&fault))
    }
}

fn argon2() -> Argon2<'static> {
    // The bounds of argon2 hold for these three constants; the test below hashes with them.
    let params = Params::new(MEMORY, PASSES, LANES, None).unwrap_or(Params::DEFAULT);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Whether a PHC string is weaker than what is made today.
pub(crate) fn is_weak(phc: &str) -> bool {
    let Ok(hash) = PasswordHash::new(phc) else { return true };
    let Ok(params) = Params::try_from(&hash) else { return true };
    hash.algorithm.as_str() != "argon2id"
        || params.m_cost() < MEMORY
        || params.t_cost() < PASSES
        || params.p_cost() < LANES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(password: &str) -> Result<(), PasswordFault> {
        let known = ["wen.yunan", "示河县", "Shihe County", "G0077", "hr", ""];
        check_password(password, &known.map(str::to_owned))
    }

    #[test]
    fn a_password_has_12_to_128_characters_as_typed() {
        assert_eq!(judge("枫渡晨雾漫过石桥两岸"), Err(PasswordFault::TooShort { found: 10 }));
        assert_eq!(judge("枫渡晨雾漫过石桥两岸人家"), Ok(()));
        assert_eq!(judge(&"ab cd ef ".repeat(15)), Err(PasswordFault::TooLong { found: 135 }));
        assert_eq!(judge(&"ab cd ef".repeat(16)), Ok(()));
        assert_eq!(judge("  leading and trailing spaces count  "), Ok(()));
    }

    #[test]
    fn what_guessers_try_first_is_refused() {
        for common in [
            "password1234",
            "Password!2345",
            "123456789012",
            "098765432109",
            "abcdefghijklmn",
            "aaaaaaaaaaaa",
            "ababababab12",
            "qwertyuiop12",
            "woaini1314520",
            "Admin@123456",
        ] {
            assert_eq!(judge(common), Err(PasswordFault::Common), "{common}");
        }
    }

    #[test]
    fn what_everybody_knows_of_the_owner_is_refused() {
        for (password, word) in [
            ("my-Wen.Yunan-secret", "wen.yunan"),
            ("我在示河县上班很多年了呀", "示河县"),
            ("staple g0077 battery", "G0077"),
            ("QinZheng-horse-41", "qinzheng"),
            ("春天来了勤政路上花开了", "勤政"),
        ] {
            let password = format!("{password}#k");
            assert_eq!(judge(&password), Err(PasswordFault::Holds(word.to_owned())), "{password}");
        }
        assert_eq!(judge("three horses, one shrub"), Ok(()), "`hr` is too short to tell");
    }

    #[tokio::test]
    async fn a_hash_verifies_and_states_its_cost() {
        let passwords = Passwords::default();
        let phc = passwords.hash("three horses".to_owned(), [9; 32]).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(!is_weak(&phc));
        for (password, right) in [("three horses", true), ("three horse", false), ("", false)] {
            let verified = passwords.verify(password.to_owned(), Some(phc.clone())).await;
            assert_eq!(verified.unwrap(), right, "{password}");
        }
        assert!(!passwords.verify("three horses".to_owned(), None).await.unwrap());
        assert_eq!(passwords.computed(), 5);
    }

    #[test]
    fn weaker_hashes_are_known() {
        let with =
            |costs: &str| format!("$argon2id$v=19${costs}$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaA");
        assert!(is_weak(&with("m=4096,t=3,p=1")));
        assert!(is_weak(&with("m=19456,t=1,p=1")));
        assert!(!is_weak(&with("m=65536,t=3,p=1")));
        assert!(is_weak("$argon2i$v=19$m=65536,t=3,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaA"));
        assert!(is_weak("md5:5f4dcc3b5aa765d61d8327deb882cf99"));
    }
}
