#!/bin/sh
# Generates the stubs of every example client, runs each against a serving and a trainer, and fails when one fails.
#   check.sh SERVING TRAINER FOLDER [USER]    e.g. check.sh 127.0.0.1:9002 127.0.0.1:9001 ml-latest-small 1
# FOLDER holds ratings.csv, which each uploads into a data set of its own; USER (1) must be known to the served version.
# The protos come from `./matinee protos`, or from the folder that MATINEE_PROTOS names. Works in a folder of its own and
# removes it; needs python3 with venv, go, node, npm, Maven with a JDK 25, and their package registries.
set -eu
usage='usage: check.sh SERVING TRAINER FOLDER [USER]'
endpoint=${1:?$usage}
trainer=${2:?$usage}
folder=$(cd "${3:?$usage}" && pwd)
user=${4:-1}
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

# Runs the uploading client of a language: the first version of its data set, then the state of an alias.
try_upload() {
  language=$1
  shift
  "$@" "$trainer" "$folder" "example-$language" > "$work/uploaded" || { echo "$language: upload FAILED" >&2; exit 1; }
  if ! grep -q "datasets/example-$language/versions/1 [1-9][0-9]* ratings" "$work/uploaded" ||
    ! grep -q 'models/movies/aliases/production ' "$work/uploaded"; then
    echo "$language: not an import and an alias" >&2
    cat "$work/uploaded" >&2
    exit 1
  fi
  echo "$language: upload ok"
}

cp -R "$clients/python" "$clients/go" "$clients/typescript" "$clients/java" "$work"

cd "$work/python"
python3 -m venv .venv
.venv/bin/pip --quiet install -r requirements.txt
.venv/bin/python -m grpc_tools.protoc -I "$protos" --python_out . --grpc_python_out . \
  $(cd "$protos" && find matinee buf -name '*.proto')
try python .venv/bin/python client.py
try_upload python .venv/bin/python upload.py

cd "$work/go"
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" -m grpc_tools.protoc "$@"\n' "$work/python/.venv/bin/python" > "$work/bin/protoc"
chmod +x "$work/bin/protoc"
GOBIN="$work/bin" go install google.golang.org/protobuf/cmd/protoc-gen-go@v1.36.8
GOBIN="$work/bin" go install google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.5.1
PATH="$work/bin:$PATH" ./generate.sh "$protos"
go build -o client .
go build -o uploader ./upload
try go ./client
try_upload go ./uploader

cd "$work/typescript"
npm install --silent --no-audit --no-fund
npm run --silent build
try typescript node build/client.js "$protos"
try_upload typescript node build/upload.js "$protos"

cd "$work/java"
mvn --batch-mode --quiet -f "$clients/../../pom.xml" -pl proto -DskipTests -DskipStrict -Dspotless.check.skip -Dcheckstyle.skip install
for program in Client Upload; do
  printf '#!/bin/sh\nexec mvn --batch-mode --quiet compile exec:java -Dexec.mainClass=%s "-Dexec.args=$*"\n' "$program" > "$program"
  chmod +x "$program"
done
try java ./Client
try_upload java ./Upload
