//! Words that never stand in the tree: unfinished work, switched-off tests, a machine's own paths
//! and hosts.

use super::tree::{FILES, TreeFile, refuse};

/// Work that was put off, in any text file.
const UNFINISHED: [&str; 4] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
];

/// A test that does not run, in Rust and in the browser tests.
const SWITCHED_OFF_IN_RUST: [&str; 2] = [concat!("#[", "ignore]"), concat!("#[", "ignore =")];
const SWITCHED_OFF_IN_BROWSER: [&str; 3] =
    [concat!(".sk", "ip("), concat!(".on", "ly("), concat!(".fix", "me(")];

/// Folders of the machines that the tree is written on.
const PLACES: [&str; 4] =
    [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/fa", "rm/"), concat!("/tmp", "/plan")];

/// Hosts that packages come from; the ordinary clients know them.
const REGISTRIES: [&str; 7] = [
    concat!("crates", ".io"),
    concat!("registry.npm", "js.org"),
    concat!("npm", "js.com"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("deb.debian", ".org"),
    concat!("art", "ifactory"),
];

/// Made by a package manager, so full of chance letters.
const LOCK_FILES: [&str; 2] = ["Cargo.lock", "package-lock.json"];

fn unfinished(files: &[TreeFile]) -> Vec<String> {
    search(files, |file| !is_lock_file(file), &UNFINISHED, |_, _| true)
}

fn switched_off(files: &[TreeFile]) -> Vec<String> {
    let in_rust = |file: &TreeFile| file.is_a(&["rs"]);
    let in_browser =
        |file: &TreeFile| file.path.starts_with("e2e/") && file.is_a(&["js", "mjs", "ts"]);
    let mut faults = search(files, in_rust, &SWITCHED_OFF_IN_RUST, |_, _| true);
    faults.extend(search(files, in_browser, &SWITCHED_OFF_IN_BROWSER, |_, _| true));
    faults
}

fn places(files: &[TreeFile]) -> Vec<String> {
    // `/network/` and `src/work/` are no such folder: one begins at the root.
    let at_root = |line: &str, at: usize| {
        !line[..at].ends_with(|before: char| before.is_alphanumeric() || "_-.})*".contains(before))
    };
    search(files, |_| true, &PLACES, at_root)
}

fn registries(files: &[TreeFile]) -> Vec<String> {
    let named_by_cargo = |line: &str, _: usize| !line.starts_with("source = \"registry+");
    search(files, |_| true, &REGISTRIES, named_by_cargo)
}

/// A lock file of npm that would send everyone to the host it was made with.
fn resolved_addresses(files: &[TreeFile]) -> Vec<String> {
    let is_npm = |file: &TreeFile| file.path.ends_with("package-lock.json");
    search(files, is_npm, &["\"resolved\":"], |_, _| true)
}

/// Every line of the chosen files with one of `words`, where `counts` says it counts.
fn search(
    files: &[TreeFile],
    chosen: impl Fn(&TreeFile) -> bool,
    words: &[&str],
    counts: impl Fn(&str, usize) -> bool,
) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| chosen(file)) {
        for (number, line) in file.text().unwrap_or_default().lines().enumerate() {
            for word in words {
                if line.match_indices(word).any(|(at, _)| counts(line, at)) {
                    faults.push(format!("{}:{}: {word}", file.path, number + 1));
                }
            }
        }
    }
    faults
}

fn is_lock_file(file: &TreeFile) -> bool {
    LOCK_FILES.contains(&file.path.rsplit('/').next().unwrap_or_default())
}

#[test]
fn nothing_is_left_unfinished() {
    refuse("Finish it, or leave it out:", &unfinished(&FILES));
}

#[test]
fn no_test_is_switched_off() {
    refuse("A test that never runs; make it pass or take it out:", &switched_off(&FILES));
}

#[test]
fn no_path_of_a_machine_stands_in_the_tree() {
    refuse("A path that only one machine has; write it from the tree's root:", &places(&FILES));
}

#[test]
fn no_registry_is_named() {
    refuse("A registry's host; the clients know where packages are:", &registries(&FILES));
}

#[test]
fn the_npm_lock_file_names_no_address() {
    let rule = "Addresses in the lock file; e2e/.npmrc keeps them out when it is made in e2e:";
    refuse(rule, &resolved_addresses(&FILES));
}

#[test]
fn the_rules_catch_unfinished_and_switched_off_work() {
    let files = [
        TreeFile::example("a.rs", &format!("fn a() {{\n    {}\n}}\n", concat!("todo", "!()"))),
        TreeFile::example("b.md", concat!("A line\nTO", "DO: more\n")),
        TreeFile::example("package-lock.json", concat!("sha512-aTO", "DOb==\n")),
        TreeFile::example("c.rs", concat!("#[", "ignore = \"slow\"]\nlet a = b.sk", "ip(1);\n")),
        TreeFile::example("e2e/d.mjs", concat!("test.sk", "ip('x');\n")),
    ];
    assert_eq!(unfinished(&files), [concat!("a.rs:2: todo", "!("), concat!("b.md:2: TO", "DO")]);
    assert_eq!(
        switched_off(&files),
        [concat!("c.rs:1: #[", "ignore ="), concat!("e2e/d.mjs:1: .sk", "ip(")]
    );
}

#[test]
fn the_rules_catch_a_machine_and_its_hosts() {
    let files = [
        TreeFile::example("a.md", concat!("in /wo", "rk/main\nin net/wo", "rk/main\n")),
        TreeFile::example("b.sh", concat!("cd \"/ro", "ot/x\"\n")),
        TreeFile::example("c.md", concat!("from https://crates", ".io/x\n")),
        TreeFile::example("Cargo.lock", concat!("source = \"registry+x/crates", ".io-index\"\n")),
        TreeFile::example("e2e/package-lock.json", "{\n  \"resolved\": \"x\"\n}\n"),
    ];
    assert_eq!(places(&files), [concat!("a.md:1: /wo", "rk/"), concat!("b.sh:1: /ro", "ot/")]);
    assert_eq!(registries(&files), [concat!("c.md:1: crates", ".io")]);
    assert_eq!(resolved_addresses(&files), ["e2e/package-lock.json:2: \"resolved\":"]);
}
