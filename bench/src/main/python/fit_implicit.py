"""The yardstick of the benchmark `scale`: implicit's ALS (conjugate gradients, two threads) on the same likes, judged by the same users.

usage: fit_implicit.py FOLDER USERS MOVIES DIMENSIONS ITERATIONS JUDGED REGULARISATION
FOLDER holds training.bin and held-out.bin: little-endian i32 pairs of user and movie. Prints one JSON object: seconds of the fit, NDCG@10.
"""
import json
import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the library asks for: its own threads do the work

import implicit
import numpy as np
import scipy.sparse as sparse

CONFIDENCE = 8
CUT_OFF = 10


def matrix(folder, name, users, movies):
    pairs = np.fromfile(f"{folder}/{name}.bin", dtype="<i4").reshape(-1, 2)
    return sparse.csr_matrix((np.full(len(pairs), CONFIDENCE, np.float32), (pairs[:, 0], pairs[:, 1])), (users, movies))


def gain(model, training, held_out, judged):
    discounts = 1 / np.log2(np.arange(CUT_OFF) + 2)
    gains = []
    for user in range(0, training.shape[0], max(1, training.shape[0] // judged)):
        relevant = held_out.indices[held_out.indptr[user]:held_out.indptr[user + 1]]
        if len(relevant) == 0:
            continue
        scores = model.item_factors @ model.user_factors[user]
        scores[training.indices[training.indptr[user]:training.indptr[user + 1]]] = -np.inf
        best = np.argpartition(-scores, CUT_OFF)[:CUT_OFF]
        hits = np.isin(best[np.argsort(-scores[best])], relevant)
        gains.append((hits * discounts).sum() / discounts[:min(CUT_OFF, len(relevant))].sum())
    return float(np.mean(gains))


def main():
    folder = sys.argv[1]
    users, movies, dimensions, iterations, judged, regularisation = map(int, sys.argv[2:8])
    training, held_out = (matrix(folder, name, users, movies) for name in ("training", "held-out"))
    model = implicit.als.AlternatingLeastSquares(
        factors=dimensions, regularization=regularisation, alpha=1, iterations=iterations, use_cg=True, num_threads=2, random_state=7)
    start = time.perf_counter()
    model.fit(training, show_progress=False)
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "gain": gain(model, training, held_out, judged)}))


main()
