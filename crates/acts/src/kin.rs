//! Kin (亲属): declared by the person, or by the personnel officer from paper; withdrawn by the
//! latter when it was declared wrongly.

mod declare;
mod withdraw;

pub use declare::{DeclareKin, KinDeclared, KinForm};
pub use withdraw::{WithdrawKin, WithdrawalForm};
