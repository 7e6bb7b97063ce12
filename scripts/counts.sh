# How many tests passed, failed and were skipped. Sourced by ./test.
#
# A Rust test that does without something says so on a line `skipped: reason`; it counts as
# skipped, not as passed.
#
# counts_open FOLDER        starts counting, in FOLDER
# counts_add P F S          adds numbers
# counts_from_junit FILE    adds what nextest wrote
# counts_from_log FILE      adds what `cargo test -- --show-output` printed
# counts_print              prints the line `P passed, F failed, S skipped`, after the reasons
# counts_passed, …_failed, …_skipped    print one number

counts_folder=""

counts_open() {
    counts_folder="$1"
    rm -rf "$counts_folder"
    mkdir -p "$counts_folder"
    : >"$counts_folder/counts"
    : >"$counts_folder/reasons"
}

counts_add() {
    printf '%s %s %s\n' "$1" "$2" "$3" >>"$counts_folder/counts"
}

# The test's own name may stand before its first line of output: libtest writes it there when it
# runs on one thread.
counts_from_junit() {
    [ -f "$1" ] || return 1
    awk -v reasons="$counts_folder/reasons" '
        function close_case() {
            if (open) { if (bad) failed++; else if (skip) skipped++; else passed++ }
            open = bad = skip = 0
        }
        /<testcase / { close_case(); open = 1 }
        /<failure|<error/ { bad = 1 }
        /(^|>|\.\.\. )skipped: / {
            if (!skip) { line = $0; sub(/.*skipped: /, "", line); sub(/<.*/, "", line); print line >> reasons }
            skip = 1
        }
        /<\/testsuites>/ { close_case() }
        END { close_case(); print passed + 0, failed + 0, skipped + 0 }
    ' "$1" >>"$counts_folder/counts"
}

counts_from_log() {
    [ -f "$1" ] || return 1
    awk -v reasons="$counts_folder/reasons" '
        /^test result: / {
            for (i = 2; i <= NF; i++) {
                if ($i ~ /^passed/) passed += $(i - 1)
                if ($i ~ /^failed/) failed += $(i - 1)
                if ($i ~ /^ignored/) skipped += $(i - 1)
            }
            counted = 1
        }
        /^successes:$/ { good = 1 }
        /^failures:$/ { good = 0 }
        /^---- .* stdout ----$/ { counted = 0 }
        /^skipped: / && good && !counted {
            counted = 1; said++
            line = $0; sub(/^skipped: /, "", line); print line >> reasons
        }
        END { print passed - said, failed + 0, skipped + said }
    ' "$1" >>"$counts_folder/counts"
}

counts_column() {
    awk -v column="$1" '{ sum += $column } END { print sum + 0 }' "$counts_folder/counts"
}

counts_passed() { counts_column 1; }
counts_failed() { counts_column 2; }
counts_skipped() { counts_column 3; }

counts_print() {
    if [ -s "$counts_folder/reasons" ]; then
        echo "skipped, and why:"
        sort "$counts_folder/reasons" | uniq -c | sort -rn
    fi
    printf '%s passed, %s failed, %s skipped\n' \
        "$(counts_passed)" "$(counts_failed)" "$(counts_skipped)"
}
