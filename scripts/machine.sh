# What the tests need of the machine, installed where it is missing. Sourced by ./test.
#
# machine_prepare whole|fast   installs what is missing by apt-get, as root or by `sudo -n`, and
#                              says what is still missing; with CI=true that is a failure
# machine_is_ci                whether CI=true, where nothing may be missing
# machine_chromium             prints the path of the browser, or fails

machine_is_ci() {
    [ "${CI:-}" = true ]
}

machine_chromium() {
    local name
    for name in "${QINZHENG_CHROMIUM:-}" chromium chromium-browser google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

machine_has_node() {
    local major
    command -v npm >/dev/null 2>&1 || return 1
    major="$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')"
    [ "${major:-0}" -ge 18 ]
}

# Without one, Chromium draws Chinese as boxes. Only Linux comes without.
machine_has_chinese_font() {
    [ "$(uname -s)" != Linux ] || fc-list :lang=zh-cn 2>/dev/null | grep -q . ||
        find /usr/share/fonts -iname '*CJK*' 2>/dev/null | grep -q .
}

# Prints "PACKAGES|what for" for every missing part.
machine_missing() {
    command -v git >/dev/null 2>&1 || echo "git|git (the house test lists the tree)"
    command -v cc >/dev/null 2>&1 || echo "gcc libc6-dev|a C compiler (SQLite is built from C)"
    [ "$1" = whole ] || return 0
    postgres_programs >/dev/null || echo "postgresql|PostgreSQL (the tests on PostgreSQL)"
    machine_has_node || echo "nodejs npm|Node.js 18 or newer with npm (the browser tests)"
    machine_chromium >/dev/null || echo "chromium|Chromium (the browser tests)"
    machine_has_chinese_font || echo "fonts-noto-cjk|a Chinese font (the browser tests)"
}

machine_can_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -eq 0 ] || sudo -n true >/dev/null 2>&1
}

machine_apt() {
    local sudo=""
    [ "$(id -u)" -eq 0 ] || sudo="sudo -n"
    $sudo env DEBIAN_FRONTEND=noninteractive \
        apt-get -y -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null >/dev/null
}

# All at once; when that fails, one by one, so that one missing package costs no other.
machine_install() {
    local package
    echo "installing: $*"
    machine_apt update || echo "apt-get update failed: the old package lists must do"
    machine_apt install --no-install-recommends "$@" && return 0
    for package in "$@"; do
        machine_apt install --no-install-recommends "$package" || true
    done
}

machine_prepare() {
    local missing packages tool
    for tool in cargo "cargo fmt" "cargo clippy"; do
        if ! $tool --version >/dev/null 2>&1; then
            echo "no $tool: install Rust as https://rustup.rs says, with rustfmt and clippy"
            return 1
        fi
    done
    missing="$(machine_missing "$1")"
    if [ -n "$missing" ] && machine_can_install; then
        packages="$(printf '%s\n' "$missing" | cut -d '|' -f 1 | tr '\n' ' ')"
        # shellcheck disable=SC2086 # a list of package names
        machine_install $packages
        missing="$(machine_missing "$1")"
    fi
    if [ -z "$missing" ]; then
        echo "nothing is missing"
        return 0
    fi
    printf '%s\n' "$missing" | while IFS='|' read -r packages purpose; do
        echo "missing: $purpose; on Debian: apt-get install $packages"
    done
    if machine_is_ci; then return 1; fi
}
