package org.nepenthe.clinic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NepentheTest {
  private static final String PATIENT =
      """
      {"resourceType": "Bundle", "type": "collection", "entry": [
        {"fullUrl": "urn:uuid:11111111-1111-4111-8111-111111111111",
         "resource": {"resourceType": "Patient", "id": "11111111-1111-4111-8111-111111111111",
           "identifier": [{"system": "urn:example:clinic", "value": "7"}],
           "name": [{"family": "Polydamna", "given": ["Helen"]}],
           "gender": "female", "birthDate": "1970-01-02"}}]}
      """;

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  @Test
  void importsAndVerifiesWithoutServingAnything() throws Exception {
    var patient = Files.writeString(folder.resolve("patient.json"), PATIENT);
    var home = folder.resolve("home").toString();

    int status = run("import", patient.toString(), "--home", home);
    assertThat(complaints).isEmpty();
    assertThat(status).isZero();
    assertThat(said).last().asString().startsWith("patient.json: taken over: ");
    assertThat(run("--home", home, "import", patient.toString())).isZero();
    assertThat(said).last().asString().startsWith("patient.json: nothing new: ");

    var noBundle = Files.writeString(folder.resolve("letter.json"), "Dear colleague");
    var missing = folder.resolve("missing.json");
    assertThat(run("import", noBundle.toString(), missing.toString(), "--home", home)).isEqualTo(1);
    assertThat(complaints).hasSize(2).allMatch(line -> line.contains("refused, nothing stored"));

    assertThat(run("verify-record", "--home", home)).isZero();
    assertThat(said).last().asString().endsWith("the record is intact.");

    assertThat(run("replay", "--home", home)).isZero();
    assertThat(said)
        .last()
        .asString()
        .isEqualTo("0 courses: every decision comes out as it was made.");
  }

  @Test
  void aWrongLineIsOneComplaintAndStatus2() {
    assertThat(run("demo", "--address", "not an address")).isEqualTo(2);
    assertThat(complaints)
        .singleElement()
        .asString()
        .startsWith("nepenthe: ")
        .contains("--address");
  }

  private int run(String... arguments) {
    return Nepenthe.run(
        new Printer() {
          @Override
          public void say(String line) {
            said.add(line);
          }

          @Override
          public void complain(String line) {
            complaints.add(line);
          }
        },
        arguments);
  }
}
