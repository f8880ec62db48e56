#!/bin/sh
# Generates the stubs of every example client, runs each against a serving, and fails when one fails.
#   check.sh ENDPOINT [USER]    e.g. check.sh 127.0.0.1:9002 1; USER must be known to the served version
# The protos come from `./matinee protos`, or from the folder that MATINEE_PROTOS names. Works in a folder of its own and
# removes it; needs python3 with venv, go, node, npm, Maven with a JDK 25, and their package registries.
set -eu
endpoint=${1:?usage: check.sh ENDPOINT [USER]}
user=${2:-1}
clients=$(cd "$(dirname "$0")" && pwd)
for tool in python3 go node npm mvn; do
  command -v "$tool" > /dev/null || { echo "check.sh: $tool is missing" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
protos=$work/protos
if [ -n "${MATINEE_PROTOS:-}" ]; then cp -R "$MATINEE_PROTOS" "$protos"; else "$clients/../../matinee" protos --out "$protos"; fi

# Runs a client for a known user, who must get ten movies, and for an unknown one, who must be named as such.
try() {
  language=$1
  shift
  "$@" "$endpoint" "$user" > "$work/movies" || { echo "$language: FAILED" >&2; exit 1; }
  [ "$(wc -l < "$work/movies")" -eq 10 ] || { echo "$language: not ten movies" >&2; cat "$work/movies" >&2; exit 1; }
  if "$@" "$endpoint" nobody-by-this-id > /dev/null 2> "$work/error" || ! grep -q USER_NOT_FOUND "$work/error"; then
    echo "$language: an unknown user is not USER_NOT_FOUND" >&2
    cat "$work/error" >&2
    exit 1
  fi
  echo "$language: ok"
}

cp -R "$clients/python" "$clients/go" "$clients/typescript" "$clients/java" "$work"

cd "$work/python"
python3 -m venv .venv
.venv/bin/pip --quiet install -r requirements.txt
.venv/bin/python -m grpc_tools.protoc -I "$protos" --python_out . --grpc_python_out . \
  $(cd "$protos" && find matinee/serving matinee/model buf -name '*.proto')
try python .venv/bin/python client.py

cd "$work/go"
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" -m grpc_tools.protoc "$@"\n' "$work/python/.venv/bin/python" > "$work/bin/protoc"
chmod +x "$work/bin/protoc"
GOBIN="$work/bin" go install google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.8
GOBIN="$work/bin" go install google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.5.1
PATH="$work/bin:$PATH" ./generate.sh "$protos"
go build -o client .
try go ./client

cd "$work/typescript"
npm install --silent --no-audit --no-fund
npm run --silent build
try typescript node build/client.js "$protos"

cd "$work/java"
mvn --batch-mode --quiet -f "$clients/../../pom.xml" -pl proto -DskipTests -DskipStrict -Dspotless.check.skip -Dcheckstyle.skip install
printf '#!/bin/sh\nexec mvn --batch-mode --quiet compile exec:java "-Dexec.args=$*"\n' > client
chmod +x client
try java ./client
