# The Rust side of the tests. The tree compiles twice: once for clippy, once for the tests.
# Sourced by ./test.

rust_target="${CARGO_TARGET_DIR:-target}"
case "$rust_target" in /*) ;; *) rust_target="$PWD/$rust_target" ;; esac
rust_nextest_version=0.9.143

rust_format() {
    cargo fmt --all --check
}

rust_clippy() {
    cargo clippy --workspace --all-targets --locked --quiet -- -D warnings
}

# The same choice of targets as the test run, so that nothing is built a second time; the binary
# is among them, for the browser tests.
rust_build() {
    cargo build --workspace --tests --bins --locked --quiet
}

# A debug build of the runner takes about 3 CPU-minutes and is fast enough.
rust_nextest() {
    local tools="$rust_target/tools"
    export PATH="$PATH:$tools/bin"
    cargo nextest --version >/dev/null 2>&1 && return 0
    echo "cargo-nextest is not here: building version $rust_nextest_version, a few minutes, once"
    if cargo install cargo-nextest --version "$rust_nextest_version" --locked --debug --quiet \
        --no-default-features --features default-no-update \
        --root "$tools" --target-dir "$tools/build"; then
        rm -rf "$tools/build"
        return 0
    fi
    echo "cargo-nextest could not be built: cargo test does instead"
    return 1
}

rust_tests() {
    local outcome=0 log="$rust_target/test-counts/tests.log"
    if rust_nextest; then
        rm -f "$rust_target/nextest/default/junit.xml"
        cargo nextest run --workspace --tests --bins --locked --no-tests fail || outcome=1
        counts_from_junit "$rust_target/nextest/default/junit.xml" || outcome=1
    else
        cargo test --workspace --tests --bins --locked --no-fail-fast -- --show-output 2>&1 |
            tee "$log" || outcome=1
        counts_from_log "$log" || outcome=1
    fi
    return "$outcome"
}

# Among them the doors that must not compile without an action and a scope.
rust_doc_tests() {
    local outcome=0 log="$rust_target/test-counts/doc.log"
    cargo test --workspace --doc --locked --no-fail-fast 2>&1 | tee "$log" || outcome=1
    counts_from_log "$log" || outcome=1
    return "$outcome"
}
