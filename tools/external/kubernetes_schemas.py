"""Writes one strict JSON schema a Kubernetes kind, for kubeconform, from the OpenAPI file of Kubernetes' own source.

Usage: kubernetes_schemas.py SWAGGER_JSON OUTPUT_FOLDER
"""

import json
import pathlib
import sys

DEFINITIONS = "_definitions.json"
# OpenAPI calls these plain strings, though the API server also takes numbers.
ALSO_NUMBERS = {
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": ["string", "integer"],
    "io.k8s.apimachinery.pkg.api.resource.Quantity": ["string", "number"],
}


def strict(name, definition):
    """The definition with unknown fields refused, at every level since all levels are definitions."""
    if name in ALSO_NUMBERS:
        return {**definition, "type": ALSO_NUMBERS[name]}
    if "properties" in definition:
        return {"additionalProperties": False, **definition}
    return definition


def file_name(kind):
    group = kind["group"].split(".")[0]
    return "-".join(filter(None, [kind["kind"].lower(), group, kind["version"]])) + ".json"


def main(swagger, output):
    folder = pathlib.Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    definitions = {name: strict(name, each) for name, each in json.loads(pathlib.Path(swagger).read_text())["definitions"].items()}
    (folder / DEFINITIONS).write_text(json.dumps({"definitions": definitions}))
    count = 0
    for name, definition in definitions.items():
        for kind in definition.get("x-kubernetes-group-version-kind", []):
            (folder / file_name(kind)).write_text(json.dumps({"$ref": f"{DEFINITIONS}#/definitions/{name}"}))
            count += 1
    print(f"{count} schemas")


if __name__ == "__main__":
    main(*sys.argv[1:])
