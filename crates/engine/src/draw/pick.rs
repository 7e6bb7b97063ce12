//! From a seed to places in the pool.

use hmac::{Hmac, KeyInit as _, Mac as _};
use qz_ledger::Hash;
use sha2::Sha256;

/// What stands before a counter, so that no number is taken for another use of the seed.
const DOMAIN: &[u8] = b"qz-draw-pick/v1\0";

/// The places drawn of a pool, the first drawn first: a shuffle from the front that stops after `take`. Every order
/// of every choice is as likely as any other. At most as many are drawn as there are.
pub fn pick(seed: &Hash, pool: usize, take: usize) -> Vec<usize> {
    let mut numbers = Numbers { seed: seed.0, count: 0 };
    let mut places: Vec<usize> = (0..pool).collect();
    let take = take.min(pool);
    for at in 0..take {
        let further = numbers.below(pool - at);
        places.swap(at, at + further);
    }
    places.truncate(take);
    places
}

/// Numbers that follow from a seed: HMAC-SHA-256 under it over `qz-draw-pick/v1`, a zero byte and a counter in eight
/// bytes, the highest first; of each the first eight bytes.
struct Numbers {
    seed: [u8; 32],
    count: u64,
}

impl Numbers {
    fn next(&mut self) -> u64 {
        let mut key = [0; 64]; // HMAC pads a short key with zeros to one block
        key[..32].copy_from_slice(&self.seed);
        let mut mac = Hmac::<Sha256>::new(&key.into());
        mac.update(DOMAIN);
        mac.update(&self.count.to_be_bytes());
        self.count += 1;
        let bytes: [u8; 32] = mac.finalize().into_bytes().into();
        bytes[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    /// A number from 0 to below `bound`, none likelier than another: what lies beyond the last whole multiple of the
    /// bound is passed over.
    fn below(&mut self, bound: usize) -> usize {
        let Ok(wide) = u64::try_from(bound) else { return 0 };
        let most = u64::MAX - u64::MAX % wide;
        loop {
            let number = self.next();
            if number < most {
                return usize::try_from(number % wide).unwrap_or_default();
            }
        }
    }
}
