package org.nepenthe.clinic.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.patient.BundleImport;
import org.nepenthe.clinic.patient.ImportReport;
import org.nepenthe.clinic.platform.HomeFolder;
import org.nepenthe.clinic.record.RecordVerification;
import org.nepenthe.clinic.replay.RecordReplay;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// The commands that run in Java, and the three options that may stand anywhere on the line.
///
/// A command returns its exit status: 0 done, 1 refused or failed, 2 wrongly called.
@Command(name = "nepenthe", description = "Runs ketamine therapy for chronic pain in a clinic.")
final class Nepenthe {
  private static final int DONE = 0;
  private static final int FAILED = 1;

  private final Printer printer;

  @Option(names = "--home", scope = ScopeType.INHERIT, hidden = true, paramLabel = "DIR")
  private Optional<Path> home = Optional.empty();

  @Option(names = "--port", scope = ScopeType.INHERIT, hidden = true, paramLabel = "N")
  private int port = 8080;

  @Option(names = "--address", scope = ScopeType.INHERIT, hidden = true, paramLabel = "A")
  private InetAddress address = InetAddress.getLoopbackAddress();

  Nepenthe(Printer printer) {
    this.printer = printer;
  }

  public static void main(String[] arguments) {
    int status = run(new Terminal(), arguments);
    if (status != DONE) {
      System.exit(status);
    }
  }

  static int run(Printer printer, String... arguments) {
    return new CommandLine(new Nepenthe(printer))
        .addSubcommand(new SimulateCommand(printer))
        .addSubcommand(new PopulationCommand(printer))
        .addSubcommand(new FitCommand(printer))
        .addSubcommand(new TargetCommand(printer))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(Lines.to(printer::say))
        .setExecutionExceptionHandler((failure, _, _) -> explain(printer, failure))
        .setParameterExceptionHandler((mistake, _) -> {
          printer.complain("nepenthe: " + mistake.getMessage() + help(mistake.getCommandLine()));
          return CommandLine.ExitCode.USAGE;
        })
        .execute(arguments);
  }

  /// Where a command says itself how it is called.
  private static String help(CommandLine command) {
    return command.getCommandSpec().findOption("--help") == null
        ? ""
        : " (" + command.getCommandSpec().qualifiedName() + " --help shows how)";
  }

  @Command(name = "demo", description = "The demonstration clinic, with invented patients.")
  int demo() {
    return serve("demonstration");
  }

  @Command(name = "serve", description = "The clinic.")
  int serve() {
    return serve("serve");
  }

  @Command(name = "import", description = "Takes patients in from FHIR R4 Bundles.")
  int importBundles(@Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) {
    try (var clinic = ClinicStart.visiting(homeFolder())) {
      var bundles = clinic.getBean(BundleImport.class);
      int status = DONE;
      for (var file : files) {
        var report =
            bundles.importFile(
                file.getFileName().toString(), () -> Files.newInputStream(file), atTheTerminal());
        switch (report) {
          case ImportReport.Taken taken -> printer.say(taken.line());
          case ImportReport.Refused refused -> {
            printer.complain(refused.line());
            status = FAILED;
          }
        }
      }
      return status;
    }
  }

  /// Nobody has signed in at a terminal; the operating system says whose it is.
  private static Actor atTheTerminal() {
    var name = System.getProperty("user.name", "unknown");
    return new Actor("terminal:" + name, name + " at the command line", Role.SYSTEM);
  }

  @Command(name = "verify-record", description = "Proves the chains of the record.")
  int verifyRecord() {
    try (var clinic = ClinicStart.visiting(homeFolder())) {
      var finding = clinic.getBean(RecordVerification.class).verify();
      finding.faults().forEach(printer::complain);
      printer.say(
          "%,d events in %,d streams, %,d anchored heads: %s"
              .formatted(
                  finding.events(),
                  finding.streams(),
                  finding.anchoredHeads(),
                  finding.intact() ? "the record is intact." : "the record is broken."));
      return finding.intact() ? DONE : FAILED;
    }
  }

  @Command(name = "replay", description = "Decides every stored decision again and compares.")
  int replay() {
    try (var clinic = ClinicStart.visiting(homeFolder())) {
      return ReplayReport.of(clinic.getBean(RecordReplay.class), printer) ? DONE : FAILED;
    }
  }

  /// What the script runs after a build, while Java takes notes for quicker starts.
  @Command(name = "rehearse", hidden = true)
  int rehearse() throws IOException, InterruptedException {
    Rehearsal.run();
    return DONE;
  }

  private int serve(String profile) {
    ClinicStart.serving(homeFolder(), profile, address, port, printer::say);
    return DONE;
  }

  private Path homeFolder() {
    return HomeFolder.choose(home, printer::say);
  }

  private static int explain(Printer printer, Exception failure) {
    if (!(failure instanceof ClinicStart.AlreadyExplained)) {
      printer.complain("nepenthe: " + failure.getMessage());
    }
    return FAILED;
  }

  private static final class Terminal implements Printer {
    @Override
    public void say(String line) {
      System.out.println(line);
    }

    @Override
    public void complain(String line) {
      System.err.println(line);
    }
  }
}
