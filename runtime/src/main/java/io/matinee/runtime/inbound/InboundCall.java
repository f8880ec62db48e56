package io.matinee.runtime.inbound;

import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.SecurityLevel;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.matinee.runtime.call.RequestRefusal;

/** A call as its handler knows it: with requests that are messages, not bytes. */
final class InboundCall<Q, R> extends ServerCall<Q, R> {
  private final ServerCall<RawRequest, R> call;
  private final MethodDescriptor<Q, R> method;
  private final Attributes attributes;
  private final HeldBytes held;

  InboundCall(
      ServerCall<RawRequest, R> call,
      MethodDescriptor<Q, R> method,
      RequestRefusal refusal,
      HeldBytes held) {
    this.held = held;
    this.call = call;
    this.method = method;
    this.attributes = refusal.among(call.getAttributes());
  }

  @Override
  public void request(int messages) {
    call.request(messages);
  }

  @Override
  public void sendHeaders(Metadata headers) {
    call.sendHeaders(headers);
  }

  @Override
  public void sendMessage(R message) {
    call.sendMessage(message);
  }

  @Override
  public void close(Status status, Metadata trailers) {
    held.release();
    call.close(status, trailers);
  }

  @Override
  public boolean isReady() {
    return call.isReady();
  }

  @Override
  public boolean isCancelled() {
    return call.isCancelled();
  }

  @Override
  public void setMessageCompression(boolean enabled) {
    call.setMessageCompression(enabled);
  }

  @Override
  public void setCompression(String compressor) {
    call.setCompression(compressor);
  }

  @Override
  public void setOnReadyThreshold(int bytes) {
    call.setOnReadyThreshold(bytes);
  }

  @Override
  public SecurityLevel getSecurityLevel() {
    return call.getSecurityLevel();
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public String getAuthority() {
    return call.getAuthority();
  }

  @Override
  public MethodDescriptor<Q, R> getMethodDescriptor() {
    return method;
  }
}
