package io.matinee.trainer.api;

import io.matinee.proto.trainer.v1.Alias;
import io.matinee.proto.trainer.v1.ListAliasesRequest;
import io.matinee.proto.trainer.v1.ListAliasesResponse;
import io.matinee.proto.trainer.v1.SetAliasRequest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.registry.Aliases;
import io.matinee.trainer.registry.ExpectedEtag;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the registry answers about aliases, and how it moves them. */
@Singleton
class AliasCalls {
  private final Aliases aliases;

  AliasCalls(Aliases aliases) {
    this.aliases = aliases;
  }

  Alias get(String name) {
    return RegistryMessages.of(aliases.get(AliasName.parse(name)));
  }

  ListAliasesResponse list(ListAliasesRequest request) {
    PageRoom room = PageRoom.of(request.getPageSize());
    String after =
        Page.start(request, request.getPageToken()).map(token -> token.text(0)).orElse("");
    Page<Alias> page =
        Page.of(
            aliases.list(ModelName.parse(request.getModel()), after, room.mostItems() + 1),
            room,
            request,
            alias -> new Object[] {alias.name().alias()},
            RegistryMessages::of);
    return ListAliasesResponse.newBuilder()
        .addAllAliases(page.items())
        .setNextPageToken(page.nextToken())
        .build();
  }

  Alias set(SetAliasRequest request) {
    AliasName name = AliasName.parse(request.getName());
    Optional<ModelVersionName> version = ModelVersionName.parseOptional(request.getModelVersion());
    if (version.isPresent() && !version.get().model().equals(name.model())) {
      String problem = "is a version of another model than the alias";
      throw MatineeException.of(
              Reason.INVALID_REQUEST, request.getModelVersion() + " " + problem + ".")
          .onField("model_version", problem);
    }
    ExpectedEtag expected = new ExpectedEtag(request.getEtag());
    return RegistryMessages.of(aliases.set(name, version, expected, request.getReason()));
  }
}
