package org.nepenthe.clinic.patient.intake;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.patient.BundleImport;
import org.nepenthe.clinic.patient.ImportReport;
import org.nepenthe.clinic.patient.PatientList;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Gives an empty demonstration clinic its synthetic patients.
@Component
@Profile("demonstration")
@ConditionalOnProperty(name = "nepenthe.demonstration.patients", matchIfMissing = true)
final class DemonstrationPatients implements ApplicationRunner {
  private static final String FILES = "classpath:/demonstration/patients/*.json";
  private static final Actor LOADER = new Actor("system", "the demonstration itself", Role.SYSTEM);

  private final PatientList patients;
  private final BundleImport bundles;

  DemonstrationPatients(PatientList patients, BundleImport bundles) {
    this.patients = patients;
    this.bundles = bundles;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (!patients.isEmpty()) {
      return;
    }
    var files =
        Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
            .sorted(Comparator.comparing(DemonstrationPatients::name))
            .toList();
    for (var file : files) {
      var report = bundles.importFile(name(file), file::getInputStream, LOADER);
      if (report instanceof ImportReport.Refused) {
        throw new IllegalStateException(report.line());
      }
    }
    LoggerFactory.getLogger(DemonstrationPatients.class)
        .info("{} synthetic patients are in the demonstration clinic", files.size());
  }

  private static String name(Resource file) {
    return Objects.requireNonNull(file.getFilename());
  }
}
