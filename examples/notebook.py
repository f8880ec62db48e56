# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # What notebooks do with ratings, over gRPC
# Look at the data, train, draw learning curves, recommend, compare: each cell asks a suite for it that others can call at the same
# time. `examples/README.md` says how to start one and what to install.

# %%
import io
import json
import os
import sys
import time
from pathlib import Path

import grpc
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

sys.path.insert(0, os.environ.get("MATINEE_PROTOS", "protos"))  # what ./matinee protos has written
HOST = os.environ.get("MATINEE_HOST", "127.0.0.1")
TRAINER, SERVING, SIMILARITY, METRICS = range(port := int(os.environ.get("MATINEE_FIRST_PORT", "9001")), port + 4)
DATASET = os.environ.get("MATINEE_DATASET", "movielens")
PICTURES = Path(os.environ.get("MATINEE_PICTURES", "pictures"))


def service(port, area, file, name=None):
    """Returns the messages of a contract, and a stub of its service; both are made from the .proto file at once."""
    messages, stubs = grpc.protos_and_services(f"{area}/{file}.proto")
    name = name or "".join(word.capitalize() for word in file.split("_"))
    return messages, getattr(stubs, name + "Stub")(grpc.insecure_channel(f"{HOST}:{port}"))


data_pb, data = service(TRAINER, "matinee/trainer/v1", "dataset_service")
training_pb, training = service(TRAINER, "matinee/trainer/v1", "training_service")
registry_pb, registry = service(TRAINER, "matinee/trainer/v1", "model_registry_service")
lists_pb, lists = service(SERVING, "matinee/serving/v1", "recommendation_service")
catalogue_pb, catalogue = service(SERVING, "matinee/serving/v1", "catalogue_service")
vectors_pb, vectors = service(SERVING, "matinee/serving/v1", "embedding_service")
similar_pb, similar = service(SIMILARITY, "matinee/similarity/v1", "similarity_service")
evaluation_pb, evaluation = service(METRICS, "matinee/metrics/v1", "evaluation_service")
operations_pb, trainer_operations = service(TRAINER, "google/longrunning", "operations", "Operations")
_, metrics_operations = service(METRICS, "google/longrunning", "operations", "Operations")


def wait(operations, operation, response):
    """Returns what an operation answers once it has ended well."""
    while not operation.done:
        operation = operations.WaitOperation(operations_pb.WaitOperationRequest(name=operation.name))
    if operation.HasField("error"):
        raise RuntimeError(operation.error.message)
    operation.response.Unpack(response)
    return response


def keep(figure, name):
    """Keeps a picture as a file."""
    PICTURES.mkdir(exist_ok=True)
    figure.savefig(PICTURES / f"{name}.png", dpi=120, bbox_inches="tight")


def movies_frame(found, **columns):
    """Returns found movies as a table, with further columns of each."""
    rows = [
        {"title": f.movie.title, "year": f.movie.year or None, "genres": ", ".join(f.movie.genres)}
        | {name: value(f) for name, value in columns.items()}
        for f in found
    ]
    return pd.DataFrame(rows, index=pd.Index([f.movie.movie_id for f in found], name="movie"))


# %% [markdown]
# ## The data
# A data set's figures were computed when it was imported, so they are here at once.

# %%
dataset = data.GetDataset(data_pb.GetDatasetRequest(name=f"datasets/{DATASET}")).dataset
described = data.DescribeDataset(data_pb.DescribeDatasetRequest(name=dataset.latest_version))
scale, counts = described.dataset_version.scale, described.dataset_version.counts
print(f"{counts.ratings:,} ratings by {counts.users:,} users of {counts.rated_movies:,} movies, density {described.density:.2%}")
SPREADS = {
    "rating": described.rating_spread,
    "rating on [0, 1]": described.unit_rating_spread,
    "ratings per movie": described.ratings_per_movie,
    "ratings per user": described.ratings_per_user,
}
pd.DataFrame({name: {field.name: value for field, value in spread.ListFields()} for name, spread in SPREADS.items()})

