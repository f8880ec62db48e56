package io.matinee.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.serving.v1.ListUsersResponse;
import io.matinee.proto.serving.v1.User;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoQuestionsTest {
  @Test
  void recommendsToTheUserWithTheMostRatingsOverAllPages() {
    Map<String, ListUsersResponse> pages =
        Map.of(
            "", page("b").addUsers(user("1", 8)).build(),
            "b", page("c").addUsers(user("2", 41)).addUsers(user("3", 40)).build(),
            "c", page("").addUsers(user("4", 41)).build());

    assertThat(DemoQuestions.mostActive(pages::get)).isEqualTo("2");
  }

  @Test
  void fewRatingsAreEnough() {
    ListUsersResponse few = page("").addUsers(user("1", 7)).addUsers(user("2", 8)).build();

    assertThat(DemoQuestions.mostActive(token -> few)).isEqualTo("2");
  }

  private static ListUsersResponse.Builder page(String next) {
    return ListUsersResponse.newBuilder().setNextPageToken(next);
  }

  private static User user(String id, long ratings) {
    return User.newBuilder().setUserId(id).setRatingCount(ratings).build();
  }
}
