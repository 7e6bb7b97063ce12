//! A configuration that cannot be used: what, on which line, what to write instead.

use crate::program::Place;

const GOOD: &str = r#"[county]
code = "SH"
name = "示河县"

[store]
url = "sqlite:county.db"

[web]
listen = "127.0.0.1:8080"
public_url = "https://qinzheng.example.cn"
trusted_proxies = ["127.0.0.1"]

[log]
origin = "example.cn/sh/acts"
key = "log.key"
state = "log.state"
"#;

/// What the program says of the good file with one thing in it replaced.
fn says(old: &str, new: &str) -> String {
    let place = Place::new();
    assert!(GOOD.contains(old));
    place.write("q.toml", &GOOD.replace(old, new));
    let said = place.run(&["backup", "x.qz", "--config", "q.toml"]).refused();
    assert!(!place.path("county.db").exists());
    said.err.trim_end().trim_start_matches("qinzheng: ").to_owned()
}

#[test]
fn every_fault_names_its_line() {
    let said = [
        says("[store]", "[stor]"),
        says("url =", "uri ="),
        says("\"sqlite:county.db\"", "\"mysql://x\""),
        says("\"sqlite:county.db\"", "\"mysql://a:secret@x\""),
        says("127.0.0.1:8080", "8080"),
        says("https://qinzheng.example.cn", "qinzheng.example.cn"),
        says("[\"127.0.0.1\"]", "[\"proxy\"]"),
        says("example.cn/sh/acts", "acts of SH"),
        says("\"示河县\"", "\" \""),
        says("code = \"SH\"", "code = SH"),
    ];
    insta::assert_snapshot!(said.join("\n"), @r#"
    q.toml:5: unknown field `stor`, expected one of `county`, `store`, `web`, `terminals`, `log`, `demo`
    q.toml:6: unknown field `uri`, expected `url`
    q.toml:6: "mysql://x" is no store; write "sqlite:FILE.db" or "postgres://…"
    q.toml:6: "(an address with a password)" is no store; write "sqlite:FILE.db" or "postgres://…"
    q.toml:9: "8080" is no address to listen at; write one such as "127.0.0.1:8080"
    q.toml:10: "qinzheng.example.cn" is no address of the site; write one such as "https://qinzheng.example.cn"
    q.toml:11: "proxy" is no address or network; write one such as "127.0.0.1" or "10.0.0.0/8"
    q.toml:14: "acts of SH" is no name of a log; write one without spaces such as "example.cn/sh/acts"
    q.toml:3: " " is empty
    q.toml:2: string values must be quoted, expected literal string
    "#);
}
