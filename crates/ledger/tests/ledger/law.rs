//! What must hold for every log, stated as properties.

mod audit;
mod canonical;
mod frontier;
mod key;
mod note;
mod proof;
mod signer;
mod tile;
