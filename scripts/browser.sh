# The browser tests: Playwright drives the machine's own Chromium; no browser is fetched.
# Sourced by ./test.

browser_tests() {
    local chromium outcome=0
    if ! chromium="$(machine_chromium)" || ! machine_has_node; then
        echo "skipped: the browser tests, for want of Node.js or Chromium"
        counts_add 0 0 1
        if machine_is_ci; then return 1; else return 0; fi
    fi
    (
        cd e2e &&
            export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 &&
            npm ci --no-audit --no-fund --loglevel=error </dev/null &&
            QINZHENG_CHROMIUM="$chromium" QINZHENG_BINARY="$rust_target/debug/qinzheng" \
                QINZHENG_COUNTS="$counts_folder/browser" npx --no-install playwright test
    ) || outcome=1
    if [ -s "$counts_folder/browser" ]; then
        # shellcheck disable=SC2046 # three numbers
        counts_add $(cat "$counts_folder/browser")
    else
        counts_add 0 1 0
        outcome=1
    fi
    return "$outcome"
}