# %%
figure, axes = plt.subplots(2, 2, figsize=(13, 8), layout="constrained")
axes[0, 0].bar([str(bin.rating) for bin in described.histogram], [bin.count for bin in described.histogram])
axes[0, 0].set(title="Ratings", xlabel="rating")
axes[0, 1].bar([year.year for year in described.years], [year.movie_count for year in described.years], width=1)
axes[0, 1].set(title="Movies by year of release")
months = pd.Series({pd.Period(month.period): month.rating_count for month in described.months}).sort_index()
axes[1, 0].fill_between(months.index.to_timestamp(), months, step="mid")
axes[1, 0].set(title="Ratings by month")
genres = sorted(described.genres, key=lambda genre: genre.rating_count)[-20:]
axes[1, 1].barh([genre.genre for genre in genres], [genre.mean_rating for genre in genres])
axes[1, 1].set(title="Mean rating of the most rated genres", xlim=(scale.minimum, scale.maximum))
keep(figure, "data")

# %% [markdown]
# What would be left if movies and users with few ratings were left out (`./matinee import` has options to do it):

# %%
pd.DataFrame(
    {
        effect.minimum_rating_count: {
            (by, field.name): value
            for by, left in [("movies", effect.by_movie), ("users", effect.by_user), ("both", effect.by_both)]
            for field, value in left.ListFields()
        }
        for effect in described.filter_effects
    }
).fillna(0).astype(int).T.rename_axis("minimum ratings")

# %% [markdown]
# ## Users and movies side by side
# The ratings themselves come as a file, here for the 15 users and the 15 movies with the most ratings.

# %%
export = data.ExportDataset(
    data_pb.ExportDatasetRequest(
        name=dataset.latest_version,
        content=data_pb.EXPORTED_CONTENT_RATINGS,
        format=data_pb.EXPORT_FORMAT_CSV,
    )
)
ratings = pd.read_csv(io.BytesIO(b"".join(part.chunk for part in export)))
ratings.columns = ["user", "movie", "rating", "time"]
busiest = ratings["user"].value_counts().index[:15]
most_rated = ratings["movie"].value_counts().index[:15]
top = ratings[ratings["user"].isin(busiest) & ratings["movie"].isin(most_rated)]
pd.crosstab(top["user"], top["movie"], top["rating"], aggfunc="mean").reindex(index=busiest, columns=most_rated)

# %% [markdown]
# ## Means as recommenders
# The best movies by their mean, and by a mean that few ratings pull towards the mean of all; beside them the RMSE of each as a
# predictor, each rating predicted by the mean of the others.

# %%
figure, axes = plt.subplots(1, 2, figsize=(14, 4), layout="constrained")
for axis, name, ranking in [
    (axes[0], "Mean", described.mean_ranking),
    (axes[1], f"Mean, weighted by {described.weighted_mean_votes:,.0f} votes", described.weighted_mean_ranking),
]:
    best = ranking.movies[:10][::-1]
    axis.barh([f"{found.movie.title} ({found.movie.rating_count})" for found in best], [found.mean for found in best])
    axis.set(title=f"{name}: RMSE {ranking.rmse:.4f}", xlim=(min(found.mean for found in best) - 0.1, scale.maximum))
keep(figure, "means")

# %% [markdown]
# ## Training and learning curves
# A preset trains the model of a notebook; without one, the ranker is chosen by what does best on a part of the training. Each
# training makes a version of the model, which stays, with its curves in its manifest. What is held out is the same for all, so that
# their figures compare.

# %%
MODEL = "models/movies"
PRESETS = [
    preset.preset_id
    for algorithm in training.ListAlgorithms(training_pb.ListAlgorithmsRequest()).algorithms
    for preset in algorithm.presets
    if preset.preset_id.startswith("notebook-001")
]
print(*PRESETS)


def train(**choice):
    """Returns a new version of the model, trained on the data set."""
    request = training_pb.TrainModelRequest(model=MODEL, dataset=dataset.latest_version, seed=42, **choice)
    return wait(trainer_operations, training.TrainModel(request), training_pb.TrainModelResponse()).model_version


def manifest(version):
    """Returns the manifest of a version: of what it was made, and how."""
    digest = next(blob.sha256 for blob in version.blobs if blob.name == "manifest")
    parts = registry.DownloadBlob(registry_pb.DownloadBlobRequest(sha256=digest))
    return json.loads(b"".join(part.chunk for part in parts))


