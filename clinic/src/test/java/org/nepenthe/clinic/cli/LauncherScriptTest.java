package org.nepenthe.clinic.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The script `nepenthe`, run by sh in a copy of the tree that holds nothing but what it looks at:
/// JDKs and a Maven that only say how they were called.
class LauncherScriptTest {
  @TempDir Path folder;

  private Path root;
  private Path jdks;
  private Path maven;

  @BeforeEach
  void aTreeWithAJdkAndAMaven() throws IOException {
    root = Files.createDirectories(folder.resolve("a tree/nepenthe"));
    jdks = Files.createDirectories(folder.resolve("jdks"));
    maven = folder.resolve("maven");
    Files.copy(Path.of("..", "nepenthe"), root.resolve("nepenthe"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.createDirectories(root.resolve("clinic/src/main"));
    Files.writeString(root.resolve("clinic/pom.xml"), "<project/>");
    jdk("jdk-25", "25.0.3");
    program(
        maven.resolve("bin/mvn"),
        """
        [ "$1" != -v ] || { echo 'Apache Maven 3.8.7'; exit; }
        echo "mvn with $JAVA_HOME: $*"
        """);
  }

  @Test
  void helpNamesEveryCommandAndOption() throws Exception {
    var outcome = run("--help");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.output())
        .contains(
            "demo",
            "serve",
            "import",
            "verify-record",
            "replay",
            "test",
            "simulate",
            "population",
            "fit",
            "target")
        .contains("--home", "--port", "--address", "--help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --frobnicate demo      | unknown option --frobnicate
          demo --frobnicate      | unknown option --frobnicate
          frobnicate             | unknown command 'frobnicate'
          demo twice             | 'demo' takes no 'twice'
          demo --port            | --port wants a value
          demo --port high       | --port wants a number, not 'high'
          demo --port=0          | --port wants a number from 1 to 65535
          demo --port 65536      | --port wants a number from 1 to 65535
          --home= demo           | --home wants a value
          import                 | 'import' wants at least one file
          """)
  void aWrongLineIsRefusedWithStatus2(String line, String message) throws Exception {
    var outcome = run(line.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.errors()).contains(message).contains("--help").hasLineCount(1);
    assertThat(outcome.output()).isEmpty();
  }

  @Test
  void nothingAskedShowsWhatThereIs() throws Exception {
    var outcome = run();
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.errors()).contains("verify-record");
  }

  @Test
  void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
    var old = jdk("jdk-17", "17.0.15");
    var empty = Files.createDirectories(folder.resolve("no jdks"));
    var outcome = outcomeOf(start(List.of("JAVA_HOME=" + old, "NEPENTHE_JDKS=" + empty), "demo"));
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.errors()).contains("needs a JDK 25").hasLineCount(1);
  }

  @Test
  void withoutMavenOneSentenceSaysWhatToInstall() throws Exception {
    program(maven.resolve("bin/mvn"), "echo 'Apache Maven 3.6.3'");
    var outcome = run("test");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.errors()).contains("needs Maven 3.8").hasLineCount(1);
  }

  @Test
  void aJdk25IsFoundBesideAnOlderDefault() throws Exception {
    built();
    var old = jdk("jdk-17", "17.0.15");
    var outcome = outcomeOf(start(List.of("JAVA_HOME=" + old, "NEPENTHE_JDKS=" + jdks), "demo"));
    assertThat(outcome.output()).contains("java of " + jdks.resolve("jdk-25"));
  }

  @Test
  void aJdkNamedByTheEnvironmentIsPreferred() throws Exception {
    var named = jdk("named/jdk-26", "26");
    var outcome = outcomeOf(start(List.of("JAVA_HOME=" + named), "test"));
    assertThat(outcome.output()).contains("mvn with " + named + ": ");
  }

  @Test
  void everyWordReachesJavaAsItWas() throws Exception {
    built();
    var outcome = run("--port", "8189", "import", "a file.json", "--home", "/some where", "b.json");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output())
        .contains("<--port> <8189> <import> <a file.json> <--home> </some where> <b.json>")
        .contains("<" + app().resolve("nepenthe.jar") + ">");
  }

  @Test
  void whatIsSaidToTheEngineIsTheEnginesToRead() throws Exception {
    built();
    var outcome = run("simulate", "--weight", "70kg", "--dose", "0 min: 10 mg", "--help");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output())
        .contains("<simulate> <--weight> <70kg> <--dose> <0 min: 10 mg> <--help>");
  }

  @Test
  void testsPassFurtherWordsToMaven() throws Exception {
    var outcome = run("--port", "8189", "test", "-pl", "quantity", "--help");
    assertThat(outcome.output())
        .endsWith("-f " + root.resolve("pom.xml") + " verify -pl quantity --help\n");
  }

  @Test
  void whatIsBuiltIsNotBuiltAgain() throws Exception {
    built();
    assertThat(run("demo").output()).doesNotContain("mvn with");
  }

  @ParameterizedTest
  @CsvSource({"pom.xml", "clinic/pom.xml", "clinic/src/main"})
  void aNewerSourceIsBuiltFirst(String source) throws Exception {
    built();
    Files.setLastModifiedTime(
        root.resolve(source),
        FileTime.from(
            Files.getLastModifiedTime(app().resolve("built"))
                .toInstant()
                .plus(Duration.ofMinutes(1))));
    var outcome = run("demo");
    assertThat(outcome.errors()).contains("Building Nepenthe");
    assertThat(outcome.output()).contains("package").contains("<demo>");
  }

  @Test
  void aRehearsalThatFailsLeavesNoNotesAndStopsNothing() throws Exception {
    program(
        jdks.resolve("jdk-25/bin/java"),
        """
        case "$*" in
          *rehearse) touch "%s/nepenthe.aot"; exit 1 ;;
          *extract*) mkdir -p "%s" ;;
          *) echo "served with $*" ;;
        esac
        """
            .formatted(app(), app()));
    var outcome = run("demo");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.output()).contains("served with").doesNotContain("AOTCache");
  }

  @Test
  void aBuildThatFailsIsTheEnd() throws Exception {
    program(
        maven.resolve("bin/mvn"),
        "[ \"$1\" != -v ] || { echo 'Apache Maven 3.9.9'; exit; }\nexit 1");
    var outcome = run("demo");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.errors()).contains("the build failed");
    assertThat(outcome.output()).isEmpty();
  }

  @Test
  void aSignalReachesTheServer() throws Exception {
    built();
    program(
        jdks.resolve("jdk-25/bin/java"),
        """
        trap 'echo stopped cleanly; exit 143' TERM
        echo serving
        while :; do read -r _ || :; done
        """);
    var process = start(List.of(), "demo");
    try (var output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("serving");
      process.toHandle().destroy();
      assertThat(output.readLine()).isEqualTo("stopped cleanly");
    }
    assertThat(process.waitFor()).isEqualTo(143);
  }

  private Path app() {
    return root.resolve("clinic/target/start/app");
  }

  /// What a build leaves behind, newer than every source.
  private void built() throws IOException {
    Files.createDirectories(app());
    Files.writeString(app().resolve("nepenthe.jar"), "");
    Files.copy(jdks.resolve("jdk-25/release"), app().resolve("built"));
    Files.setLastModifiedTime(
        app().resolve("built"),
        FileTime.from(
            Files.getLastModifiedTime(root.resolve("clinic/pom.xml"))
                .toInstant()
                .plus(Duration.ofMinutes(1))));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = jdks.resolve(name);
    program(
        home.resolve("bin/java"),
        "echo \"java of ${0%/bin/java}\"; printf '<%s> ' \"$@\"; mkdir -p \"" + app() + "\"");
    program(home.resolve("bin/javac"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome run(String... arguments) throws Exception {
    return outcomeOf(start(List.of("NEPENTHE_JDKS=" + jdks), arguments));
  }

  private Process start(List<String> settings, String... arguments) throws IOException {
    var command =
        Stream.concat(Stream.of("sh", root.resolve("nepenthe").toString()), Stream.of(arguments))
            .toList();
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    List.of("JAVA_HOME", "JAVA25_HOME", "NEPENTHE_JDKS").forEach(environment::remove);
    environment.put("PATH", pathWithoutJava().toString());
    environment.put("HOME", folder.toString());
    environment.put("MAVEN_HOME", maven.toString());
    environment.put("NEPENTHE_JDKS", jdks.toString());
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      environment.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return builder.start();
  }

  /// The everyday programs the script and the stand-ins use, and no Java or Maven among them.
  private Path pathWithoutJava() throws IOException {
    Path bin = folder.resolve("bin");
    if (Files.isDirectory(bin)) {
      return bin;
    }
    Files.createDirectories(bin);
    for (String name :
        List.of(
            "cat",
            "cmp",
            "dirname",
            "find",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "touch")) {
      for (Path place : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
        if (Files.exists(place.resolve(name))) {
          program(bin.resolve(name), "exec " + place.resolve(name) + " \"$@\"");
        }
      }
    }
    return bin;
  }

  private static Outcome outcomeOf(Process process) throws Exception {
    process.getOutputStream().close();
    try (var output = process.inputReader();
        var errors = process.errorReader()) {
      String said = output.readAllAsString();
      return new Outcome(errors.readAllAsString(), said, process.waitFor());
    }
  }

  private record Outcome(String errors, String output, int status) {}
}
