package org.nepenthe.clinic.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nepenthe.pharmacology.model.ModelCatalogue;
import org.nepenthe.pharmacology.model.PkModel;

/// Every shipped model by its id, of adults and of children; the files are read when asked for.
final class Models {
  private final List<PkModel> all;

  private Models(List<PkModel> all) {
    this.all = all;
  }

  static Models shipped() {
    return new Models(
        Stream.of(ModelCatalogue.shipped(), ModelCatalogue.children())
            .flatMap(catalogue -> catalogue.models().stream())
            .toList());
  }

  /// @throws IllegalArgumentException naming the known ids, if there is no such model
  PkModel get(String id) {
    Optional<PkModel> found = all.stream().filter(model -> model.id().equals(id)).findFirst();
    return found.orElseThrow(() ->
        new IllegalArgumentException(
            "no model '%s', known are %s"
                .formatted(id, String.join(", ", all.stream().map(PkModel::id).toList()))));
  }
}
