package org.nepenthe.clinic.patient.intake;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nepenthe.clinic.patient.BundleImport;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.security.CurrentActor;
import org.nepenthe.fhir.BundleReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Bringing bundles in from the browser, and what became of them.
@Controller
final class ImportPage {
  private static final String FIELD = "files";
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final ImportRuns runs;
  private final BundleImport bundles;
  private final CurrentActor actor;
  private final Path incoming;

  ImportPage(
      ImportRuns runs,
      BundleImport bundles,
      CurrentActor actor,
      @Value("${nepenthe.home}") Path home) {
    this.runs = runs;
    this.bundles = bundles;
    this.actor = actor;
    this.incoming = home.resolve("incoming");
  }

  @GetMapping("/patients/import")
  String show(Model model) {
    return page(Form.blank(), model);
  }

  private String page(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("maximumBytes", BundleReader.MAXIMUM_BYTES);
    model.addAttribute("recent", bundles.recent());
    return "patient/import";
  }

  @PostMapping("/patients/import")
  String take(
      @RequestParam(name = FIELD, required = false) MultipartFile @Nullable [] sent,
      Form form,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var files =
        sent == null
            ? List.<MultipartFile>of()
            : Arrays.stream(sent).filter(f -> !f.isEmpty()).toList();
    var tooLarge =
        files.stream().filter(file -> file.getSize() > BundleReader.MAXIMUM_BYTES).toList();
    if (files.isEmpty()) {
      form.refuse(FIELD, "Choose at least one file that is not empty.");
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(form, model);
    }
    if (!tooLarge.isEmpty()) {
      form.refuse(FIELD, tooLarge(tooLarge));
      response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
      return page(form, model);
    }
    var run = runs.start(keep(files), actor.get());
    runs.waitFor(run, SHORT);
    return "redirect:/patients/import/" + run;
  }

  private static String tooLarge(List<MultipartFile> files) {
    var names = String.join(", ", files.stream().map(ImportPage::name).toList());
    return names
        + (files.size() == 1 ? " is" : " are")
        + " larger than 40 MB. Nothing was stored. Export fewer kinds of resource: claims,"
        + " documents and images are not needed here.";
  }

  private List<ImportRuns.Sent> keep(List<MultipartFile> files) throws IOException {
    Files.createDirectories(incoming);
    var kept = new ArrayList<ImportRuns.Sent>();
    for (var file : files) {
      var path = Files.createTempFile(incoming, "bundle", ".json");
      file.transferTo(path);
      kept.add(new ImportRuns.Sent(name(file), path));
    }
    return kept;
  }

  /// Without folders, which some browsers send along.
  private static String name(MultipartFile file) {
    var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.isBlank() ? "a file without a name" : last;
  }

  @GetMapping("/patients/import/{run}")
  String result(@PathVariable UUID run, Model model) {
    progress(run, model);
    return "patient/import-result";
  }

  @GetMapping("/patients/import/{run}/progress")
  String progressPart(@PathVariable UUID run, Model model) {
    progress(run, model);
    return "patient/import-progress";
  }

  private void progress(UUID run, Model model) {
    var unfinished = runs.unfinished(run);
    var reports = bundles.reports(run);
    if (unfinished.isEmpty() && reports.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("run", run);
    model.addAttribute("reports", reports);
    model.addAttribute(
        "waiting",
        unfinished
            .map(names -> names.subList(Math.min(reports.size(), names.size()), names.size()))
            .orElse(List.of()));
  }
}
