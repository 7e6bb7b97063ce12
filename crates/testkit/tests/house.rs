//! The house rules: what the tree may hold and which room may know which.
//!
//! Every rule is a function from what it looks at to a list of faults, with a small example that
//! it must catch beside it.

mod house {
    mod bans;
    mod files;
    mod glossary;
    mod licences;
    mod manifests;
    mod migrations;
    mod names;
    mod order;
    mod purity;
    mod tree;
    mod words;
}
