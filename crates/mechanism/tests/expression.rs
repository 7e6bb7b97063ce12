//! The language of expressions: what each operator and function says, what is refused in which words, and what holds for
//! all expressions.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod expression {
    mod arbitrary;
    mod county;
    mod fault;
    mod law;
    mod oracle;
    mod spelling;
    mod table;
    mod trace;
}
