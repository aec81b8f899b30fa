package org.nepenthe.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// A tree of packages that a rule is asked about: the product's own, or the canary's, a little
/// house of the same shape in which every rule is broken on purpose. A rule that finds nothing in
/// the canary's is asleep.
record House(String root, JavaClasses classes) {
  /// The modules that import no framework.
  static final String[] CORE = {"quantity", "evidence", "pharmacology", "knowledge", "care"};

  static House product() {
    return Product.HOUSE;
  }

  static House canary() {
    return Canary.HOUSE;
  }

  /// Package patterns of modules with everything below them.
  String[] packages(String... modules) {
    return Arrays.stream(modules).map(module -> root + "." + module + "..").toArray(String[]::new);
  }

  /// The part of a class's package below another one, for example `screening` for
  /// `org.nepenthe.care.screening.interview` below `care`.
  Optional<String> partOf(JavaClass type, String... parent) {
    var prefix = Stream.concat(Stream.of(root), Arrays.stream(parent)).toList();
    var start = String.join(".", prefix) + ".";
    if (!(type.getPackageName() + ".").startsWith(start)) {
      return Optional.empty();
    }
    var rest = (type.getPackageName() + ".").substring(start.length());
    return rest.isEmpty() ? Optional.of("") : Optional.of(rest.substring(0, rest.indexOf('.')));
  }

  /// Holds the rule against this house.
  void obeys(ArchRule rule) {
    rule.check(classes);
  }

  /// Fails unless the rule reports every one of the named things in this house.
  void isReportedBy(ArchRule rule, String... expected) {
    var report = String.join("\n", rule.evaluate(classes).getFailureReport().getDetails());
    assertThat(report).as("what the rule reports of the canary").contains(expected);
  }

  /// Fails if the rule reports the named thing, which keeps it.
  void isNotReportedBy(ArchRule rule, String kept) {
    var report = String.join("\n", rule.evaluate(classes).getFailureReport().getDetails());
    assertThat(report).as("what the rule reports of the canary").doesNotContain(kept);
  }

  private static final class Product {
    static final House HOUSE =
        new House(
            "org.nepenthe",
            new ClassFileImporter().importPaths(Repository.folders("target/classes")));
  }

  private static final class Canary {
    private static final String ROOT = "org.nepenthe.architecture.canary";
    static final House HOUSE = new House(ROOT, new ClassFileImporter().importPackages(ROOT));
  }
}
