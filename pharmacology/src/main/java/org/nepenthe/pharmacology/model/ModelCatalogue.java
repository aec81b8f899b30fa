package org.nepenthe.pharmacology.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.BrokenFile;

/// The models that ship with this library, by id, in the order in which forecasts show them. Those
/// of children stand in a catalogue of their own: none is ever asked about an adult.
public final class ModelCatalogue {
  private static final List<String> ADULTS =
      List.of(
          "kamp-2020",
          "domino-1984",
          "simons-2022",
          "otto-2021",
          "perez-ruixo-2021",
          "noppers-2011",
          "clements-1981",
          "hijazi-2003");
  private static final List<String> CHILDREN =
      List.of("herd-2007", "elkomy-2015", "hornik-2018", "flint-2017");

  private final Map<String, PkModel> byId;

  private ModelCatalogue(Map<String, PkModel> byId) {
    this.byId = byId;
  }

  /// Reads the shipped models of adults.
  ///
  /// @throws BrokenFile with file and line, if one cannot be used
  public static ModelCatalogue shipped() {
    return read(ADULTS);
  }

  /// Reads the shipped models of children. Each needs to know the age, and refuses an adult.
  ///
  /// @throws BrokenFile with file and line, if one cannot be used
  public static ModelCatalogue children() {
    return read(CHILDREN);
  }

  private static ModelCatalogue read(List<String> ids) {
    var citations = ShippedFile.citations();
    var byId = new LinkedHashMap<String, PkModel>();
    for (var id : ids) {
      var root = ShippedFile.read("models/" + id + ".yaml");
      var model = ModelFile.read(root, citations);
      if (!model.id().equals(id)) {
        throw root.get("id").broken("expected the file's own name, " + id);
      }
      byId.put(id, model);
    }
    return new ModelCatalogue(byId);
  }

  public List<PkModel> models() {
    return List.copyOf(byId.values());
  }

  public Optional<PkModel> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// @throws IllegalArgumentException naming the known ids, if there is no such model
  public PkModel get(String id) {
    return find(id)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no model '" + id + "', known are " + String.join(", ", byId.keySet())));
  }
}