HELD_OUT = {"hyper_parameters": {"monitor": {"string_value": "held-out"}}}  # its loss, too, after each epoch
versions = {preset: train(preset=preset, rating=HELD_OUT) for preset in PRESETS}
versions["chosen"] = train()

# %%
curves = {
    name: pd.DataFrame({epoch["epoch"]: epoch["figures"] for epoch in manifest(version)["rating"]["learningCurve"]}).T
    for name, version in versions.items()
}
figure, axes = plt.subplots(2, 3, figsize=(14, 7), layout="constrained")
for axis, (name, curve) in zip(axes.flat, curves.items()):
    curve.plot(ax=axis, title=name, xlabel="epoch", marker=".")
keep(figure, "curves")

# %% [markdown]
# ## How good, how diverse, how new
# Each figure has its 95 % interval over users; `docs/metrics.md` defines them. A notebook gets some of them from a loop over users.

# %%
def evaluate(version):
    """Returns the figures of a version, for lists of ten."""
    request = evaluation_pb.EvaluateModelRequest(model_version=version.name, cutoffs=[10], seed=42)
    response = wait(metrics_operations, evaluation.EvaluateModel(request), evaluation_pb.EvaluateModelResponse())
    subject = next(c for c in response.evaluation.contestants if c.contestant_id == "subject")
    return {f"{figure.metric} ({SPACES[figure.space]})" if figure.space else figure.metric: figure for figure in subject.figures}


SPACES = {1: "ranking space", 2: "rating space", 3: "content space"}
figures = {name: evaluate(version) for name, version in versions.items()}


def with_interval(figure):
    """Returns a figure as text."""
    return f"{figure.value:.4f}" + (f" [{figure.interval.low:.4f}, {figure.interval.high:.4f}]" if figure.HasField("interval") else "")


pd.DataFrame({name: {metric: with_interval(figure) for metric, figure in of.items()} for name, of in figures.items()})

# %%
values = pd.DataFrame({name: {metric: figure.value for metric, figure in of.items()} for name, of in figures.items()})
shades = values.sub(values.min(axis=1), axis=0).div((values.max(axis=1) - values.min(axis=1)).replace(0, 1), axis=0)
figure, axis = plt.subplots(figsize=(9, 7), layout="constrained")
axis.imshow(shades, cmap="Blues", vmax=1.6, aspect="auto")
axis.set_xticks(range(values.shape[1]), values.columns, rotation=20, ha="right")
axis.set_yticks(range(values.shape[0]), values.index)
for (row, column), value in np.ndenumerate(values.to_numpy()):
    axis.text(column, row, "none" if np.isnan(value) else f"{value:.4f}", ha="center", va="center")
axis.set(title="Figures of the versions (the darker, the higher in its row)")
keep(figure, "comparison")

# %% [markdown]
# ## Serving a version
# An alias says which version answers; one call moves it, or moves it back. From then on others get it, too: no notebook needs to run.

# %%
served = versions["chosen"].name
registry.SetAlias(registry_pb.SetAliasRequest(name=f"{MODEL}/aliases/production", model_version=served, etag="*"))


def once_loaded(call, request):
    """Returns the answer of the served version, as soon as the service has loaded it."""
    request.model_version = served
    while True:
        try:
            return call(request)
        except grpc.RpcError as error:
            if error.code() not in (grpc.StatusCode.FAILED_PRECONDITION, grpc.StatusCode.UNAVAILABLE):
                raise
            time.sleep(0.5)


USER = str(ratings["user"].value_counts().index[0])
for call, request in [
    (lists.Recommend, lists_pb.RecommendRequest(user_id=USER)),
    (similar.FindSimilarMovies, similar_pb.FindSimilarMoviesRequest(movies={"liked_movie_ids": [str(most_rated[0])]})),
]:
    once_loaded(call, request)

# %% [markdown]
# ## The best rated movies in a picture
# The 30 movies with the highest weighted mean, by the first two principal components of their vectors.

