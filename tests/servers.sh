#!/bin/sh
# Brings the real servers and the browser that tests talk to, where the system lets us.
# Elsewhere the tests that need one skip and say so; under CI a missing one fails them.
set -eu
need=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || need="$need chromium"
command -v dovecot >/dev/null 2>&1 || [ -x /usr/sbin/dovecot ] || need="$need dovecot-imapd"
[ -n "$need" ] || exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing for the tests:$need"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null 2>&1 || true
    apt-get install -y -qq --no-install-recommends $need >/dev/null 2>&1 || echo "could not install$need"
else
    echo "Not here, so the tests that need it skip:$need"
fi
