package org.nepenthe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of modules in `ARCHITECTURE.md`: who may use whom.
class ModuleDependenciesTest {
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          "quantity", List.of(),
          "evidence", List.of("quantity"),
          "pharmacology", List.of("quantity", "evidence"),
          "knowledge", List.of("quantity", "evidence"),
          "care", List.of("quantity", "evidence", "pharmacology", "knowledge"),
          "fhir", List.of("quantity", "evidence", "care"),
          "bedside", List.of("quantity", "pharmacology"),
          "clinic",
              List.of(
                  "quantity", "evidence", "pharmacology", "knowledge", "care", "fhir", "bedside"),
          "bench",
              List.of(
                  "quantity",
                  "evidence",
                  "pharmacology",
                  "knowledge",
                  "care",
                  "fhir",
                  "bedside",
                  "clinic"));

  @Test
  void modulesUseOnlyWhatTheTableAllows() {
    House.product().obeys(moduleTable(House.product()));
  }

  @Test
  void tableNamesEveryModule() {
    assertThat(Repository.modules().stream().map(Path::getFileName).map(Path::toString))
        .isSubsetOf(MAY_USE.keySet());
  }

  /// Without it the rules would look at less than there is, and be content. The benchmarks may use
  /// everything, so they are compiled last, after these tests.
  @Test
  void everyModuleIsCompiledAndLookedAt() {
    assertThat(Repository.modules().getLast()).hasFileName("bench");
    assertThat(Repository.folders("target/classes"))
        .containsAll(
            Repository.modules().stream()
                .filter(module -> !module.endsWith("bench"))
                .map(module -> module.resolve("target/classes"))
                .toList());
  }

  @Test
  void canaryIsReported() {
    House.canary()
        .isReportedBy(
            moduleTable(House.canary()),
            "evidence.EvidenceThatKnows",
            "bedside.SelfPredictingPatient",
            "somewhere.Homeless");
  }

  private static ArchRule moduleTable(House house) {
    return classes()
        .should(
            Faults.unless(
                "depend on other modules only as the table allows", type -> faults(house, type)))
        .because("what depends on everything cannot be read, tested or used alone");
  }

  private static Stream<String> faults(House house, JavaClass type) {
    var module = house.partOf(type).orElse("");
    if (!MAY_USE.containsKey(module)) {
      return Stream.of(type.getName() + " belongs to no module of the table");
    }
    var allowed = MAY_USE.get(module);
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> {
          var used = house.partOf(dependency.getTargetClass()).orElse(module);
          return !used.equals(module) && !allowed.contains(used);
        })
        .map(dependency -> module + " may not do this: " + dependency.getDescription());
  }
}
