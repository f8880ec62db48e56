package io.matinee.runtime.operation;

import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.regex.Pattern;

/**
 * The names of a service's operations, {@code SERVICE/operations/ID}: a gateway before several
 * services can tell by them whom to ask.
 *
 * @param collection what they begin with, e.g. {@code trainer/operations}
 */
public record OperationNames(String collection) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,63}");

  /** Returns the names of a service's operations. */
  public static OperationNames ofService(String service) {
    return new OperationNames(service + "/operations");
  }

  /** Returns the name of an operation. */
  public String of(String id) {
    return collection + "/" + id;
  }

  /**
   * Returns the id in a name.
   *
   * @throws MatineeException INVALID_REQUEST naming the field {@code name} when it is not such a
   *     name
   */
  public String id(String name) {
    String prefix = collection + "/";
    String id = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
    if (!ID.matcher(id).matches()) {
      throw malformed(name, "is not a name of the form " + collection + "/{id}");
    }
    return id;
  }

  /**
   * Makes sure that a name is the collection's, or empty, which stands for it.
   *
   * @throws MatineeException INVALID_REQUEST naming the field {@code name} when it is not
   */
  public void requireCollection(String name) {
    if (!name.isEmpty() && !name.equals(collection)) {
      throw malformed(name, "must be " + collection + ", or empty");
    }
  }

  private static MatineeException malformed(String name, String problem) {
    return MatineeException.of(
            Reason.INVALID_REQUEST, "name %s %s".formatted(Excerpt.of(name), problem))
        .onField("name", problem);
  }
}
