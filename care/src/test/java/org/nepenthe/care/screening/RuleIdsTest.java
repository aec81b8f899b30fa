package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.screening.rules.RuleKind;
import org.nepenthe.evidence.Verifies;

/// Rules, knowledge and tests name the same ids, each way.
class RuleIdsTest {
  private static final Pattern RULE = Pattern.compile("SCR-[A-Z]+-\\d\\d");

  @Test
  @Verifies("H34")
  void everyRuleOfTheKnowledgeIsAppliedAndNoOther() {
    var applied = new TreeSet<String>();
    Case.healthy().screened().reasons().forEach(reason -> applied.add(reason.rule().value()));
    assertThat(applied).isEqualTo(rulesOfTheKnowledge());
  }

  /// An id counts as tested where a row of a table begins with it, not where it is only mentioned.
  @Test
  @Verifies("H34")
  void everyRuleHasARowInATestTableAndEveryRowHasARule() {
    var tested = new TreeSet<String>();
    for (var table : tables()) {
      read(table)
          .lines()
          .map(line -> line.strip().replaceFirst("^@CsvSource\\(\\{", "").replace("\"", ""))
          .forEach(line -> {
            for (var row : line.split("(?=SCR-)")) {
              var matcher = RULE.matcher(row);
              if (matcher.lookingAt()) {
                tested.add(matcher.group());
              }
            }
          });
    }
    assertThat(tested).isEqualTo(rulesOfTheKnowledge());
  }

  @Test
  void everyEntryNamedLikeARuleIsOfAKindThatSomeClassReads() {
    for (var entry : Case.KNOWLEDGE.inArea("screening")) {
      assertThat(RuleKind.of(entry).isPresent())
          .as(entry.id() + " of kind " + entry.kind())
          .isEqualTo(RULE.matcher(entry.id()).matches());
    }
  }

  @Test
  void everyKindIsUsed() {
    for (var kind : RuleKind.values()) {
      assertThat(
              RuleKind.entries(Case.KNOWLEDGE).stream()
                  .filter(entry -> RuleKind.of(entry).orElseThrow() == kind))
          .as(kind.name())
          .isNotEmpty();
    }
  }

  @Test
  void everyQuestionIsNeededByARule() {
    assertThat(Case.SCREENING.interview(Case.NOW))
        .isNotEmpty()
        .allSatisfy(question -> assertThat(question.neededBy()).as(question.id()).isNotEmpty());
  }

  @Test
  void everyDiagnosisHasItsIndicationAndTheReverse() {
    var diagnoses = new TreeSet<String>();
    Arrays.stream(PainDiagnosis.values()).forEach(d -> diagnoses.add(d.indication()));
    var indications = new TreeSet<String>();
    Case.KNOWLEDGE.ofKind("indication").forEach(entry -> indications.add(entry.id()));
    assertThat(diagnoses).isEqualTo(indications).hasSize(PainDiagnosis.values().length);
  }

  private static TreeSet<String> rulesOfTheKnowledge() {
    var rules = new TreeSet<String>();
    RuleKind.entries(Case.KNOWLEDGE).forEach(entry -> rules.add(entry.id()));
    return rules;
  }

  /// The tables of boundary cases, and nothing else of the tests.
  private static List<Path> tables() {
    try (var tests = Files.list(Path.of("src/test/java/org/nepenthe/care/screening"))) {
      var tables = new ArrayList<Path>();
      tables.add(Path.of("src/test/resources/screening/attested-rules.csv"));
      tests.filter(file -> file.toString().endsWith("RulesTest.java")).forEach(tables::add);
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
