package io.matinee.cli.operation;

/**
 * Resource names from what a person types: "movielens" or "datasets/movielens", "3" or
 * "models/movies/versions/3".
 */
public final class ResourceNames {
  private ResourceNames() {}

  /** "datasets/{dataset}"; a version's name stays. */
  public static String dataset(String typed) {
    return typed.startsWith("datasets/") ? typed : "datasets/" + typed;
  }

  /** "datasets/{dataset}/splits/{split}" of the data set (or of a version's), or a whole name. */
  public static String split(String dataset, String typed) {
    return typed.startsWith("datasets/")
        ? typed
        : "datasets/%s/splits/%s".formatted(dataset(dataset).split("/", -1)[1], typed);
  }

  /** "datasets/{dataset}-{split}", which a file held out becomes, of a split's whole name. */
  public static String heldOut(String split) {
    String[] parts = split.split("/", -1);
    return "datasets/%s-%s".formatted(parts[1], parts[3]);
  }

  /** "evaluations/{id}". */
  public static String evaluation(String typed) {
    return typed.startsWith("evaluations/") ? typed : "evaluations/" + typed;
  }

  /** "models/{model}". */
  public static String model(String typed) {
    return typed.startsWith("models/") ? typed : "models/" + typed;
  }

  /** "models/{model}/versions/{number}" from a number of the given model, or a whole name. */
  public static String version(String model, String typed) {
    return typed.startsWith("models/") ? typed : model(model) + "/versions/" + typed;
  }

  /** "models/{model}/aliases/{alias}" from an alias of the given model, or a whole name. */
  public static String alias(String model, String typed) {
    return typed.startsWith("models/") ? typed : model(model) + "/aliases/" + typed;
  }
}
