#!/usr/bin/env bash
# Installs what the tests of the websites need, and only what is missing: a browser, a narrow and a wide typeface, Java for the Nu validator, Node,
# and the pinned npm packages.
#   bash tests/browser/install.sh
# As root it can install Debian packages; anybody else gets told which ones to ask for. Running it again changes nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

node_is_recent() { command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; }

missing=()
[ -x "${CHROME_PATH:-/usr/bin/chromium}" ] || missing+=(chromium)
# the typefaces that typefaces.mjs shows every page in
is_there() { [ -n "$(find /usr/share/fonts ~/.fonts ~/.local/share/fonts -name "$1" -print -quit 2>/dev/null)" ]; }
is_there DejaVuSans.ttf || missing+=(fonts-dejavu-core)
is_there LiberationSans-Regular.ttf || missing+=(fonts-liberation)
if ! is_there LiberationSansNarrow-Regular.ttf; then
  # the narrow one lies in the same package on Debian 12, and in one of its own since
  narrow=fonts-liberation-sans-narrow
  apt-cache show "$narrow" >/dev/null 2>&1 || narrow=fonts-liberation
  missing+=("$narrow")
fi
command -v java >/dev/null || missing+=(default-jre-headless)
node_is_recent && command -v npm >/dev/null || missing+=(nodejs npm)

if [ "${#missing[@]}" -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "please install first: ${missing[*]}" >&2
    exit 2
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}"
fi
# a distribution's own Node may be too old for the packages below, which would fail later and less clearly
node_is_recent || { echo "Node 20 or later is needed; this is $(node --version)" >&2; exit 2; }

# a copy of the lock file that the packages were installed from: an equal one means that there is nothing to do
installed=node_modules/.homepack-lock
if ! cmp -s package-lock.json "$installed"; then
  # no package here needs a script of its own, and one would fetch a Java that is already there
  npm ci --ignore-scripts --no-audit --no-fund
  cp package-lock.json "$installed"
fi
test -f node_modules/vnu-jar/build/dist/vnu.jar
