#!/bin/sh
# Writes the two locks anew: every version with its hashes, no address of any registry.
# Needs `uv` on the PATH; run from the top folder.
set -eu
compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-header --no-emit-index-url --no-emit-find-links "$@" pyproject.toml >/dev/null
}
compile --group build --extra grammar -o requirements/run.txt
compile --group build --group dev --extra grammar -o requirements/test.txt
