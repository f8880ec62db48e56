package io.matinee.cli.command;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.proto.trainer.v1.HashHoldOut;
import io.matinee.proto.trainer.v1.HoldOut;
import io.matinee.proto.trainer.v1.LastPerUserHoldOut;
import io.matinee.proto.trainer.v1.LastShareHoldOut;
import io.matinee.proto.trainer.v1.NoHoldOut;
import io.matinee.proto.trainer.v1.SplitRule;
import java.text.ParseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is held out, as settings: "share" and "salt", "time_cut", "last_per_user", "last_share" or
 * "stored_split", each behind "hold_out.", or "hold_out" itself as "none".
 *
 * @param values the settings by their whole keys; keys beyond these play no part
 * @param ofOption whether they come from --hold-out, which writes keys without "hold_out."
 */
record HoldOutSettings(Map<String, String> values, boolean ofOption) {
  static final String ITSELF = "hold_out";
  static final String PREFIX = ITSELF + ".";
  static final Set<String> KEYS =
      Set.of(
          ITSELF,
          PREFIX + "share",
          PREFIX + "salt",
          PREFIX + "time_cut",
          PREFIX + "last_per_user",
          PREFIX + "last_share",
          PREFIX + "stored_split");

  private static final Set<String> HASH = Set.of(PREFIX + "share", PREFIX + "salt");
  private static final Set<String> NOT_OF_SPLITS = Set.of(ITSELF, PREFIX + "stored_split");
  private static final String NONE = "none";

  HoldOutSettings {
    values = Map.copyOf(values);
  }

  /** Settings of a file and of --set. */
  HoldOutSettings(Map<String, String> values) {
    this(values, false);
  }

  /**
   * Returns the settings of a rule as the command line writes it: "none", KEY=VALUE, or several of
   * these between commas.
   */
  static Map<String, String> parse(String rule) {
    Map<String, String> settings = new TreeMap<>();
    for (String part : rule.split(",", -1)) {
      int sign = part.indexOf('=');
      String key = sign < 0 ? ITSELF : PREFIX + part.substring(0, sign);
      if (settings.put(key, part.substring(sign + 1)) != null) {
        HoldOutSettings option = new HoldOutSettings(Map.of(), true);
        throw option.failure("\"%s\" says %s twice".formatted(rule, option.name(key)));
      }
    }
    return settings;
  }

  /**
   * Returns the rule of a split as the command line writes it: as for training, but for "none" and
   * another split.
   */
  static SplitRule splitRule(String written) {
    Map<String, String> settings = parse(written);
    if (!KEYS.containsAll(settings.keySet())
        || !Collections.disjoint(NOT_OF_SPLITS, settings.keySet())) {
      throw noSplit(written);
    }
    HoldOut rule = new HoldOutSettings(settings, true).rule().orElseThrow(() -> noSplit(written));
    SplitRule.Builder split = SplitRule.newBuilder();
    return switch (rule.getRuleCase()) {
      case HASH -> split.setHash(rule.getHash()).build();
      case TIME_CUT -> split.setTimeCut(rule.getTimeCut()).build();
      case LAST_PER_USER -> split.setLastPerUser(rule.getLastPerUser()).build();
      case LAST_SHARE -> split.setLastShare(rule.getLastShare()).build();
      case NONE, STORED_SPLIT, RULE_NOT_SET -> throw noSplit(written);
    };
  }

  private static CommandFailure noSplit(String written) {
    return new CommandFailure(
        ExitCode.USAGE,
        "\"%s\" makes no split; write share=, last_per_user=, last_share= or time_cut="
            .formatted(written));
  }

  /** The rule that is set, if one is. */
  Optional<HoldOut> rule() {
    Map<String, String> given = new TreeMap<>(values);
    given.keySet().retainAll(KEYS);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (HASH.containsAll(given.keySet())) {
      return Optional.of(HoldOut.newBuilder().setHash(hash(given)).build());
    }
    if (given.size() > 1) {
      throw failure(
          "%s are more than one hold-out"
              .formatted(given.keySet().stream().map(this::name).toList()));
    }
    Map.Entry<String, String> only = given.entrySet().iterator().next();
    return Optional.of(rule(only.getKey(), only.getValue()));
  }

  private HoldOut rule(String key, String value) {
    HoldOut.Builder rule = HoldOut.newBuilder();
    return switch (key.substring(key.indexOf('.') + 1)) {
      case "time_cut" -> rule.setTimeCut(time(key, value)).build();
      case "last_per_user" ->
          rule.setLastPerUser(LastPerUserHoldOut.newBuilder().setCount(count(key, value))).build();
      case "last_share" ->
          rule.setLastShare(LastShareHoldOut.newBuilder().setShare(share(key, value))).build();
      case "stored_split" -> rule.setStoredSplit(value).build();
      default -> {
        if (!value.equals(NONE)) {
          throw failure(
              "hold_out is \"%s\"; write none, or one of %s".formatted(value, new TreeSet<>(KEYS)));
        }
        yield rule.setNone(NoHoldOut.getDefaultInstance()).build();
      }
    };
  }

  private HashHoldOut hash(Map<String, String> given) {
    HashHoldOut.Builder hash =
        HashHoldOut.newBuilder().setSalt(given.getOrDefault(PREFIX + "salt", ""));
    String key = PREFIX + "share";
    String share = given.get(key);
    return share == null ? hash.build() : hash.setShare(share(key, share)).build();
  }

  private double share(String key, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException notANumber) {
      throw failure("%s is \"%s\", which is not a number".formatted(name(key), value));
    }
  }

  private int count(String key, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      throw failure("%s is \"%s\", which is no whole number".formatted(name(key), value));
    }
  }

  private Timestamp time(String key, String value) {
    try {
      return Timestamps.parse(value);
    } catch (ParseException noTime) {
      throw failure(
          "%s is \"%s\"; write a time like 2018-01-31T00:00:00Z".formatted(name(key), value));
    }
  }

  private CommandFailure failure(String problem) {
    return new CommandFailure(
        ExitCode.USAGE, (ofOption ? "--hold-out: " : "training settings: ") + problem);
  }

  /** A key as it was written. */
  private String name(String key) {
    return ofOption ? key.substring(key.indexOf('.') + 1) : key;
  }
}
