/** The gRPC methods: messages in, the rooms' own types inside, messages out. */
@org.jspecify.annotations.NullMarked
package io.matinee.serving.api;
