package org.nepenthe.clinic.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;

/// Names of drugs are whole words and are never cut.
class DrugNamesTest {
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern CUTS = Pattern.compile("text-overflow|line-clamp");

  /// The one thing on any page that may be cut is the reason of a line of the live sheet, which
  /// names no drug.
  @Verifies("H56")
  @Test
  void noStyleCutsAText() {
    var cutting = new ArrayList<String>();
    for (var sheet : sheets()) {
      var rules = RULE.matcher(sheet);
      while (rules.find()) {
        if (CUTS.matcher(rules.group(2)).find()) {
          cutting.add(rules.group(1).strip());
        }
      }
    }

    assertThat(cutting).allMatch(selector -> selector.endsWith(".sheet-because"));
  }

  /// Every product begins with its drug, and milligrams in one mL stand beside those in the vial.
  @Verifies({"H08", "H56"})
  @Test
  void everyProductIsOfferedByItsWholeNameWithBothOfItsNumbers() {
    var known = new PlanningKnowledge(KnowledgeBase.shipped(), LocalDate.of(2026, 11, 22));

    assertThat(PlanFields.vials(known).values())
        .extracting(option -> option.replace('\u00a0', ' '))
        .containsExactly(
            "ketamine 10 mg/mL: 200 mg in a vial of 20 mL",
            "ketamine 50 mg/mL: 500 mg in a vial of 10 mL",
            "ketamine 100 mg/mL: 500 mg in a vial of 5 mL",
            "ketamine 100 mg/mL: 1,000 mg in a vial of 10 mL",
            "esketamine 5 mg/mL: 25 mg in a vial of 5 mL",
            "esketamine 25 mg/mL: 50 mg in a vial of 2 mL",
            "esketamine 25 mg/mL: 250 mg in a vial of 10 mL");
  }

  private static List<String> sheets() {
    try (var files = Files.walk(Path.of("src/main/resources/static"))) {
      var sheets = new ArrayList<String>();
      for (var file :
          files
              .filter(path -> path.toString().endsWith(".css"))
              .filter(path -> !path.toString().contains("vendor"))
              .toList()) {
        sheets.add(Files.readString(file));
      }
      assertThat(sheets).isNotEmpty();
      return sheets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
