//! The number of each name. It is asked once for every punch, so names as short as most are stand in the table itself.

use rustc_hash::FxHashMap;

/// Bytes of a name that stands in the table.
const SHORT: usize = 15;

/// A short name and its length.
pub(super) type Key = u128;

/// Names and their numbers.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    short: FxHashMap<Key, u32>,
    long: FxHashMap<Box<[u8]>, u32>,
}

impl Numbers {
    /// Gives a name its number.
    pub fn add(&mut self, name: &[u8], number: u32) {
        match packed(name) {
            Some(name) => self.short.insert(name, number),
            None => self.long.insert(name.into(), number),
        };
    }

    /// The number of a name.
    pub fn of(&self, name: &[u8]) -> Option<u32> {
        self.key(name).map_or_else(|long| long, |key| self.keyed(key))
    }

    /// A short name to be looked up by [`Self::keyed`], or at once the number of a long one.
    pub fn key(&self, name: &[u8]) -> Result<Key, Option<u32>> {
        packed(name).ok_or_else(|| self.long.get(name).copied())
    }

    /// The number of a short name.
    pub fn keyed(&self, key: Key) -> Option<u32> {
        self.short.get(&key).copied()
    }
}

/// A short name with its length.
fn packed(name: &[u8]) -> Option<Key> {
    let mut bytes = [0; SHORT + 1];
    bytes.get_mut(..name.len())?.copy_from_slice(name);
    (name.len() <= SHORT).then(|| {
        bytes[SHORT] = u8::try_from(name.len()).unwrap_or_default();
        u128::from_le_bytes(bytes)
    })
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn names_of_any_length_keep_their_numbers_apart() {
        let mut numbers = Numbers::default();
        let names: Vec<String> = (0..40).map(|length| "\0".repeat(length)).collect();
        for (name, number) in names.iter().zip(0..) {
            numbers.add(name.as_bytes(), number);
        }
        for (name, number) in names.iter().zip(0..) {
            assert_eq!(numbers.of(name.as_bytes()), Some(number));
        }
        assert_eq!(numbers.of(b"x"), None);
    }
}
