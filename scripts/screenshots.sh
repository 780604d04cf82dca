#!/bin/sh
# Builds a newsroom and photographs it for the README: docs/images/*.png, both languages.
# Usage: scripts/screenshots.sh [NEWSROOM] [ARTICLE]
# Needs Chromium; python3 serves the pages; pngquant makes the pictures smaller where it is installed. ARTICLE is a key
# of variants.json: an article's address differs from one language to the other.
set -eu
cd "$(dirname "$0")/.."
newsroom=${1:-fixtures/newsroom}
article=${2:-react-2023}
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

# address LOCALE: where the article is in that language
address() {
    python3 -c 'import json, sys
articles = json.load(open(sys.argv[1], encoding="utf-8"))["articles"]
found = [a["variants"][sys.argv[3]]["path"] for a in articles if a["key"] == sys.argv[2]]
sys.exit("no article " + sys.argv[2]) if not found else print(found[0])' "$work/site/variants.json" "$article" "$1"
}

mkdir -p docs/images
# picture NAME PATH HEIGHT
picture() {
    file=docs/images/$1.png
    "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" \
        --blink-settings=preferredColorScheme=1 --window-size="1000,$3" \
        --screenshot="$work/picture.png" "http://127.0.0.1:$port$2" >"$work/browser.log" 2>&1 ||
        { cat "$work/browser.log" >&2; exit 1; }
    if command -v pngquant >/dev/null; then
        pngquant --force --strip --skip-if-larger --output "$work/picture.png" "$work/picture.png" || :
    fi
    cp "$work/picture.png" "$file"
    size=$(wc -c <"$file")
    [ "$size" -le 300000 ] || { echo "$file has $size bytes, more than 300 kB" >&2; exit 1; }
}
english=$(address en)
arabic=$(address ar)
picture home-en /en/ 1000
picture home-ar /ar/ 1000
picture article-en "$english" 1200
picture article-ar "$arabic" 1200
