package io.matinee.trainer.algorithm.tensorflow;

import static io.matinee.trainer.algorithm.tensorflow.TrainingSession.named;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Examples as inputs of a signature. */
final class ExampleInputs {

  private ExampleInputs() {}

  /** Returns movies, ratings and users: in the order of the names, as DJL expects. */
  static NDList of(NDManager memory, Examples examples, int from, Shape shape) {
    int count = Math.toIntExact(shape.size());
    ByteBuffer users = direct(count);
    users.asIntBuffer().put(examples.users(), from, count);
    ByteBuffer movies = direct(count);
    movies.asIntBuffer().put(examples.movies(), from, count);
    ByteBuffer ratings = direct(count);
    ratings.asFloatBuffer().put(examples.ratings(), from, count);
    return new NDList(
        named("movie", memory.create(movies, shape, DataType.INT32)),
        named("rating", memory.create(ratings, shape, DataType.FLOAT32)),
        named("user", memory.create(users, shape, DataType.INT32)));
  }

  private static ByteBuffer direct(int count) {
    return ByteBuffer.allocateDirect(count * Integer.BYTES).order(ByteOrder.nativeOrder());
  }
}
