//! What is refused before the parser sees it, and what is not.

use super::{DEEPEST, DEEPEST_OFF, LINES_MOST, scan, switched_off};
use crate::language::Language;
use kdl::KdlDocument;

fn fault(text: &str) -> String {
    scan(text).unwrap_err().to_string()
}

#[test]
fn full_width_signs_are_named_outside_of_strings_and_comments() {
    assert_eq!(
        fault("rule \"甲\"\n  宽限 late＝5"),
        "2:10: the full-width sign ＝ is a letter here; write ="
    );
    assert_eq!(fault("rule “R1”"), "1:6: the full-width sign “ is a letter here; write \"");
    for text in ["a \"；“”\"", "a // （甲）\nb", "a /* ｛ */ b", r#"a "\"；" b"#, r#"a "\\" b"#]
    {
        assert_eq!(scan(text), Ok(()), "{text}");
    }
    assert!(scan("a \"\\\\\" ；").is_err());
}

#[test]
fn depth_size_and_lines_are_bounded() {
    let deep = |depth: usize| "a {".repeat(depth) + &"}".repeat(depth);
    assert_eq!(fault(&deep(DEEPEST + 1)), "1:51: blocks are nested deeper than 16");
    assert_eq!(scan(&deep(DEEPEST)), Ok(()));
    let off = |depth: usize| "a /-{".repeat(depth) + &"}".repeat(depth);
    assert_eq!(fault(&off(DEEPEST_OFF + 1)), "1:20: blocks are nested deeper than 3");
    assert_eq!(scan(&off(DEEPEST_OFF)), Ok(()));
    let nodes = |depth: usize| "b; /- a {".repeat(depth) + &"}".repeat(depth);
    assert_eq!(fault(&nodes(DEEPEST_OFF + 1)), "1:36: blocks are nested deeper than 3");
    assert_eq!(scan(&nodes(DEEPEST_OFF)), Ok(()));
    let long = "甲".repeat(90_000);
    assert_eq!(fault(&long), "1:1: the file has 270000 bytes, more than 262144");
    assert_eq!(scan(&"a\n".repeat(LINES_MOST)), Ok(()));
    assert_eq!(fault(&"a;".repeat(LINES_MOST + 1)), "1:10002: a file has at most 5000 lines");
}

#[test]
fn braces_that_do_not_match_are_shown() {
    assert_eq!(fault("a {\n  b {\n  }\n"), "1:3: this brace is not closed; close it with }");
    assert_eq!(
        fault("a {\n}\n}\n"),
        "3:1: there is one } too many; take it out, or open one before"
    );
    assert_eq!(scan("a \"{\" // {\n/* { */ b #\"{\"#"), Ok(()));
}

#[test]
fn strings_and_comments_end_and_stand_apart() {
    let open = "this text does not end; close it with a quote; a text stands on one line";
    for text in ["a \"b\n\"", "a \"b", "a #\"b\n\"#", "a ##\"b\"#", "a \"b\\\"", "a \"\"\"\nb\n"] {
        assert_eq!(fault(text), format!("1:3: {open}"), "{text}");
    }
    assert_eq!(fault("a /* /* */"), "1:3: this comment does not end; close it with */");
    assert!(fault(&format!("/*{}*/", "*".repeat(200))).contains("too many stars"));
    for text in ["a b\"c\"", "a \"b\"c", "a \"b\"\"c\"", "a #\"b\"#c", "a b#\"c\"#", "a /**/-\"b\""]
    {
        assert!(fault(text).contains("sticks"), "{text}");
    }
    let fine = [
        "a b=\"c\"/*d*/",
        "a \"b\"{\n}",
        "/-\"a\" b",
        "a \"b\"//c",
        "a \"b\"\\\n c",
        "a /*b*/\"c\"",
        "a \"b\\\n  c\"",
    ];
    for text in fine {
        assert_eq!(scan(text), Ok(()), "{text}");
    }
}

#[test]
fn escapes_and_texts_of_several_lines_are_in_order() {
    for text in [
        "a \"\\q\"",
        "a \"\\u{}\"",
        "a \"\\u{d800}\"",
        "a \"\\u{1234567}\"",
        "a \"\\u{41\"",
        "a \"\"\"\n\\q\n\"\"\"",
    ] {
        assert!(fault(text).contains("does not follow \\"), "{text}");
    }
    for text in
        ["a \"\"\"b\"\"\"", "a \"\"\"\nb\"\"\"", "a \"\"\"\nb\n  \"\"\"", "a #\"\"\"\nb\n  \"\"\"#"]
    {
        assert!(fault(text).contains("on a line of its own"), "{text}");
    }
    for text in [
        "a \"\\u{1F600}\\n\"",
        "a \"\"\"\n  b \"c\"\n\n  \"\"\"",
        "a #\"\"\"\n  \\q\n  \"\"\"#",
        "a #\"\\\"#",
        "a \"\"",
    ] {
        assert_eq!(scan(text), Ok(()), "{text}");
    }
}

#[test]
fn signs_that_mean_nothing_bare_and_signs_nobody_sees_are_refused() {
    for text in ["a (b)", "a b)", "a [b]", "a/b", "a \\b", "a #b", "a ##true", "a #truer"] {
        let said = scan(text).unwrap_err();
        assert!(said.said(Language::English).contains("in quotes"), "{text}");
    }
    for text in ["a #true", "a b=#false;", "a #inf/*b*/", "a \\ // b\n c", "a\r\nb", "\u{feff}a"] {
        assert_eq!(scan(text), Ok(()), "{text}");
    }
    for sign in ['\r', '\0', '\u{b}', '\u{85}', '\u{2028}', '\u{202e}', '\u{feff}', '\u{7f}'] {
        for text in [format!("a{sign} b"), format!("a \"{sign}\""), format!("// {sign} \na")] {
            assert!(fault(&text).contains("nobody sees"), "{text:?}");
        }
    }
}

#[test]
fn marks_that_switch_nodes_off_are_found() {
    let text = "/- a\nb { /- c; /- \"d\" }\ne /-f /-{ }\n// /- g\n";
    assert_eq!(switched_off(text).collect::<Vec<_>>(), [0, 9, 15]);
}

#[test]
fn the_pieces_of_a_node_stand_in_their_order() {
    for (text, said) in [
        ("a=1", "1:2: the name of a property stands before `=`"),
        ("a b=1=2", "1:6: the name of a property stands before `=`"),
        ("a 1=2", "1:4: the name of a property stands before `=`"),
        ("a #true=2", "1:8: the name of a property stands before `=`"),
        ("a b=\n", "1:5: no value stands after `=`"),
        ("a b={ }", "1:5: no value stands after `=`"),
        ("a { } b", "1:7: something follows `}` at once"),
        ("a { } { }", "1:7: something follows `}` at once"),
        ("{ }", "1:1: no word stands before this brace"),
        ("a { { } }", "1:5: no word stands before this brace"),
        ("a;; b", "1:3: there is one semicolon too many"),
        ("a { ; }", "1:5: there is one semicolon too many"),
        ("/- a; b", "1:5: no semicolon ends what `/-` switches off"),
        ("/- a { b; }; c", "1:12: no semicolon ends what `/-` switches off"),
        ("1 a", "1:1: a line begins with a word"),
        ("a; #true", "1:4: a line begins with a word"),
        ("a /-", "1:5: nothing follows `/-` that it switches off"),
        ("/- /- a", "1:4: nothing follows `/-` that it switches off"),
        ("a { /- }", "1:8: nothing follows `/-` that it switches off"),
    ] {
        assert!(fault(text).starts_with(said), "{text}: {}", fault(text));
    }
    for text in [
        "a b = 1 \"c\"=2 d;e",
        "a /-b=1 c /-{ } { } /-{ }",
        "/-\n\na b { c; }",
        "a \\\n b=1 \\ // c\n d { }",
        "a {\n} // b\nc { d { e } }\n",
        "\"a\" #\"b\"#=c",
        "a -b=1 --c=2 .d=3",
    ] {
        assert_eq!(scan(text), Ok(()), "{text}");
    }
}

/// Pieces that texts are put together from, each next to each.
const PIECES: [&str; 26] = [
    "a", " ", "\n", ";", "{", "}", "=", "\"b\"", "\"", "#", "#true", "true", "/-", "//", "/*",
    "*/", "\\", "\\\n", "1", ".", "-", "\"\"\"", "#\"", "\"#", "甲", "\u{feff}",
];

#[test]
fn what_passes_never_makes_the_parser_recover() {
    let mut passed = 0;
    for at in 0..PIECES.len().pow(3) {
        let of = |place: u32| PIECES[at / PIECES.len().pow(place) % PIECES.len()];
        let text = format!("{}{}{}", of(0), of(1), of(2));
        for text in [format!("a {{ b {text} }}"), text] {
            if scan(&text).is_ok() {
                passed += 1;
                assert!(KdlDocument::parse(&text).is_ok(), "{text:?}");
            }
        }
    }
    assert!(passed > 3_000, "{passed}");
}
