#!/bin/sh
# Builds a newsroom and photographs it for the README: docs/images/*.png, both languages.
# Usage: scripts/screenshots.sh [NEWSROOM] [ARTICLE]   (needs Chromium; python3 serves the pages)
set -eu
cd "$(dirname "$0")/.."
newsroom=${1:-fixtures/newsroom}
article=${2:-kitchen-garden}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
work=$(mktemp -d)
server=
clean_up() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || :
    rm -rf "$work"
}
trap clean_up EXIT INT TERM

cargo run --quiet -- build "$newsroom" --out "$work/site"
port=${PORT:-8793}
python3 -m http.server "$port" --bind 127.0.0.1 --directory "$work/site" >"$work/server.log" 2>&1 &
server=$!
tries=0
until python3 -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:$port/')" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 50 ] || { echo "the pages are not served: $(cat "$work/server.log")" >&2; exit 1; }
    sleep 0.1
done

mkdir -p docs/images
# picture NAME PATH WIDTH HEIGHT [light|dark]
picture() {
    scheme=1
    [ "${5:-light}" = light ] || scheme=0
    "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/profile" \
        --blink-settings=preferredColorScheme=$scheme --window-size="$3,$4" \
        --screenshot="docs/images/$1.png" "http://127.0.0.1:$port/$2" >/dev/null 2>&1
    size=$(wc -c <"docs/images/$1.png")
    [ "$size" -le 307200 ] || echo "docs/images/$1.png has $size bytes, more than 300 KiB" >&2
}
picture home-en en/ 1000 860
picture home-ar ar/ 1000 860
picture article-en "en/$article/" 1000 860
picture article-ar "ar/$article/" 1000 860
