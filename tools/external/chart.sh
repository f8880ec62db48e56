#!/usr/bin/env bash
# Tests the chart: lint, rendering, Kubernetes' own schemas, and that wrong values are refused with the fix.
# Needs what tools/external/install.sh installs.
set -euo pipefail
cd "$(dirname "$0")/../.."

chart=helm/matinee
every_value=$chart/ci/every-value.yaml
tools=.tools
for tool in bin/helm bin/kubeconform kubernetes-schemas; do
  [[ -e $tools/$tool ]] || { echo "chart.sh: $tools/$tool is missing: run tools/external/install.sh" >&2; exit 1; }
done
helm="$tools/bin/helm"
failures=0

fail() {
  echo "FAILED: $1" >&2
  failures=$((failures + 1))
}

render() { "$helm" template demo "$chart" "$@"; }

conforms() {
  local description=$1
  shift
  render "$@" | "$tools/bin/kubeconform" -strict -summary -skip PrometheusRule \
    -schema-location "$tools/kubernetes-schemas/{{.ResourceKind}}{{.KindSuffix}}.json" - || fail "$description does not conform"
}

# refuses EXPECTED ARGUMENT...: rendering must fail and say EXPECTED.
refuses() {
  local expected=$1 output
  shift
  if output=$(render "$@" 2>&1); then
    fail "accepted: $*"
  elif [[ $output != *"$expected"* ]]; then
    fail "refused without '$expected': $* : $output"
  fi
}

# renders EXPECTED COUNT ARGUMENT...: the text must be there COUNT times.
renders() {
  local expected=$1 count=$2 found
  shift 2
  found=$(render "$@" | grep -cF -- "$expected" || true)
  [[ $found == "$count" ]] || fail "'$expected' is there $found times, not $count: $*"
}

"$helm" lint --strict --quiet "$chart" || fail "lint"
"$helm" lint --strict --quiet "$chart" --values "$every_value" || fail "lint with $every_value"
conforms "the default"
conforms "$every_value" --values "$every_value"

renders "readOnlyRootFilesystem: true" 4
renders "runAsUser: 10001" 4
renders "automountServiceAccountToken: false" 5
renders "readinessProbe:" 4
renders "path: /q/health/live" 4
renders "-XX:+ExitOnOutOfMemoryError" 4
renders "kind: PrometheusRule" 0
renders "kind: PrometheusRule" 1 --values "$every_value"
renders "expr: matinee_follow_stale" 1 --values "$every_value"
renders "expr: increase(matinee_follow_damaged_blobs_total" 1 --values "$every_value"
renders "kind: PersistentVolumeClaim" 2
renders "helm.sh/resource-policy: keep" 2
renders "kind: PersistentVolumeClaim" 0 --values "$every_value"
renders 'claimName: "demo-matinee-trainer"' 1
renders 'claimName: "films-trainer-claim"' 1 --values "$every_value"
renders 'storageClassName: ""' 1 --set trainer.persistence.storageClass=-
renders "clusterIP: None" 4
renders "podManagementPolicy: Parallel" 2
renders 'value: "films-trainer"' 3 --values "$every_value"
renders 'value: "candidate"' 2 --values "$every_value"
renders "runAsUser:" 0 --values "$every_value"
renders "fsGroup:" 0 --values "$every_value"
renders 'image: "matinee/serving:0.1.0"' 1
renders 'image: "mirror.example/films/trainer:20250101"' 1 --values "$every_value"
renders 'image: "registry.example:5000/team/matinee/metrics:0.2.0-rc1"' 1 --values "$every_value"
renders 'image: "registry.example:5000/team/matinee/serving@sha256:' 1 --values "$every_value"
renders "-XX:+ExitOnOutOfMemoryError -XX:+UseZGC -Xlog:gc" 1 --values "$every_value"
renders "MATINEE_TRAINER_DATABASE" 0
renders "MATINEE_TRAINER_DATABASE" 3 --values "$every_value"
renders "failureThreshold: 90" 1 --values "$every_value"
renders "mountPath: /certificates" 1 --values "$every_value"

refuses "additional properties 'servng' not allowed" --set servng.replicas=1
refuses "additional properties 'replica' not allowed" --set serving.replica=1
refuses "got string, want integer" --set-string serving.replicas=two
refuses "minimum: got 0, want 1" --set serving.replicas=0
refuses "does not match pattern" --set 'follow.aliases={Production}'
renders 'value: "a,b"' 2 --set 'follow.aliases={a,b}'
refuses "does not match pattern" --set trainer.persistence.size=20GB
refuses "set trainer.persistence.acceptDataLoss=true" --set trainer.persistence.enabled=false
refuses "remove storageClass" --set metrics.persistence.existingClaim=a --set metrics.persistence.storageClass=b
refuses "set without trainer.database.url" --set trainer.database.existingSecret=a
refuses "which everybody may read there" --set 'trainer.database.url=jdbc:postgresql://h/d?password=x'
refuses "raise it to at least 2688Mi" --set trainer.resources.limits.memory=2Gi
refuses "set it above graceful.preStopSeconds + 5 = 35" --set graceful.preStopSeconds=30 --set graceful.terminationSeconds=35
refuses "serving.extraEnv sets MATINEE_FOLLOW_MODEL" --set 'serving.extraEnv[0].name=MATINEE_FOLLOW_MODEL' --set 'serving.extraEnv[0].value=x'

((failures == 0)) || { echo "chart.sh: $failures failed" >&2; exit 1; }
echo "chart.sh: the chart is in order"
