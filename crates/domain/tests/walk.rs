//! The exhaustive walk (穷举): every way through the procedures of a matter, as their tables have it.
//!
//! A visit, a finding, an accountability, a review, a bulletin, a rectification and an entry of a list are walked in
//! pairs, joined where one hands over to the next. People are symbols: whoever has the same ties and the same bars is the same to every guard. Time is
//! before, at or after the last day of a window. What the guards must prevent is noted as a stain by what was
//! done, never by asking a guard; the tables as they are leave no stain, and every copy of them with one guard
//! taken out does, by a shortest way that is printed.

mod walk {
    mod crowd;
    mod doing;
    mod entry;
    mod explore;
    mod follows;
    mod guards;
    mod listing;
    mod moves;
    mod proofs;
    mod putting_right;
    mod tables;
    mod world;
}
