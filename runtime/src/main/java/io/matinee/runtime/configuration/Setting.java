package io.matinee.runtime.configuration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One property of a mapping, and what it may be: a duration is at least a millisecond and at most a
 * hundred years; a number is at least 1, or what {@link Within} says.
 */
final class Setting {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Class<?> mapping;
  private final String prefix;
  private final Method method;

  private Setting(Class<?> mapping, String prefix, Method method) {
    this.mapping = mapping;
    this.prefix = prefix;
    this.method = method;
  }

  /** Returns the properties of a mapping without groups, in the order of their names. */
  static List<Setting> of(Class<?> mapping, String prefix) {
    return Arrays.stream(mapping.getMethods())
        .filter(method -> !method.isDefault())
        .map(method -> new Setting(mapping, prefix, method))
        .sorted((left, right) -> left.name().compareTo(right.name()))
        .toList();
  }

  /** Returns the full name, e.g. "matinee.call.at-work". */
  String name() {
    return prefix + "." + StringUtil.skewer(method.getName());
  }

  /** Returns what is wrong with the value in a filled mapping, and the fix; empty when nothing. */
  Stream<String> problems(Object filled) {
    return Stream.of(outOfBounds(filled), longerThanAnother(filled)).flatMap(Optional::stream);
  }

  private Optional<String> outOfBounds(Object filled) {
    return switch (value(filled)) {
      case Duration duration
          when duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0 ->
          Optional.of(
              problem(
                  written(duration), "at least 1ms and at most %dd".formatted(LONGEST.toDays())));
      case Integer number -> outside(number);
      case Long number -> outside(number);
      case MemorySize size -> outside(size.asLongValue());
      case null, default -> Optional.empty();
    };
  }

  private Optional<String> outside(long number) {
    Within within = method.getAnnotation(Within.class);
    long least = within == null ? 1 : within.least();
    long most = within == null ? Long.MAX_VALUE : within.most();
    if (number >= least && number <= most) {
      return Optional.empty();
    }
    String bounds =
        most == Long.MAX_VALUE
            ? "at least " + least
            : "at least %d and at most %d".formatted(least, most);
    return Optional.of(problem(Long.toString(number), bounds));
  }

  private Optional<String> longerThanAnother(Object filled) {
    NoLongerThan longer = method.getAnnotation(NoLongerThan.class);
    if (longer == null) {
      return Optional.empty();
    }
    Setting other =
        of(mapping, prefix).stream()
            .filter(setting -> setting.method.getName().equals(longer.value()))
            .findFirst()
            .orElseThrow();
    Duration most = (Duration) other.value(filled);
    Duration own = (Duration) value(filled);
    return own == null || most == null || own.compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of(
            problem(
                written(own), "at most %s, which %s is".formatted(written(most), other.name())));
  }

  private String problem(String value, String bounds) {
    return "%s is %s, and must be %s; set %s to that, or leave it out for the default"
        .formatted(name(), value, bounds, variable());
  }

  private String variable() {
    return name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** Returns the value; null for an optional one that is not set. */
  private @Nullable Object value(Object filled) {
    try {
      Object value = method.invoke(filled);
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      throw new IllegalStateException("cannot read " + name(), unreadable);
    }
  }

  /** As settings are written where that is possible: "1500ms". */
  private static String written(Duration duration) {
    try {
      long millis = duration.toMillis();
      return Duration.ofMillis(millis).equals(duration) ? millis + "ms" : duration.toString();
    } catch (ArithmeticException tooLong) {
      return duration.toString();
    }
  }
}
