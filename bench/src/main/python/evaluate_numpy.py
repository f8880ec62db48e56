"""The yardstick of the benchmark `evaluation`: the same lists, diversity and novelty by vectorised numpy.

usage: evaluate_numpy.py FOLDER USERS MOVIES DIMENSION REPEATS
FOLDER holds little-endian f32 users.bin [U, d], movies.bin [M, d], user_bias.bin [U], movie_bias.bin [M], rating.bin [R]
and i32 rated.bin [R] (the movie of each rating). Prints one JSON object: the least seconds of REPEATS runs, and the figures.
"""
import json
import sys
import time

import numpy as np


def top10(scores):
    part = np.argpartition(-scores, 10, axis=1)[:, :10]
    order = np.argsort(-np.take_along_axis(scores, part, 1), axis=1, kind="stable")
    return np.take_along_axis(part, order, 1)


def diversity(vectors, top):
    unit = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    k = top.shape[1]
    total = unit[top].sum(1)
    return float((1 - ((total * total).sum(1) - k) / (k * (k - 1))).mean())


def main():
    folder, users, movies, dimension, repeats = sys.argv[1], *map(int, sys.argv[2:6])
    read = lambda name, kind: np.fromfile(f"{folder}/{name}.bin", dtype=kind)
    user, movie = read("users", "<f4").reshape(users, dimension), read("movies", "<f4").reshape(movies, dimension)
    user_bias, movie_bias = read("user_bias", "<f4"), read("movie_bias", "<f4")
    rating, rated = read("rating", "<f4"), read("rated", "<i4")
    best = None
    for _ in range(repeats):
        start = time.perf_counter()
        top = top10(user @ movie.T + user_bias[:, None] + movie_bias)
        count = np.bincount(rated, minlength=movies)
        mean = np.bincount(rated, rating, movies) / np.maximum(count, 1)
        novelty = float(mean[top].mean(1).mean())
        self_information = float(np.log2(users / np.maximum(count, 1))[top].mean(1).mean())
        spread = diversity(movie, top)
        seconds = time.perf_counter() - start
        best = seconds if best is None else min(best, seconds)
    print(json.dumps({"seconds": best, "diversity": spread, "novelty": novelty, "self_information": self_information}))


main()
