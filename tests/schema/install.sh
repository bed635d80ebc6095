#!/usr/bin/env bash
# Gets what the test of the schemas needs: the language server that VS Code uses for YAML, pinned.
# Run again it does nothing, unless a pin changed.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
tools="${HOMEPACK_TEST_TOOLS:-$here/../../target/test-tools}/schema"
node_is_recent() { command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; }
# Only where it is missing: the browser is of no use here, but its script knows how Node is had.
node_is_recent && command -v npm >/dev/null || bash "$here/../browser/install.sh"
mkdir -p "$tools"
wanted="$(cat "$here/package-lock.json" "$here/install.sh" | sha256sum | cut -d' ' -f1)"
if [ "$(cat "$tools/stamp" 2>/dev/null)" != "$wanted" ]; then
  cp "$here/package.json" "$here/package-lock.json" "$tools/"
  # No package here needs a script of its own.
  (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund)
  echo "$wanted" >"$tools/stamp"
fi
echo "test of the schemas: tools ready"
