//! Kin (亲属): declared by the person, or by the personnel officer from paper.

mod declare;

pub use declare::{DeclareKin, KinDeclared, KinForm};
