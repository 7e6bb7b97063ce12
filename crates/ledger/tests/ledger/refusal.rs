//! Refusals, word for word: they are what an officer or an outsider reads.

mod audit;
mod checkpoint;
mod key;
mod note;
mod proof;
mod proof_file;
mod signer;
mod stored;
