"""Renders the chart with odd values, and checks that what comes out is what Kubernetes takes, or that the refusal names the value.

Usage: chart_odd_values.py [--seed SEED] [--cases COUNT] [--only NAME]
Needs what tools/external/install.sh installs; runs in its Python (.tools/python/bin/python).
"""

import argparse
import dataclasses
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHART = ROOT / "helm/matinee"
TOOLS = ROOT / ".tools"

LABEL_OF_DNS = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
NAME_OF_SERVICE = re.compile(r"[a-z]([-a-z0-9]{0,61}[a-z0-9])?")
SUBDOMAIN = re.compile(r"(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*")
LABEL_VALUE = re.compile(r"([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?")
LABEL_KEY = re.compile(r"([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?")
IMAGE = re.compile(r"([A-Za-z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+([._/-]+[a-z0-9]+)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[a-f0-9]{64})")
WHOLE_NUMBERS = {
    "runAsUser", "runAsGroup", "fsGroup", "replicas", "seconds", "periodSeconds", "timeoutSeconds", "failureThreshold",
    "terminationGracePeriodSeconds", "containerPort",
}
# A StatefulSet's pods carry its name and a revision's hash as a label.
LONGEST_STATEFUL_NAME = 63 - len("-0123456789")


@dataclasses.dataclass(frozen=True)
class Case:
    """One rendering. refusal is a text that must be in the error; "" is for values that must render, None for either."""

    name: str
    values: dict
    release: str = "demo"
    chart_version: str = "0.1.0"
    refusal: str | None = ""

    def content(self):
        """The values as JSON, which is YAML whose texts are all in quotes."""
        return json.dumps(nested(self.values))


def nested(flat):
    """{"a.b": 1} as {"a": {"b": 1}}."""
    tree = {}
    for key, value in flat.items():
        *parents, last = key.split(".")
        branch = tree
        for parent in parents:
            branch = branch.setdefault(parent, {})
        branch[last] = value
    return tree


def env(*values):
    return [{"name": f"ODD_{index}", "value": value} for index, value in enumerate(values)]


