import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.List;

/** What a failed call says. */
class Failures {
  private Failures() {}

  /** Returns the reason in the ErrorInfo that a failed call carries, e.g. USER_NOT_FOUND. */
  static String reason(Exception error) {
    var status = StatusProto.fromThrowable(error);
    try {
      for (Any detail : status == null ? List.<Any>of() : status.getDetailsList()) {
        if (detail.is(ErrorInfo.class)) {
          return detail.unpack(ErrorInfo.class).getReason();
        }
      }
    } catch (InvalidProtocolBufferException malformed) {
      // The code says enough.
    }
    return Status.fromThrowable(error).getCode().name();
  }
}
