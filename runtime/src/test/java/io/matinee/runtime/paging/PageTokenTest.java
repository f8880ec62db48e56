package io.matinee.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.FieldProblem;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {
  private static final ListUserRatingsRequest REQUEST =
      ListUserRatingsRequest.newBuilder()
          .setDataset("datasets/a")
          .setUserId("7")
          .setPageSize(10)
          .build();
  private static final String FINGERPRINT = RequestDigest.of(REQUEST);

  @Test
  void comesBackWithItsPosition() {
    String token = PageToken.of(FINGERPRINT, 30, "movie é", "").encode();
    PageToken decoded = PageToken.decode(token, FINGERPRINT);
    assertThat(decoded.number(0)).isEqualTo(30);
    assertThat(decoded.text(1)).isEqualTo("movie é");
    assertThat(decoded.text(2)).isEmpty();
    assertThat(token).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void servesTheSameRequestWithAnotherSizeAndToken() {
    ListUserRatingsRequest next =
        REQUEST.toBuilder().setPageSize(50).setPageToken("anything").build();
    assertThat(RequestDigest.of(next)).isEqualTo(FINGERPRINT);
  }

  @Test
  void isRefusedForAnotherRequest() {
    String token = PageToken.of(FINGERPRINT, 30).encode();
    ListUserRatingsRequest other = REQUEST.toBuilder().setUserId("8").build();
    assertInvalid(token, RequestDigest.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "!!!!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void isRefusedWhenMalformed(String token) {
    assertInvalid(token, FINGERPRINT);
  }

  @Test
  void isRefusedWhenAnyCharacterIsChanged() {
    String token = PageToken.of(FINGERPRINT, 30).encode();
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertInvalid(token.substring(0, i) + other + token.substring(i + 1), FINGERPRINT);
    }
  }

  @Test
  void isRefusedWhenAPartIsMissing() {
    PageToken token = PageToken.decode(PageToken.of(FINGERPRINT).encode(), FINGERPRINT);
    assertThatThrownBy(() -> token.text(0)).isInstanceOf(MatineeException.class);
    assertThatThrownBy(() -> token.number(0)).isInstanceOf(MatineeException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, (1L << 30) + 1, Long.MIN_VALUE, Long.MAX_VALUE})
  void isRefusedWhenAnIndexIsNone(long index) {
    PageToken token = PageToken.of(FINGERPRINT, index);
    assertThatThrownBy(() -> token.index(0)).isInstanceOf(MatineeException.class);
    assertThat(PageToken.of(FINGERPRINT, 1 << 30).index(0)).isEqualTo(1 << 30);
  }

  @Test
  void isRefusedWhenItsNumberIsNone() {
    PageToken token = PageToken.of(FINGERPRINT, "ten");
    assertThatThrownBy(() -> token.number(0)).isInstanceOf(MatineeException.class);
  }

  private static void assertInvalid(String token, String fingerprint) {
    assertThatThrownBy(() -> PageToken.decode(token, fingerprint))
        .isInstanceOfSatisfying(
            MatineeException.class,
            failure -> {
              assertThat(failure.reason()).isEqualTo(Reason.PAGE_TOKEN_INVALID);
              assertThat(failure.field().map(FieldProblem::field)).contains("page_token");
            });
  }
}
