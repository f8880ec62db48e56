package io.matinee.bench.faults.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The odd calls of a seed, over all methods in turn. The n-th call of a seed is always the same, so
 * that one can be made again alone. Immutable.
 */
public final class OddCalls {
  private static final String TIMEOUT = "3S";
  private static final long STREAMS_APART = 0x9e3779b97f4a7c15L;
  private static final double[] ODDITIES = {0, .1, .5};
  private static final int MOST_MESSAGES = 3;

  private final long seed;
  private final List<Target> targets;
  private final RequestGenerator generator;

  /**
   * Makes the calls of a seed.
   *
   * @param seed of all of them
   * @param vocabulary of the suite that they go to
   */
  public OddCalls(long seed, Vocabulary vocabulary) {
    this.seed = seed;
    this.targets = Target.all();
    this.generator = new RequestGenerator(vocabulary);
  }

  /** Returns the n-th call, from 0. */
  public OddCall call(int number) {
    RandomGenerator random = new SplittableRandom(seed + number * STREAMS_APART);
    Target target = targets.get(number % targets.size());
    WireMutation mutation = drawMutation(random);
    Framing framing = Framing.draw(random);
    HeaderOddity oddity = HeaderOddity.draw(random);
    List<byte[]> messages = messages(target, mutation, random);
    Map<String, String> headers = Frame.headers(target.path(), TIMEOUT);
    framing.encoding().ifPresent(encoding -> headers.put("grpc-encoding", encoding));
    oddity.apply(headers, target, random);
    return new OddCall(
        number,
        target,
        headers,
        framing.body(target, messages),
        framing.breaksTransport() || oddity.breaksTransport(),
        "%s %s %s".formatted(mutation, framing, oddity));
  }

  private List<byte[]> messages(Target target, WireMutation mutation, RandomGenerator random) {
    int count = target.method().isClientStreaming() ? 1 + random.nextInt(MOST_MESSAGES) : 1;
    double oddity = ODDITIES[random.nextInt(ODDITIES.length)];
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] message = generator.draw(target.method().getInputType(), oddity, random).toByteArray();
      messages.add(mutation.apply(message, random));
    }
    return messages;
  }

  private static WireMutation drawMutation(RandomGenerator random) {
    WireMutation[] all = WireMutation.values();
    return random.nextBoolean() ? WireMutation.NONE : all[random.nextInt(all.length)];
  }
}
