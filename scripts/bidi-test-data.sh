#!/usr/bin/env bash
# Selects the lines of Unicode's conformance tests that tests/data/bidi keeps: of each file its notice, the cases written
# by hand, and of the generated ones every so many. The same files give the same selection.
#
#   scripts/bidi-test-data.sh FOLDER
#
# FOLDER holds BidiTest.txt and BidiCharacterTest.txt, as Debian's package unicode-data does in /usr/share/unicode.
set -euo pipefail
from=${1:?the folder with BidiTest.txt and BidiCharacterTest.txt}
to=$(cd "$(dirname "$0")/.." && pwd)/tests/data/bidi
mkdir -p "$to"

# Notice lines first; then every data line of the sections written by hand, of the others those that hold isolates twice
# as often.
awk '
  NR <= 4 { print; next }
  NR == 5 { print "#\n# A selection: see README.md beside this file." }
  /^#/ || /^$/ { next }
  { count++ }
  count <= 300 || count % 25 == 0 || (/206[6-9]/ && count % 25 == 12)
' "$from/BidiCharacterTest.txt" >"$to/BidiCharacterTest.txt"

awk '
  NR <= 5 { print; next }
  NR == 6 { print "#\n# A selection: see README.md beside this file." }
  /^@Levels/ { levels = $0; next }
  /^@Reorder/ { reorder = $0; next }
  /^[#@]/ || /^$/ { next }
  { count++ }
  count % 41 == 0 || (/LRI|RLI|FSI/ && count % 41 == 20) {
    if (levels != "") { print levels; levels = "" }
    if (reorder != "") { print reorder; reorder = "" }
    print
  }
' "$from/BidiTest.txt" >"$to/BidiTest.txt"
