#!/bin/sh
# Generates the stubs below gen/ from a folder of protos: generate.sh PROTOS. Needs protoc (or PROTOC), protoc-gen-go and
# protoc-gen-go-grpc on the path. Each file is mapped to a package below this module, so that nothing else is fetched.
set -eu
cd "$(dirname "$0")"
protos=$1
files=$(cd "$protos" && find matinee buf google/longrunning google/api -name '*.proto' | sort)
packages=
for file in $files; do
  folder=$(dirname "$file")
  package="matinee.example/client/gen/$folder;$(basename "$folder")"
  packages="$packages --go_opt=M$file=$package --go-grpc_opt=M$file=$package"
done
mkdir -p gen
${PROTOC:-protoc} -I "$protos" $packages \
  --go_out=. --go_opt=module=matinee.example/client \
  --go-grpc_out=. --go-grpc_opt=module=matinee.example/client $files
