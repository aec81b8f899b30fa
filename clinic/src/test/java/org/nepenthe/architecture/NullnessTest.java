package org.nepenthe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nepenthe.architecture.Repository.SourceFile;

/// Nothing is null unless it says so: every package is `@NullMarked`, by JSpecify and nothing else.
class NullnessTest {
  @Test
  void everyPackageIsNullMarked() {
    House.product().obeys(nullMarked(House.product()));
  }

  @Test
  void jspecifyIsTheOnlyNullnessLibrary() {
    House.product().obeys(jspecifyOnly());
  }

  @Test
  void everyPackageSaysWhatItIs() {
    var silent =
        Repository.files("src/main/java", "/package-info.java").stream()
            .filter(NullnessTest::saysNothing)
            .map(SourceFile::path);
    assertThat(silent).isEmpty();
  }

  @Test
  void canaryIsReported() {
    House.canary()
        .isReportedBy(nullMarked(House.canary()), "canary.care.triage is not @NullMarked");
    House.canary().isReportedBy(jspecifyOnly(), "quantity.SpringDose");
    assertThat(saysNothing(new SourceFile("p", "@NullMarked\npackage p;\n"))).isTrue();
    assertThat(saysNothing(new SourceFile("p", "/// What p is.\n@NullMarked\npackage p;\n")))
        .isFalse();
  }

  private static boolean saysNothing(SourceFile packageInfo) {
    return packageInfo.lines().stream().noneMatch(line -> line.startsWith("/// "));
  }

  private static ArchRule nullMarked(House house) {
    return classes()
        .that()
        .resideOutsideOfPackage(house.root() + ".clinic.generated..")
        .should(
            Faults.<JavaClass>unless(
                "live in a @NullMarked package",
                type ->
                    type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")
                        ? Stream.empty()
                        : Stream.of(type.getPackageName() + " is not @NullMarked")))
        .because("the null checker only looks into packages that ask for it");
  }

  private static ArchRule jspecifyOnly() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            String.join(
                "|",
                List.of(
                    "jakarta\\.annotation\\.(Nullable|Nonnull)",
                    "javax\\.annotation\\..*",
                    "org\\.springframework\\.lang\\..*",
                    "org\\.jetbrains\\.annotations\\..*",
                    "org\\.checkerframework\\..*",
                    "edu\\.umd\\.cs\\.findbugs\\.annotations\\..*")))
        .because("two libraries for one question give two answers");
  }
}