# Texts that some YAML parser takes for another type, unless they are quoted.
SURPRISES = ["on", "off", "yes", "no", "y", "n", "true", "null", "~", "2024", "0123", "1e3", "0x1f", "1_000", "1.10", ".5", "2025-01-01", "12:30:45", ".inf", "=", "<<"]
NAMED = [
    Case("the default", {}),
    Case("a release that is a date", {}, release="20250101"),
    Case("a release and a name that are numbers", {"nameOverride": "2024"}, release="20250101"),
    Case("a release like a float", {}, release="1e3"),
    Case("a release with dots", {}, release="films.v1.2"),
    Case("a release that is a boolean, and all of the name", {"nameOverride": "true"}, release="true"),
    Case("the longest release", {}, release="a" * 53),
    Case("a long release whose cut ends in a hyphen", {}, release="a" * 30 + "-" + "b" * 20),
    Case("a release that has the chart's name", {}, release="my-matinee"),
    Case("the longest names", {"fullnameOverride": "f" * 40, "nameOverride": "n" * 40}, release="r" * 53),
    Case("two aliases", {"follow.aliases": ["production", "on"]}),
    Case("an alias like a boolean", {"follow.aliases": ["on"], "follow.model": "off"}),
    Case("a storage class like a number", {"trainer.persistence.storageClass": "1"}),
    Case("no storage class", {"trainer.persistence.storageClass": "-", "metrics.persistence.storageClass": "-"}),
    Case("a version with build metadata", {}, chart_version="0.1.0+build.5"),
    Case("a version whose label is cut at a dot", {}, chart_version="0.1.0-" + "a" * 48 + ".b+5"),
    Case("a tag like a number", {"trainer.image.tag": "1e3", "image.tag": "20250101"}),
    Case("claims like numbers", {"trainer.persistence.existingClaim": "1e3", "trainer.importClaim": "007"}),
    Case("an account like a boolean", {"serviceAccount.name": "on", "serviceAccount.create": False}),
    Case("environment that YAML misreads", {"serving.extraEnv": env(*SURPRISES, "", " ", "a: b", "# no comment", '"', "two\nlines", "ü", "{{ .Release.Name }}", "%s")}),
    Case("labels and annotations that YAML misreads", {"podLabels": {"odd": "on", "1e3": "2024"}, "podAnnotations": {"odd": "null", "text": "a: #b"}}),
    Case("ids of OpenShift's size", {"podSecurityContext.runAsUser": 1000650000, "podSecurityContext.fsGroup": 1000650000, "podSecurityContext.runAsGroup": 0}),
    Case("ids that are unset", {"podSecurityContext.runAsUser": None, "podSecurityContext.fsGroup": None, "podSecurityContext.runAsGroup": None}),
    Case("heaps of a terabyte", {"serving.heapMiB": 1000000, "serving.resources.limits.memory": "2000000Mi"}),
    Case("a name with capitals", {"fullnameOverride": "My_Films"}, refusal="fullnameOverride"),
    Case("a name that begins with a digit", {"fullnameOverride": "2024-films"}, refusal="fullnameOverride"),
    Case("a name too long", {"fullnameOverride": "f" * 41}, refusal="fullnameOverride"),
    Case("a name that is no text", {"nameOverride": 2024}, refusal="nameOverride"),
    Case("an alias that is a boolean", {"follow.aliases": [True]}, refusal="follow.aliases"),
    Case("an alias with capitals", {"follow.aliases": ["ON"]}, refusal="follow.aliases"),
    Case("no alias", {"follow.aliases": []}, refusal="follow.aliases"),
    Case("a storage class that is no text", {"metrics.persistence.storageClass": 1}, refusal="metrics.persistence.storageClass"),
    Case("a storage class with blanks", {"metrics.persistence.storageClass": "very fast"}, refusal="metrics.persistence.storageClass"),
    Case("a tag with build metadata", {"image.tag": "0.1.0+build.5"}, refusal="image.tag"),
    Case("a tag that is no text", {"serving.image.tag": 1.1}, refusal="serving.image.tag"),
    Case("a digest cut short", {"serving.image.digest": "sha256:abc"}, refusal="serving.image.digest"),
    Case("a repository with a tag", {"serving.image.repository": "matinee/serving:1"}, refusal="serving.image.repository"),
    Case("the root user", {"podSecurityContext.runAsUser": 0}, refusal="podSecurityContext.runAsUser"),
    Case("environment that is no text", {"serving.extraEnv": [{"name": "A", "value": True}]}, refusal="serving.extraEnv"),
    Case("environment twice", {"serving.extraEnv": [{"name": "A", "value": "1"}, {"name": "A", "value": "2"}]}, refusal="serving.extraEnv sets A"),
    Case("a label of the chart's", {"podLabels": {"app.kubernetes.io/name": "x"}}, refusal="podLabels sets app.kubernetes.io/name"),
    Case("a label that no label can be", {"podLabels": {"team": "a b"}}, refusal="podLabels.team"),
    Case("a volume of the chart's", {"serving.extraVolumes": [{"name": "scratch", "emptyDir": {}}]}, refusal="serving.extraVolumes sets scratch"),
    Case("a mount in the chart's place", {"serving.extraVolumeMounts": [{"name": "scratch", "mountPath": "/tmp"}]}, refusal="serving.extraVolumeMounts sets /tmp"),
    Case("a mount of no volume", {"serving.extraVolumeMounts": [{"name": "tls", "mountPath": "/tls"}]}, refusal="serving.extraVolumeMounts mounts tls"),
    Case("a heap among the JVM's options", {"serving.jvmOptions": ["-Xmx4g"]}, refusal="set serving.heapMiB"),
    Case("two JVM options in one", {"serving.jvmOptions": ["-Xss1m -Xmx4g"]}, refusal="serving.jvmOptions"),
]

