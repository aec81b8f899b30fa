package org.nepenthe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// Names that say nothing, and the rooms where they gather.
class NamesTest {
  private static final String EMPTY_NAME =
      "(.*(Utils?|Helpers?|Manager|Processor|Impl|DTO|Dto|Data|Info)|(Base|Abstract)[A-Z].*)";

  @Test
  void typesAreNamedForWhatTheyAre() {
    House.product().obeys(sayingNames(House.product()));
    House.product().obeys(noLumberRooms(House.product()));
  }

  @Test
  void canaryIsReported() {
    House.canary()
        .isReportedBy(
            sayingNames(House.canary()),
            "InfusionManager",
            "DoseHelper",
            "PatientDTO",
            "BaseInfusion",
            "AbstractDose");
    House.canary().isReportedBy(noLumberRooms(House.canary()), "clinic.util.Lumber");
  }

  private static ArchRule sayingNames(House house) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(house.root() + ".clinic.generated..")
        .should()
        .haveNameMatching(".*[.$]" + EMPTY_NAME)
        .because("such a name says how a type is used by its author, not what it is in the clinic");
  }

  private static ArchRule noLumberRooms(House house) {
    return noClasses()
        .should()
        .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..misc..")
        .because("what belongs to nothing is found by nobody");
  }
}
