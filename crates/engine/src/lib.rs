//! Judgement by rule (判定): what follows from facts, for anybody to work out again. Pure: no clock, no chance, no
//! database.

pub mod attendance;
pub mod draw;
pub mod prompt;
pub mod run;