# Of these most keys take most.
FITTING = ["on", "off", "yes", "n", "true", "null", "2024", "0123", "1e3", "0x1f", "2025-01-01", "films", ""]
TEXTS = SURPRISES + ["", "-", "films", "My_Films", "a" * 41, "a" * 64, "a.b", "-a", "a-", "ä", "a b", "a/b", "a:b", "\t"]
NUMBERS = [-1, 0, 1, 64, 300, 1024, 1000000, 1000650000, 2**31, 2**53, 1.5]
RELEASES = ["demo", "20250101", "1e3", "0x1f", "true", "null", "on", "a.b", "1.2", "matinee", "my-matinee", "matinee-2", "0", "a" * 53, "a" * 39 + "-" + "b" * 13, "9" * 53]
VERSIONS = ["0.1.0", "0.1.0+build.5", "0.1.0-rc.1+5", "20250101.0.0", "0.1.0-" + "x" * 60, "1.0.0-0.3.7"]
OF_TEXTS = [
    "nameOverride", "fullnameOverride", "image.registry", "image.tag", "serviceAccount.name", "follow.model", "callDeadline",
    "trainer.image.repository", "trainer.image.tag", "trainer.image.digest", "trainer.persistence.storageClass", "trainer.persistence.existingClaim",
    "trainer.importClaim", "trainer.scratchSize", "metrics.persistence.storageClass", "metrics.persistence.size",
]
OF_NUMBERS = [
    "podSecurityContext.runAsUser", "podSecurityContext.runAsGroup", "podSecurityContext.fsGroup", "graceful.preStopSeconds", "graceful.terminationSeconds",
    "serving.replicas", "serving.heapMiB", "trainer.workerMemoryMiB", "similarity.probes.startup.failureThreshold",
]


def random_case(seed):
    """A few values, any of which may be right or wrong; the same for the same seed."""
    chance = random.Random(seed)
    texts = FITTING if chance.random() < 0.7 else TEXTS
    values = {}
    for _ in range(chance.randint(1, 3)):
        kind = chance.randrange(6)
        if kind <= 1:
            values[chance.choice(OF_TEXTS)] = chance.choice(texts)
        elif kind == 2:
            values[chance.choice(OF_NUMBERS)] = chance.choice(NUMBERS)
        elif kind == 3:
            values["follow.aliases"] = [chance.choice(texts)]
        elif kind == 4:
            values["similarity.extraEnv"] = env(*chance.sample(TEXTS, 4))
        else:
            values[chance.choice(["podLabels", "podAnnotations", "nodeSelector", "alerts.labels"])] = {chance.choice(texts): chance.choice(texts)}
    return Case(f"seed {seed}", values, chance.choice(RELEASES), chance.choice(VERSIONS), None)


class StrictLoader(yaml.SafeLoader):
    """Refuses a key that is there twice; "=" and "<<" are texts, as they are to Kubernetes."""

    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        repeated = {key for key in keys if keys.count(key) > 1}
        if repeated:
            raise yaml.constructor.ConstructorError(None, None, f"twice: {sorted(map(str, repeated))}", node.start_mark)
        return super().construct_mapping(node, deep)


for mark in ("value", "merge"):
    StrictLoader.add_constructor(f"tag:yaml.org,2002:{mark}", StrictLoader.construct_yaml_str)


