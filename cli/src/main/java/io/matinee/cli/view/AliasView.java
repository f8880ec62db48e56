package io.matinee.cli.view;

import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.trainer.v1.Alias;
import java.util.List;

/** Aliases as text. */
public final class AliasView {
  private AliasView() {}

  /** Returns a list of aliases. */
  public static String list(List<Alias> aliases) {
    if (aliases.isEmpty()) {
      return "There are no aliases yet; ./matinee alias set ALIAS VERSION makes one.";
    }
    Table table = Table.of("alias", "points at", "etag", "changed");
    aliases.forEach(
        alias ->
            table.row(
                alias.getName(),
                Wording.orAbsent(alias.getModelVersion()),
                alias.getEtag(),
                Wording.time(alias.getUpdateTime())));
    return table.text();
  }
}
