package org.nepenthe.clinic.calendar;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// One week of the clinic. The week is named by its distance from today, so that no date stands in
/// an address.
@Controller
final class CalendarPage {
  /// Ten years of weeks in either direction.
  private static final int FARTHEST = 520;

  private final Weeks weeks;

  CalendarPage(Weeks weeks) {
    this.weeks = weeks;
  }

  @GetMapping("/calendar")
  String now(Model model) {
    return week(0, model);
  }

  @GetMapping("/calendar/{weeks}")
  String week(@PathVariable int weeks, Model model) {
    if (Math.abs(weeks) > FARTHEST) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("week", this.weeks.of(weeks));
    return "calendar/week";
  }
}
