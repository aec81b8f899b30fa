package org.nepenthe.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The rooms of the running system: no cycle between them, and nobody reaches into another's inner
/// packages.
class ModularityTest {
  private static final ImportOption EVERYTHING = location -> true;

  /// Templates read what the pages of every room hand them, and no room knows them.
  private static final DescribedPredicate<JavaClass> COMPILED_TEMPLATES =
      JavaClass.Predicates.resideInAPackage("org.nepenthe.clinic.generated..");

  @Test
  void roomsKeepApart() {
    ApplicationModules.of(ClinicApplication.class, COMPILED_TEMPLATES).verify();
  }

  @Test
  void canaryIsReported() {
    var canary = ApplicationModules.of("org.nepenthe.architecture.canary.clinic", EVERYTHING);
    assertThat(canary.detectViolations().getMessages())
        .anyMatch(message -> message.contains("Cycle detected"))
        .anyMatch(message -> message.contains("StoreRoom"));
  }
}
