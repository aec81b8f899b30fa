package org.nepenthe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The core imports no framework and knows neither the clock nor chance.
class CorePurityTest {
  /// What of the JDK a pure function needs. Absent on purpose: `java.sql`, `java.net.http`,
  /// `java.util.logging`, threads of its own. The Vector API is arithmetic.
  private static final List<String> ALLOWED =
      List.of(
          "java.lang..",
          "java.io",
          "java.math",
          "java.net",
          "java.nio..",
          "java.security",
          "java.text",
          "java.time..",
          "java.util",
          "java.util.function",
          "java.util.random",
          "java.util.regex",
          "java.util.stream",
          "jdk.incubator.vector",
          "org.jspecify..");

  private static final String ANY = "*";

  /// Where time and chance come in without being asked: class, and the methods that do it. `<init>`
  /// stands for a constructor without arguments.
  private static final Map<String, Set<String>> CLOCK_AND_CHANCE =
      Map.ofEntries(
          Map.entry("java.time.Clock", Set.of(ANY)),
          Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.lang.StrictMath", Set.of("random")),
          Map.entry("java.util.Date", Set.of("<init>")),
          Map.entry("java.util.Calendar", Set.of("getInstance")),
          Map.entry("java.util.Random", Set.of("<init>")),
          Map.entry("java.util.SplittableRandom", Set.of("<init>")),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.util.random.RandomGenerator", Set.of("of", "getDefault")),
          Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of(ANY)),
          Map.entry("java.security.SecureRandom", Set.of(ANY)));

  @Test
  void coreImportsNoFramework() {
    House.product().obeys(noFramework(House.product()));
    House.product().obeys(yamlOnlyInEvidence(House.product()));
  }

  @Test
  void coreKnowsNeitherClockNorChance() {
    House.product().obeys(noClockOrChance(House.product()));
  }

  @Test
  void canaryFrameworksAreReported() {
    House.canary()
        .isReportedBy(
            noFramework(House.canary()),
            "quantity.SpringDose",
            "care.screening.LoggedInterview",
            "knowledge.StoredRule");
    House.canary().isReportedBy(yamlOnlyInEvidence(House.canary()), "knowledge.YamlRule");
  }

  @Test
  void canaryClocksAndChancesAreReported() {
    House.canary()
        .isReportedBy(
            noClockOrChance(House.canary()),
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.Clock.systemUTC()",
            "java.lang.System.currentTimeMillis()",
            "java.lang.System.nanoTime()",
            "java.lang.Math.random()",
            "java.util.Random.<init>()",
            "java.util.UUID.randomUUID()",
            "java.util.concurrent.ThreadLocalRandom",
            "passesTheClockAsAReference");
    House.canary().isNotReportedBy(noClockOrChance(House.canary()), "SeededPopulation");
  }

  private static ArchRule noFramework(House house) {
    var allowed =
        Stream.of(
                ALLOWED.stream(), Stream.of(house.root() + ".."), Stream.of("org.yaml.snakeyaml.."))
            .flatMap(part -> part)
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAnyPackage(house.packages(House.CORE))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .because("the core is a library: values in, decisions and events out");
  }

  private static ArchRule yamlOnlyInEvidence(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(house.packages("evidence"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.yaml..")
        .because("one strict reader refuses unknown and doubled keys with file and line");
  }

  private static ArchRule noClockOrChance(House house) {
    return classes()
        .that()
        .resideInAnyPackage(house.packages(House.CORE))
        .should(takeTimeAndChanceAsParameters())
        .because("the same facts at the same instant must give the same decision, for ever");
  }

  private static Faults<JavaClass> takeTimeAndChanceAsParameters() {
    return Faults.unless(
        "take time and chance as parameters",
        type ->
            type.getAccessesFromSelf().stream()
                .filter(CorePurityTest::readsClockOrChance)
                .map(JavaAccess::getDescription));
  }

  private static boolean readsClockOrChance(JavaAccess<?> access) {
    var owner = access.getTargetOwner().getName();
    var name = access.getTarget().getName();
    if (owner.startsWith("java.time.") && name.equals("now")) {
      return true;
    }
    var methods = CLOCK_AND_CHANCE.getOrDefault(owner, Set.of());
    var seeded = name.equals("<init>") && !access.getTarget().getFullName().endsWith("<init>()");
    return methods.contains(ANY) || methods.contains(name) && !seeded;
  }
}
