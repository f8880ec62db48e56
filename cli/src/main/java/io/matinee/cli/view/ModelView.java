package io.matinee.cli.view;

import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.trainer.v1.Model;
import java.util.List;

/** Models as text. */
public final class ModelView {
  private ModelView() {}

  /** Returns a list of models. */
  public static String list(List<Model> models) {
    if (models.isEmpty()) {
      return "There are no models yet; ./matinee train makes one with its first version.";
    }
    Table table = Table.of("model", "display name", "etag", "created", "changed");
    models.forEach(
        model ->
            table.row(
                model.getName(),
                Wording.orAbsent(model.getDisplayName()),
                model.getEtag(),
                Wording.time(model.getCreateTime()),
                Wording.time(model.getUpdateTime())));
    return table.text();
  }
}
