package org.nepenthe.clinic.patient;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of patients. A search is sent and not put into the address: names do not belong into
/// logs.
@Controller
public final class PatientsPage {
  private final PatientList patients;
  private final Courses courses;
  private final Journeys journeys;

  PatientsPage(PatientList patients, Courses courses, Journeys journeys) {
    this.patients = patients;
    this.courses = courses;
    this.journeys = journeys;
  }

  /// A patient of the list with where their newest course has come to.
  public record Row(PatientList.Entry patient, Optional<String> stage) {}

  @GetMapping("/patients")
  String show(Model model) {
    fill(model, "", 1);
    return "patient/list";
  }

  @PostMapping("/patients/search")
  String search(
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "1") int page,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model) {
    fill(model, search, page);
    return part ? "patient/rows" : "patient/list";
  }

  private void fill(Model model, String search, int number) {
    var slice = patients.find(search, number);
    model.addAttribute("slice", slice);
    model.addAttribute("rows", rows(slice));
    model.addAttribute("search", search);
    model.addAttribute("nobody", slice.total() == 0 && patients.isEmpty());
  }

  private List<Row> rows(PatientList.Slice slice) {
    return slice.entries().stream().map(entry -> new Row(entry, stage(entry.id()))).toList();
  }

  private Optional<String> stage(PatientId patient) {
    var all = courses.of(patient);
    return all.isEmpty()
        ? Optional.empty()
        : courses.find(all.getLast()).map(course -> journeys.current(course).words());
  }
}
