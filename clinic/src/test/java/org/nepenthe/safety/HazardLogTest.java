package org.nepenthe.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nepenthe.architecture.Repository;
import org.nepenthe.evidence.BrokenFile;

/// The hazard log and the tests agree: what is said to be controlled is proved by a test that
/// exists, is switched on, says so itself, and has not failed.
class HazardLogTest {
  private static final Path LOG = Repository.root().resolve("docs/safety/hazards.yaml");
  private static final String CANARY = "org.nepenthe.safety.canary";
  private static final String PROOF = CANARY + ".Proof#provesTheControl";

  @Test
  void logAndTestsAgree() throws IOException {
    var tests = new TreeMap<>(TestMethod.in(Repository.folders("target/test-classes")));
    tests.keySet().removeIf(test -> test.startsWith(CANARY));
    var reports = new TestReports(Repository.modules());
    try (var bytes = Files.newInputStream(LOG)) {
      var log = HazardLog.read("hazards.yaml", bytes);
      assertThat(log.hazards()).hasSizeGreaterThanOrEqualTo(68);
      assertThat(new HazardLogCheck(log, tests, reports::against).problems()).isEmpty();
    }
  }

  @Test
  void proofIsAccepted() {
    var played = CANARY + ".Proof#playsTheRealEvent";
    var tests = new TreeMap<>(TestMethod.in(CANARY));
    tests.keySet().retainAll(List.of(PROOF, played));
    var log = read(hazard("H01", "controlled", PROOF) + realEvent("C1", "H01", played));
    assertThat(new HazardLogCheck(log, tests, test -> List.of()).problems()).isEmpty();
  }

  @Test
  void canaryOfClaimsWithoutProofIsReported() {
    assertThat(problems(hazard("H01", "controlled", ""), "cases: []"))
        .anyMatch(problem -> problem.contains("H01 is controlled and names no test"));
    assertThat(problems(hazard("H01", "open", PROOF), "cases: []"))
        .anyMatch(problem -> problem.contains("H01 is open and names a test"));
    assertThat(problems(hazard("H01", "controlled", CANARY + ".Proof#gone"), "cases: []"))
        .anyMatch(problem -> problem.contains("Proof#gone is no compiled test"));
    assertThat(problems(hazard("H01", "controlled", CANARY + ".Proof#provesNothing"), "cases: []"))
        .anyMatch(problem -> problem.contains("provesNothing does not carry @Verifies"));
    assertThat(problems(hazard("H01", "controlled", CANARY + ".Proof#sleeps"), "cases: []"))
        .anyMatch(problem -> problem.contains("Proof#sleeps is disabled"));
  }

  @Test
  void canaryOfTestsOutsideTheLogIsReported() {
    assertThat(problems(hazard("H01", "open", ""), "cases: []"))
        .contains("H01: " + PROOF + " carries its id and is not named in the log");
    assertThat(problems(hazard("H02", "open", ""), "cases: []"))
        .contains("H01: the log has no such id, and " + PROOF + " carries it")
        .contains("H02 stands where H01 belongs");
    assertThat(problems(hazard("H01", "controlled", PROOF), realEvent("C1", "H77", "")))
        .contains("C1 names H77, which is no hazard");
  }

  @Test
  void canaryOfFailedTestIsReported() {
    var log = read(hazard("H01", "controlled", PROOF) + "cases: []\n");
    var tests = Map.of(PROOF, new TestMethod(PROOF, Set.of("H01"), Set.of(), false));
    assertThat(
            new HazardLogCheck(log, tests, test -> List.of("its report says: failure")).problems())
        .containsExactly("H01: " + PROOF + ": its report says: failure");
  }

  @Test
  void canaryOfUnknownAndDoubledKeysIsReported() {
    assertThatThrownBy(() -> read("hazards: []\ncases: []\nnotes: none\n"))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("canary.yaml:3")
        .hasMessageContaining("notes");
    assertThatThrownBy(() -> read("hazards: []\nhazards: []\ncases: []\n"))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("canary.yaml:2");
    assertThatThrownBy(() -> read(hazard("H01", "controled", PROOF) + "cases: []\n"))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("controled");
  }

  @Test
  void reportsAreReadRowByRow(@TempDir Path folder) throws IOException {
    var report = folder.resolve("TEST-org.nepenthe.Dose.xml");
    Files.writeString(
        report,
        """
        <testsuite name="org.nepenthe.Dose">
          <testcase name="adds(int)[1]" classname="org.nepenthe.Dose"/>
          <testcase name="adds(int)[2]" classname="org.nepenthe.Dose"><failure/></testcase>
          <testcase name="addsUp" classname="org.nepenthe.Dose"/>
          <testcase name="waits" classname="org.nepenthe.Dose"><skipped message="later"/></testcase>
          <testcase name="shows" classname="org.nepenthe.Dose">
            <skipped message="no chromium: apt install chromium"/></testcase>
        </testsuite>
        """);
    assertThat(TestReports.against(report, "org.nepenthe.Dose", "adds"))
        .containsExactly("its report says: failure");
    assertThat(TestReports.against(report, "org.nepenthe.Dose", "addsUp")).isEmpty();
    assertThat(TestReports.against(report, "org.nepenthe.Dose", "waits"))
        .containsExactly("its report says: skipped");
    assertThat(TestReports.against(report, "org.nepenthe.Dose", "shows")).isEmpty();
  }

  private static List<String> problems(String hazards, String cases) {
    var tests = TestMethod.in(CANARY);
    return new HazardLogCheck(read(hazards + cases), tests, test -> List.of()).problems();
  }

  private static HazardLog read(String text) {
    return HazardLog.read(
        "canary.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hazard(String id, String state, String test) {
    return """
    hazards:
      - id: %s
        title: t
        cause: c
        harm: h
        severity: 5
        control: c
        state: %s
        tests: [%s]
    """
        .formatted(id, state, test);
  }

  private static String realEvent(String id, String hazard, String test) {
    return """
    cases:
      - id: %s
        title: t
        source: s
        happened: h
        hazards: [%s]
        tests: [%s]
    """
        .formatted(id, hazard, test);
  }
}
