#!/usr/bin/env bash
# Checks the contracts: buf lint, and buf breaking against the baseline of the last release (see proto/README.md).
#   proto.sh            checks
#   proto.sh --accept   makes the present contracts the baseline, when they break nothing of it
#   proto.sh --reset    makes them the baseline whatever they break; until 0.1.0 is tagged
# Needs what tools/external/install.sh installs.
set -euo pipefail
cd "$(dirname "$0")/../../proto"

buf=../.tools/bin/buf
[[ -x $buf ]] || { echo "proto.sh: .tools/bin/buf is missing: run tools/external/install.sh" >&2; exit 1; }
module=src/main/proto
baseline=baseline/v1.binpb

# breaks_nothing FOLDER: one module is named, since the baseline holds one (the vendored protos are its imports).
breaks_nothing() { "$buf" breaking "$1" --against "$baseline"; }

# A check that never fails proves nothing: removing a field must be found.
finds_a_removed_field() {
  local copy output
  copy=$(mktemp -d)
  cp -r buf.yaml src third_party "$copy"
  sed '/^  int32 format_version = 2 /d' "$module/matinee/model/v1/evaluation.proto" >"$copy/$module/matinee/model/v1/evaluation.proto"
  output=$(cd "$copy" && "$OLDPWD/$buf" breaking "$module" --against "$OLDPWD/$baseline" 2>&1) && output="no failure"
  rm -rf "$copy"
  [[ $output == *'field "2" with name "format_version" on message "EvaluationProtocol" was deleted'* ]] || {
    echo "proto.sh: buf breaking did not find a removed field: $output" >&2
    return 1
  }
}

accept() {
  "$buf" build "$module" --exclude-source-info -o "$baseline"
  echo "proto.sh: $baseline is the present contracts"
}

"$buf" lint
if [[ ${1:-} == --reset ]]; then
  [[ -z $(git tag --list 0.1.0 v0.1.0) ]] || { echo "proto.sh: 0.1.0 is tagged: what breaks goes into a v2" >&2; exit 1; }
  accept
fi
breaks_nothing "$module"
[[ ${1:-} != --accept ]] || accept
finds_a_removed_field
echo "proto.sh: the contracts are clean and break nothing"