class Rendered:
    """What the chart made of one case, and what is wrong with it."""

    def __init__(self, case, text):
        self.case = case
        self.problems = []
        self.documents = [document for document in yaml.load_all(text, StrictLoader) if document]

    def expect(self, holds, problem):
        if not holds:
            self.problems.append(problem)

    def check(self):
        names = [(document["kind"], document["metadata"]["name"]) for document in self.documents]
        self.expect(len(names) == len(set(names)), f"objects of one name: {names}")
        for document in self.documents:
            self.check_object(document)
            self.check_maps(document, document["kind"])
        for document in self.of("Deployment", "StatefulSet"):
            self.check_workload(document)
        for service in self.of("Service"):
            selected = [each for each in self.of("Deployment", "StatefulSet") if selects(service["spec"]["selector"], labels_of_pods(each))]
            self.expect(len(selected) == 1, f"{service['metadata']['name']} selects {len(selected)} workloads")
        return self.problems

    def of(self, *kinds):
        return [document for document in self.documents if document["kind"] in kinds]

    def check_object(self, document):
        name = document["metadata"]["name"]
        self.expect(isinstance(name, str), f"{name!r} is no text")
        form = {"Service": NAME_OF_SERVICE, "ServiceAccount": SUBDOMAIN}.get(document["kind"], LABEL_OF_DNS)
        self.expect(form.fullmatch(str(name)), f"{document['kind']} {name!r} has no valid name")
        if document["kind"] == "StatefulSet":
            self.expect(len(str(name)) <= LONGEST_STATEFUL_NAME, f"{name} is too long for its pods' labels")

    def check_maps(self, node, path):
        """Labels, selectors, annotations and whole numbers, wherever they are."""
        if isinstance(node, list):
            for index, each in enumerate(node):
                self.check_maps(each, f"{path}[{index}]")
        elif isinstance(node, dict):
            for key, value in node.items():
                here = f"{path}.{key}"
                self.expect(isinstance(key, str), f"{here}: the key is no text")
                self.expect(key not in WHOLE_NUMBERS or type(value) is int, f"{here}: {value!r} is no whole number")
                if key in ("labels", "matchLabels", "nodeSelector") or key == "selector" and path.endswith("spec") and "matchLabels" not in value:
                    self.check_labels(value, here)
                elif key == "annotations":
                    self.expect(all(isinstance(each, str) for each in value.values()), f"{here}: {value}")
                self.check_maps(value, here)

    def check_labels(self, labels, path):
        for key, value in labels.items():
            self.expect(LABEL_KEY.fullmatch(str(key)), f"{path}: {key!r} is no label's key")
            self.expect(isinstance(value, str) and LABEL_VALUE.fullmatch(value), f"{path}.{key}: {value!r} is no label's value")

    def check_workload(self, document):
        name, spec = document["metadata"]["name"], document["spec"]
        pod = spec["template"]["spec"]
        self.expect(selects(spec["selector"]["matchLabels"], labels_of_pods(document)), f"{name} does not select its pods")
        version = self.case.chart_version.replace("+", "_")
        self.expect(not any(version[:40] in str(value) for value in labels_of_pods(document).values()), f"{name}'s pods carry the chart's version")
        self.expect(SUBDOMAIN.fullmatch(str(pod["serviceAccountName"])), f"{name}: account {pod['serviceAccountName']!r}")
        self.check_container(name, pod, pod["containers"][0])
        if document["kind"] == "StatefulSet":
            governing = [each for each in self.of("Service") if each["metadata"]["name"] == spec["serviceName"]]
            self.expect(governing and governing[0]["spec"].get("clusterIP") == "None", f"{name} has no headless Service {spec['serviceName']}")
            self.expect("volumeClaimTemplates" not in spec, f"{name} has claim templates")

    def check_container(self, name, pod, container):
        self.expect(IMAGE.fullmatch(container["image"]), f"{name}: image {container['image']!r}")
        variables = [variable["name"] for variable in container["env"]]
        self.expect(len(variables) == len(set(variables)), f"{name}: variables twice")
        for variable in container["env"]:
            self.expect("valueFrom" in variable or isinstance(variable["value"], str), f"{name}: {variable}")
        self.check_given(container)
        volumes = {volume["name"] for volume in pod["volumes"]}
        self.expect({mount["name"] for mount in container["volumeMounts"]} <= volumes, f"{name}: mounts of no volume")
        registry = [variable["value"] for variable in container["env"] if variable["name"] == "MATINEE_REGISTRY_HOST"]
        services = {service["metadata"]["name"] for service in self.of("Service")}
        self.expect(set(registry) <= services, f"{name}: no Service {registry}")
        for volume in pod["volumes"]:
            claim = volume.get("persistentVolumeClaim", {}).get("claimName")
            made = {each["metadata"]["name"] for each in self.of("PersistentVolumeClaim")}
            given = {value for key, value in self.case.values.items() if key.endswith("Claim")}
            self.expect(claim is None or claim in made | given, f"{name}: no claim {claim!r}")

    def check_given(self, container):
        """What a user gave as a variable is there as it was given."""
        there = {variable["name"]: variable.get("value") for variable in container["env"]}
        for given in self.case.values.get(f"{container['name']}.extraEnv", []):
            self.expect(there.get(given["name"]) == given["value"], f"{given} became {there.get(given['name'])!r}")


