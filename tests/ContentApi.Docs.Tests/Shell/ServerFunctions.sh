# Read by the shell that runs the commands of a document.
set -euo pipefail
server=

# Ends the server that was started last.
stop_server() {
    [[ -n $server ]] || return 0
    kill "$server" 2>/dev/null || true
    wait "$server" || true
    server=
}

# Starts a command that serves, and goes on when it says that it is ready.
start_server() {
    stop_server
    : >server.log
    "$@" >server.log 2>&1 </dev/null &
    server=$!
    for ((i = 0; i < 1800; i++)); do
        if grep -q '^ready: ' server.log; then
            cat server.log
            return
        fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    cat server.log
    echo "it does not say that it is ready" >&2
    return 1
}

trap stop_server EXIT
