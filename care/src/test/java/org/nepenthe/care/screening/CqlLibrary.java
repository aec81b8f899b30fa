package org.nepenthe.care.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kotlin.Unit;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;

/// One CQL library, translated and evaluated by the reference engine.
final class CqlLibrary {
  private final String name;
  private final CqlEngine engine;

  private CqlLibrary(String name, CqlEngine engine) {
    this.name = name;
    this.engine = engine;
  }

  /// @param name of the library, and of its file beside the tests of screening
  static CqlLibrary named(String name) {
    var libraries = new LibraryManager(new ModelManager(new HashMap<>()));
    libraries
        .getLibrarySourceLoader()
        .registerProvider(new StringLibrarySourceProvider(List.of(source(name))));
    return new CqlLibrary(name, new CqlEngine(new Environment(libraries)));
  }

  private static String source(String name) {
    try (var file = CqlLibrary.class.getResourceAsStream("/screening/" + name + ".cql")) {
      if (file == null) {
        throw new IllegalArgumentException("no library " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The truth of each definition; empty where CQL says null.
  Map<String, Optional<Boolean>> evaluate(
      Collection<String> definitions, Map<String, Object> parameters) {
    var results =
        engine.evaluate(evaluation -> {
          evaluation.setParameters(parameters);
          evaluation.library(
              name,
              library -> {
                library.expressions(definitions);
                return Unit.INSTANCE;
              });
          return Unit.INSTANCE;
        });
    var found = new LinkedHashMap<String, Optional<Boolean>>();
    var only = results.getOnlyResultOrThrow();
    for (var definition : definitions) {
      var result = only.get(definition);
      if (result == null) {
        throw new IllegalStateException("no result for " + definition);
      }
      found.put(definition, Optional.ofNullable((Boolean) result.getValue()));
    }
    return found;
  }
}