def labels_of_pods(workload):
    return workload["spec"]["template"]["metadata"]["labels"]


def selects(selector, labels):
    return selector.items() <= labels.items()


class Bench:
    """Renders cases in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.rendered = 0
        self.refused = 0
        self.failures = []

    def chart(self, version):
        """A copy of the chart that has another version."""
        copy = self.folder / "charts" / version / "matinee"
        if not copy.exists():
            shutil.copytree(CHART, copy)
            described = yaml.safe_load((copy / "Chart.yaml").read_text())
            (copy / "Chart.yaml").write_text(yaml.safe_dump({**described, "version": version, "appVersion": version}))
        return copy

    def try_out(self, index, case):
        values = self.folder / "values.yaml"
        values.write_text(case.content())
        command = [TOOLS / "bin/helm", "template", case.release, self.chart(case.chart_version), "--values", values]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        problems = self.refusal(case, result.stderr) if result.returncode else self.rendering(index, case, result.stdout)
        self.failures += [f"{case.name}: {problem}\n    release {case.release!r}, version {case.chart_version!r}, values {case.values}" for problem in problems]

    def refusal(self, case, error):
        self.refused += 1
        said = re.sub(r"'/([^']*)'", lambda path: path.group(1).replace("~1", "\x00").replace("/", ".").replace("\x00", "/"), error)
        expected = [case.refusal] if case.refusal else list(case.values)
        if case.refusal == "":
            return [f"refused: {error}"]
        return [] if any(text in said for text in expected) else [f"refused without naming {' or '.join(expected)}: {error}"]

    def rendering(self, index, case, text):
        self.rendered += 1
        if case.refusal:
            return ["was not refused"]
        (self.folder / "rendered" / f"{index}.yaml").write_text(text)
        try:
            return Rendered(case, text).check()
        except yaml.YAMLError as broken:
            return [f"no YAML: {broken}"]

    def conform(self):
        """Whether Kubernetes' own schemas take all that was rendered, read by the parser that Kubernetes uses."""
        schemas = f"{TOOLS}/kubernetes-schemas/{{{{.ResourceKind}}}}{{{{.KindSuffix}}}}.json"
        command = [TOOLS / "bin/kubeconform", "-strict", "-skip", "PrometheusRule", "-schema-location", schemas, self.folder / "rendered"]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            self.failures.append(f"kubeconform: {result.stdout}{result.stderr}")

    def keeps_pods(self):
        """Whether another version of the chart leaves selectors and pods as they are, but for the image."""
        first, second = (self.workloads(version) for version in ("0.1.0", "0.2.0+build.5"))
        if first != second:
            self.failures.append(f"another version of the chart changes pods or selectors:\n{first}\n{second}")

    def workloads(self, version):
        command = [TOOLS / "bin/helm", "template", "demo", self.chart(version), "--set", "image.tag=fixed"]
        documents = yaml.safe_load_all(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        return {each["metadata"]["name"]: each["spec"] for each in documents if each and each["kind"] in ("Deployment", "StatefulSet", "Service")}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seed", type=int, default=1, help="of the first random case; the others follow")
    arguments.add_argument("--cases", type=int, default=150, help="random cases beside the named ones")
    arguments.add_argument("--only", help="the name of one case")
    options = arguments.parse_args()
    cases = NAMED + [random_case(options.seed + index) for index in range(options.cases)]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(folder))
        (bench.folder / "rendered").mkdir()
        for index, case in enumerate(cases):
            if options.only in (None, case.name):
                bench.try_out(index, case)
        bench.conform()
        bench.keeps_pods()
    for failure in bench.failures:
        print(f"FAILED: {failure}", file=sys.stderr)
    print(f"chart_odd_values.py: {bench.rendered} rendered, {bench.refused} refused, {len(bench.failures)} failed")
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
