# A PostgreSQL cluster for tests: its own data folder and port, removed at the end.
# Sourced by ./test and scripts/with-postgres. Needs bash 3.2 or newer.
#
# postgres_programs   prints the folder of initdb and pg_ctl, or fails
# postgres_start      starts a cluster and exports QINZHENG_TEST_POSTGRES, _BIN and _DATA
# postgres_stop       stops it, and every cluster a killed test left in the same folder

postgres_folder=""

# The newest of the distribution's versioned folders; else what pg_config or PATH names.
postgres_programs() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t / -k 5 -n -r) \
        "$(pg_config --bindir 2>/dev/null || true)" \
        "$(dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)")"; do
        if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ]; then
            printf '%s\n' "$folder"
            return 0
        fi
    done
    return 1
}

# initdb and postgres refuse root: as root they run as the user postgres.
postgres_run() {
    local program="$QINZHENG_TEST_POSTGRES_BIN/$1"
    shift
    if [ "$(id -u)" -eq 0 ]; then
        (cd "$postgres_folder" && LC_ALL=C runuser -u postgres -- "$program" "$@")
    else
        (cd "$postgres_folder" && LC_ALL=C "$program" "$@")
    fi
}

# A port below the range of outgoing connections on which nothing listens.
postgres_free_port() {
    local try port
    for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        port=$((30000 + (RANDOM + try) % 2700))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            printf '%s\n' "$port"
            return 0
        fi
    done
    return 1
}

# fsync stays on, for the crash tests; the memory is small, the connections many, because every
# test has a process and a pool of its own.
postgres_settings() {
    cat <<SETTINGS
listen_addresses = '127.0.0.1'
unix_socket_directories = '$postgres_folder'
shared_buffers = 64MB
max_connections = 200
fsync = on
synchronous_commit = on
full_page_writes = on
max_wal_size = 2GB
log_min_messages = warning
SETTINGS
}

# The folder is where the user postgres can reach it, so as root TMPDIR is left aside.
postgres_make() {
    local place="${TMPDIR:-/tmp}"
    [ "$(id -u)" -ne 0 ] || place=/tmp
    postgres_folder="$(mktemp -d "$place/qinzheng-postgres.XXXXXX")" || return 1
    export QINZHENG_TEST_POSTGRES_DATA="$postgres_folder/data"
    if [ "$(id -u)" -eq 0 ]; then
        chown postgres "$postgres_folder" || return 1
    fi
    postgres_run initdb -D "$QINZHENG_TEST_POSTGRES_DATA" -U postgres --auth=trust \
        --locale=C --encoding=UTF8 --no-sync >"$postgres_folder/initdb.log" 2>&1 || return 1
    postgres_settings >>"$QINZHENG_TEST_POSTGRES_DATA/postgresql.conf"
}

postgres_start() {
    local port try
    QINZHENG_TEST_POSTGRES_BIN="$(postgres_programs)" || return 1
    export QINZHENG_TEST_POSTGRES_BIN
    postgres_make || { cat "$postgres_folder/initdb.log" >&2; return 1; }
    for try in 1 2 3 4 5; do
        port="$(postgres_free_port)" || return 1
        if postgres_run pg_ctl -D "$QINZHENG_TEST_POSTGRES_DATA" -w -t 120 -o "-p $port" \
            -l "$postgres_folder/server.log" start >"$postgres_folder/pg_ctl.log" 2>&1; then
            export QINZHENG_TEST_POSTGRES="postgres://postgres@127.0.0.1:$port/postgres"
            return 0
        fi
        grep -q 'Address already in use' "$postgres_folder/server.log" 2>/dev/null || break
        echo "port $port was taken in between; try $try"
    done
    cat "$postgres_folder/pg_ctl.log" "$postgres_folder/server.log" >&2
    return 1
}

postgres_stop() {
    local data
    [ -n "$postgres_folder" ] && [ -d "$postgres_folder" ] || return 0
    for data in "$postgres_folder"/data "$postgres_folder"/*/data; do
        if [ -f "$data/postmaster.pid" ]; then
            postgres_run pg_ctl -D "$data" -w -t 60 -m immediate stop >/dev/null 2>&1 || true
        fi
    done
    rm -rf "$postgres_folder"
    postgres_folder=""
}
