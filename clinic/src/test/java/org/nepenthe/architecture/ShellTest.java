package org.nepenthe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Habits of the running system that would hide what it does: printing, injected fields, state that
/// belongs to no object.
class ShellTest {
  private static final Set<String> INJECTIONS =
      Set.of(
          "org.springframework.beans.factory.annotation.Autowired",
          "org.springframework.beans.factory.annotation.Value",
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource");

  /// Declared types whose content changes behind a `final`.
  private static final Set<String> MUTABLE =
      Set.of(
          "java.util.ArrayList",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.HashSet",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong",
          "java.util.concurrent.atomic.AtomicBoolean",
          "java.util.concurrent.atomic.AtomicReference");

  @Test
  void onlyCommandsPrint() {
    House.product().obeys(noPrinting(House.product()));
  }

  @Test
  void nothingIsInjectedIntoFields() {
    House.product().obeys(noFieldInjection());
  }

  @Test
  void noStaticStateChanges() {
    House.product().obeys(finalStatics());
    House.product().obeys(noMutableStatics());
  }

  @Test
  void canaryIsReported() {
    House.canary().isReportedBy(noPrinting(House.canary()), "board.ChattyBoard");
    House.canary().isReportedBy(noFieldInjection(), "ChattyBoard.injected");
    House.canary().isReportedBy(finalStatics(), "ChattyBoard.counter");
    House.canary()
        .isReportedBy(noMutableStatics(), "ChattyBoard.SEEN", "ChattyBoard.SHARED_BY_ALL");
  }

  private static ArchRule noPrinting(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(house.root() + ".clinic.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .because("what is printed is neither recorded nor seen");
  }

  private static ArchRule noFieldInjection() {
    return fields()
        .should(
            Faults.<JavaField>unless(
                "be filled by a constructor",
                field ->
                    field.getAnnotations().stream()
                        .filter(mark -> INJECTIONS.contains(mark.getRawType().getName()))
                        .map(mark -> field.getFullName() + " is injected")))
        .because("what an object needs is in its constructor");
  }

  private static ArchRule finalStatics() {
    return fields()
        .that(areStaticAndOurs())
        .should()
        .beFinal()
        .because("state belongs to an object that somebody made");
  }

  private static ArchRule noMutableStatics() {
    return fields()
        .that(areStaticAndOurs())
        .should(
            Faults.<JavaField>unless(
                "hold nothing that changes",
                field ->
                    changes(field)
                        ? Stream.of(field.getFullName() + " is shared and can be changed")
                        : Stream.empty()))
        .because("a final reference to a changing thing is a variable with many owners");
  }

  private static boolean changes(JavaField field) {
    var sharedArray =
        field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
    return sharedArray || MUTABLE.contains(field.getRawType().getName());
  }

  private static DescribedPredicate<JavaField> areStaticAndOurs() {
    return DescribedPredicate.describe(
        "are static and written by us",
        field ->
            field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getOwner().getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getOwner().getPackageName().startsWith("org.nepenthe.clinic.generated"));
  }
}