# %%
votes, mean = ratings.groupby("movie")["rating"].count(), ratings.groupby("movie")["rating"].mean()
prior = described.weighted_mean_votes
weighted = (votes * mean + prior * described.rating_spread.mean) / (votes + prior)
best = [str(movie) for movie in weighted.nlargest(30).index]
found = vectors.BatchGetEmbeddings(vectors_pb.BatchGetEmbeddingsRequest(kind="ENTITY_KIND_MOVIE", ids=best)).embeddings
titles = {movie.movie_id: movie.title for movie in catalogue.BatchGetMovies(catalogue_pb.BatchGetMoviesRequest(movie_ids=best)).movies}
matrix = np.array([movie.embedding.values for movie in found])
centred = matrix - matrix.mean(axis=0)
plane = centred @ np.linalg.svd(centred, full_matrices=False)[2][:2].T
figure, axis = plt.subplots(figsize=(13, 9), layout="constrained")
axis.scatter(*plane.T, s=12)
for movie, point in zip(found, plane):
    axis.annotate(titles[movie.id].split(" (")[0], point, xytext=(4, 3), textcoords="offset points", fontsize=8)
axis.set(title="The best rated movies, by their vectors")
keep(figure, "best-rated")

# %% [markdown]
# ## A user who is known
# What they rated highest, and the best of what they have not seen.

# %%
seen = catalogue.ListSeenMovies(catalogue_pb.ListSeenMoviesRequest(user_id=USER, page_size=1000)).movies
seen = sorted(seen, key=lambda found: -found.rating)
movies_frame(seen[:10], rating=lambda found: found.rating)

# %%
recommended = lists.Recommend(lists_pb.RecommendRequest(user_id=USER, page_size=10)).movies
movies_frame(recommended, score=lambda found: found.score, predicted=lambda found: found.predicted_rating)

# %% [markdown]
# What the version predicts for ratings that it was trained on, beside them: a check of the plumbing, and no measure of quality.

# %%
predictions = lists.PredictRatings(
    lists_pb.PredictRatingsRequest(user_id=USER, movie_ids=[found.movie.movie_id for found in seen])
).predictions
pairs = pd.DataFrame(
    {
        "rating": {found.movie.movie_id: found.rating for found in seen},
        "predicted": {found.movie_id: found.predicted_rating for found in predictions},
    }
)
print(f"root mean squared error {np.sqrt(((pairs['rating'] - pairs['predicted']) ** 2).mean()):.3f}")
pairs.groupby("rating")["predicted"].describe()[["count", "mean", "min", "max"]]

# %% [markdown]
# ## A user who is new
# Whoever sends a few ratings along gets a list at once: their vector is found as training would have found it. Nothing of it is kept.

# %%
def search(title):
    """Returns the movie of the catalogue that a title finds first; a wrong letter is forgiven."""
    return catalogue.SearchMovies(catalogue_pb.SearchMoviesRequest(query=title, page_size=1)).movies[0]


liked = [search(title) for title in ("star wars episode iv", "the matrix", "blade runer")]
newcomer = [{"movie_id": movie.movie_id, "rating": scale.maximum} for movie in liked]
print("Liked:", ", ".join(f"{movie.title} ({movie.year})" for movie in liked))
recommended = lists.Recommend(lists_pb.RecommendRequest(ratings=newcomer, page_size=10)).movies
movies_frame(recommended, score=lambda found: found.score, predicted=lambda found: found.predicted_rating)

# %% [markdown]
# ## Similar movies
# Neighbours by what people liked, and by what movies are (their genres, tags and overviews).

# %%
def neighbours(movie, space):
    """Returns the ten movies that are nearest to a movie in a space."""
    request = similar_pb.FindSimilarMoviesRequest(
        movies={"liked_movie_ids": [movie.movie_id]}, spaces=[{"space": space}], page_size=10
    )
    return [f"{found.movie.title} ({found.movie.year}) {found.score:.3f}" for found in similar.FindSimilarMovies(request).movies]


pd.DataFrame(
    {
        f"{movie.title}, by {words}": neighbours(movie, space)
        for movie in liked[:2]
        for words, space in [("likes", "EMBEDDING_SPACE_RANKING"), ("content", "EMBEDDING_SPACE_CONTENT")]
    },
    index=pd.RangeIndex(1, 11, name="rank"),
)

# %% [markdown]
# By text alone, as no vector of likes could:

# %%
request = similar_pb.FindSimilarMoviesRequest(text="animation about the sea", page_size=5)
movies_frame(similar.FindSimilarMovies(request).movies, score=lambda found: found.score)
