package io.matinee.runtime.api;

import io.matinee.proto.model.v1.EventKind;

/** Kinds of events between our types and messages. */
public final class EventKinds {
  private EventKinds() {}

  /** Returns a kind as messages say it. */
  public static EventKind of(io.matinee.model.ratings.EventKind kind) {
    return switch (kind) {
      case RATING -> EventKind.EVENT_KIND_RATING;
      case WATCH -> EventKind.EVENT_KIND_WATCH;
    };
  }

  /** Returns the kind that a message says; a rating where it says none. */
  public static io.matinee.model.ratings.EventKind of(EventKind kind) {
    return kind == EventKind.EVENT_KIND_WATCH
        ? io.matinee.model.ratings.EventKind.WATCH
        : io.matinee.model.ratings.EventKind.RATING;
  }
}
