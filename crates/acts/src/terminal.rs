//! Attendance terminals (考勤机): registered, taken into service, told whose their numbers are, ordered about; and what
//! they send is taken in, an upload an act.

mod called;
mod key;
mod kiosk;
mod load;
mod map;
mod order;
mod register;
mod step;
mod take;
pub mod view;

pub use called::{Called, Heard};
pub use key::{EndKey, GiveKey, KeyChanged, give_key};
pub use kiosk::{CARD_LEAST, Kiosk, KioskFault, KioskForm, KioskPunched, NUMBER_LEAST};
pub use map::{EndPin, MapPin, PinForm, PinMapped};
pub use order::{OrderForm, OrderGiven, OrderTerminal};
pub use register::{RegisterTerminal, TerminalForm, TerminalRegistered};
pub use step::{RefuseTerminal, RetireTerminal, TakeUpTerminal, TerminalChanged};
pub(crate) use take::sort;
pub use take::{TakePunches, Taken, Upload};
