# Numbered steps with their time, and what failed. Sourced by ./test.
#
# step TITLE ADVICE COMMAND…   runs COMMAND; a failure is kept with the advice, and returned
# steps_report                 prints what failed and what to do; fails if anything did

steps_all=0
steps_begun=0
steps_failed=""

# A command runs as the condition of an `if`, where bash ignores `set -e`: functions given to
# `step` chain their commands with && or return by themselves.
step() {
    local title="$1" advice="$2" begun="$SECONDS"
    shift 2
    steps_begun=$((steps_begun + 1))
    printf '\n[%s/%s] %s (%s)\n' "$steps_begun" "$steps_all" "$title" "$(date +%H:%M:%S)"
    if "$@"; then
        printf '[%s/%s] %s: done in %s s\n' \
            "$steps_begun" "$steps_all" "$title" "$((SECONDS - begun))"
        return 0
    fi
    printf '[%s/%s] %s: FAILED after %s s. %s\n' \
        "$steps_begun" "$steps_all" "$title" "$((SECONDS - begun))" "$advice"
    steps_failed="$steps_failed
  $title: $advice"
    return 1
}

steps_report() {
    printf '\n%s min %s s in all\n' "$((SECONDS / 60))" "$((SECONDS % 60))"
    if [ -n "$steps_failed" ]; then
        printf 'FAILED:%s\n' "$steps_failed"
        return 1
    fi
}
