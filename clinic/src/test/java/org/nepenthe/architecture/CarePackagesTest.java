package org.nepenthe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of packages inside `care`: a stage uses the stages before it, and never the reverse.
class CarePackagesTest {
  /// A stage and the stages it builds on. It may also use what those may use.
  private static final Map<String, List<String>> BUILDS_ON = table();

  private static Map<String, List<String>> table() {
    var table = new LinkedHashMap<String, List<String>>();
    table.put("decision", List.of());
    table.put("chart", List.of("decision"));
    table.put("referral", List.of("chart"));
    table.put("screening", List.of("chart", "referral"));
    table.put("consent", List.of("referral"));
    table.put("planning", List.of("screening", "consent"));
    table.put("infusion", List.of("planning"));
    table.put("alert", List.of("infusion"));
    table.put("stock", List.of("infusion"));
    table.put("outcome", List.of("chart", "infusion"));
    table.put("surveillance", List.of("infusion", "outcome"));
    table.put("followup", List.of("outcome", "surveillance", "planning"));
    table.put("coverage", List.of("outcome", "followup"));
    table.put("task", List.of("decision"));
    return Map.copyOf(table);
  }

  @Test
  void stagesUseOnlyWhatTheTableAllows() {
    House.product().obeys(careTable(House.product()));
  }

  /// The compiler would accept two stages that use each other; the table must not.
  @Test
  void tableHasNoCycle() {
    BUILDS_ON.forEach((stage, direct) ->
        direct.forEach(before -> assertThat(mayUse(before)).doesNotContain(stage)));
  }

  @Test
  void canaryIsReported() {
    House.canary()
        .isReportedBy(
            careTable(House.canary()),
            "care.chart.ChartThatJudges",
            "care.triage.UnknownStage",
            "care.LooseThought");
  }

  private static ArchRule careTable(House house) {
    return classes()
        .that()
        .resideInAnyPackage(house.packages("care"))
        .should(Faults.unless("use only the stages before their own", type -> faults(house, type)))
        .because("what an earlier course found comes back as values, so there is no cycle");
  }

  private static Stream<String> faults(House house, JavaClass type) {
    var stage = house.partOf(type, "care").orElse("");
    if (!BUILDS_ON.containsKey(stage)) {
      return Stream.of(type.getName() + " belongs to no stage of the table");
    }
    var allowed = mayUse(stage);
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency ->
            !allowed.contains(house.partOf(dependency.getTargetClass(), "care").orElse(stage)))
        .map(dependency -> stage + " may not do this: " + dependency.getDescription());
  }

  private static Set<String> mayUse(String stage) {
    var allowed = new TreeSet<String>(List.of(stage, "decision"));
    BUILDS_ON.getOrDefault(stage, List.of()).forEach(before -> allowed.addAll(mayUse(before)));
    return allowed;
  }
}
