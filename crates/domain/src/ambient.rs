//! Time and chance as parameters, so that a year can be replayed byte for byte.

use jiff::Timestamp;

/// Tells the time. The running product asks the machine, a replay asks its script.
pub trait Clock: Send + Sync + 'static {
    /// The instant that counts as now.
    fn now(&self) -> Timestamp;
}

/// Gives random bytes. The running product asks the operating system, a replay its seed.
pub trait Chance: Send + Sync + 'static {
    /// Thirty-two bytes that nobody can guess (in a replay: that only the seed can tell).
    fn bytes(&self) -> [u8; 32];
}
