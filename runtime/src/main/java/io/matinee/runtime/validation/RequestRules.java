package io.matinee.runtime.validation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rules that contracts state for requests. Those of a type are compiled once, into plain
 * predicates that do and say what protovalidate does; a type with a rule that is not compiled here
 * is left to protovalidate as a whole. Thread safe.
 *
 * <p>Beyond protovalidate: a list or map that is too long is not looked into, at most {@value
 * #MOST_VIOLATIONS} violations are told, every Timestamp and Duration lies in protobuf's range, and
 * every Value in {@link ValueBounds}, and no string has U+0000.
 */
public final class RequestRules {
  /** How many violations of a message are told at most. */
  public static final int MOST_VIOLATIONS = 20;

  private static final Logger LOG = Logger.getLogger(RequestRules.class);

  private final ConcurrentMap<Descriptor, ValueCheck> checks = new ConcurrentHashMap<>();
  private @Nullable Protovalidate protovalidate;

  /** Compiles the rules of a type of request ahead of its first check. */
  public void compile(Descriptor type) {
    var unused = check(type);
  }

  /** Returns what is wrong with a request, in the order of its contract; empty when nothing is. */
  public List<Violation> violations(Message request) {
    Violations found = new Violations(MOST_VIOLATIONS);
    check(request.getDescriptorForType()).check(request, found);
    return found.all();
  }

  private ValueCheck check(Descriptor type) {
    ValueCheck known = checks.get(type);
    return known == null ? checks.computeIfAbsent(type, this::compiled) : known;
  }

  private ValueCheck compiled(Descriptor type) {
    try {
      return new RuleCompiler(StatedRules::of).compile(type).orElse((message, found) -> {});
    } catch (OtherRuleException other) {
      LOG.debugf("%s is left to protovalidate: %s", type.getFullName(), other.getMessage());
      return new InterpretedCheck(protovalidate());
    }
  }

  private synchronized Protovalidate protovalidate() {
    if (protovalidate == null) {
      protovalidate = new Protovalidate();
    }
    return protovalidate;
  }
}
