"""Loads the SavedModels of snapshots with Python's TensorFlow and compares what they predict with the factors beside them.

Usage: saved_model.py SNAPSHOT... (folders with the files rating, rating-saved-model and manifest.json). Fails where a prediction differs by
over 1e-5. All are loaded before any is asked: models in one process must not share their variables.
"""
import json
import pathlib
import sys
import tempfile
import zipfile

import numpy
import tensorflow

BOUND = 1e-5
PAIRS = 100_000


def tensors(file):
    """The arrays of a safetensors file by name."""
    content = file.read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    return {
        name: numpy.frombuffer(content[start + entry["data_offsets"][0] : start + entry["data_offsets"][1]], "<f4").reshape(entry["shape"])
        for name, entry in header.items()
        if name != "__metadata__"
    }


def predictions(snapshot, user, movie):
    """What a reader answers: minimum + range * sigmoid(mean + biases + vectors' product)."""
    factors = {name: array.astype(numpy.float64) for name, array in tensors(snapshot / "rating").items()}
    scale = json.loads((snapshot / "manifest.json").read_text())["scale"]
    product = (factors["user_factors"][user] * factors["movie_factors"][movie]).sum(axis=1)
    logit = factors["mean"][0] + factors["user_bias"][user] + factors["movie_bias"][movie] + product
    return scale["minimum"] + (scale["maximum"] - scale["minimum"]) / (1 + numpy.exp(-logit))


def load(snapshot, folder):
    """The three lines of docs/contracts.md."""
    zipfile.ZipFile(snapshot / "rating-saved-model").extractall(folder)
    model = tensorflow.saved_model.load(str(folder))
    return model, model.signatures["serving_default"]


def main(snapshots):
    random = numpy.random.default_rng(7)
    with tempfile.TemporaryDirectory() as scratch:
        loaded = [load(snapshot, pathlib.Path(scratch) / str(index)) for index, snapshot in enumerate(snapshots)]
        for snapshot, (_, rate) in zip(snapshots, loaded):
            shapes = {name: array.shape for name, array in tensors(snapshot / "rating").items()}
            user = random.integers(shapes["user_factors"][0], size=PAIRS).astype(numpy.int32)
            movie = random.integers(shapes["movie_factors"][0], size=PAIRS).astype(numpy.int32)
            expected = predictions(snapshot, user, movie)
            rating = rate(user=tensorflow.constant(user), movie=tensorflow.constant(movie))["rating"].numpy()
            difference = numpy.abs(rating - expected).max()
            print(f"{snapshot}: {PAIRS} predictions from {rating.min():.3f} to {rating.max():.3f}, greatest difference {difference:.2e}")
            if not (rating.shape == expected.shape and difference <= BOUND and rating.std() > 0):
                sys.exit(f"{snapshot}: differs by more than {BOUND}")


if __name__ == "__main__":
    main([pathlib.Path(argument) for argument in sys.argv[1:]])
