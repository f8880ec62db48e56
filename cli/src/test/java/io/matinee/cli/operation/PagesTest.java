package io.matinee.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.trainer.v1.ListModelsResponse;
import io.matinee.proto.trainer.v1.Model;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Map<String, ListModelsResponse> PAGES =
      Map.of("", page("2", "a", "b"), "2", page("3"), "3", page("", "c"));

  @Test
  void readsToTheEndAcrossAnEmptyPage() {
    ListModelsResponse whole = Pages.whole(PAGES::get);

    assertThat(whole).isEqualTo(page("", "a", "b", "c"));
  }

  @Test
  void onePageIsTheWhole() {
    ListModelsResponse whole = Pages.whole(token -> page("", token + "a"));

    assertThat(whole).isEqualTo(page("", "a"));
  }

  private static ListModelsResponse page(String next, String... names) {
    ListModelsResponse.Builder page = ListModelsResponse.newBuilder().setNextPageToken(next);
    for (String name : names) {
      page.addModels(Model.newBuilder().setName(name));
    }
    return page.build();
  }
}
