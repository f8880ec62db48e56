package io.matinee.cli.operation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.function.Function;

/** Reads lists to their end. */
public final class Pages {
  private static final String NEXT = "next_page_token";

  private Pages() {}

  /**
   * Reads all pages, and returns them as one.
   *
   * @param read takes a page token, empty for the first page, and returns the page
   * @param <P> of the pages, which name what follows in a field {@value #NEXT}
   * @return a page with all items in their order, behind which nothing follows
   */
  @SuppressWarnings("unchecked") // A page's builder builds pages.
  public static <P extends Message> P whole(Function<String, P> read) {
    P page = read.apply("");
    FieldDescriptor next = page.getDescriptorForType().findFieldByName(NEXT);
    Message.Builder all = page.toBuilder();
    for (var token = page.getField(next); !token.equals(""); token = page.getField(next)) {
      page = read.apply((String) token);
      all.mergeFrom(page);
    }
    return (P) all.clearField(next).build();
  }
}
