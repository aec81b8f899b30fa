package org.nepenthe.clinic.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.screening.Eligibility;
import org.nepenthe.care.screening.ScreeningState;
import org.nepenthe.care.screening.ScreeningState.Change;
import org.nepenthe.clinic.course.CoursePlace;
import org.nepenthe.clinic.course.CoursePlaces;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.patient.PatientNames;
import org.nepenthe.clinic.patient.PatientNames.Named;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Service;

/// Screens everybody who waits for something by another version of the knowledge, beside the one in
/// use. Nothing is stored and nobody's verdict is touched.
@Service
public class VerdictsUnder {
  /// More courses than this do not wait in one clinic.
  private static final int MOST = 10_000;

  private final CoursePlaces places;
  private final Courses courses;
  private final Screenings screenings;
  private final PatientNames names;

  VerdictsUnder(CoursePlaces places, Courses courses, Screenings screenings, PatientNames names) {
    this.places = places;
    this.courses = courses;
    this.screenings = screenings;
    this.names = names;
  }

  /// What came of it.
  ///
  /// @param looked how many courses were screened
  /// @param others those with another verdict
  /// @param reasons those with the same verdict and other rules behind it
  public record Compared(int looked, List<Other> others, List<Other> reasons) {
    public Compared {
      others = List.copyOf(others);
      reasons = List.copyOf(reasons);
    }

    /// In a sentence.
    public String words() {
      if (looked == 0) {
        return "Nobody waits for anything here, so no verdict would change.";
      }
      return "%d of %d verdict%s would change; %d more would rest on other rules."
          .formatted(others.size(), looked, looked == 1 ? "" : "s", reasons.size());
    }
  }

  /// One course that comes out differently.
  ///
  /// @param before the verdict by the knowledge in use, in words
  /// @param now by the other
  public record Other(
      CourseId course, String name, String before, String now, List<Change> changes) {
    public Other {
      changes = List.copyOf(changes);
    }

    public String path() {
      return "/courses/" + course + "/screening";
    }
  }

  public Compared compare(KnowledgeBase other) {
    var waiting =
        Arrays.stream(Step.values())
            .filter(step -> step != Step.REFERRAL)
            .flatMap(step -> places.waiting(step, MOST).stream())
            .toList();
    var named = names.of(waiting.stream().map(CoursePlace::patient).toList());
    var by = screenings.by(other);
    var others = new ArrayList<Other>();
    var reasons = new ArrayList<Other>();
    int looked = 0;
    for (var place : waiting) {
      var course = courses.find(place.course());
      if (course.isEmpty()) {
        continue;
      }
      looked++;
      var today = screenings.standing(course.get()).today();
      var under = by.apply(course.get());
      var changes = ScreeningState.changes(today, under);
      if (!kind(today.outcome()).equals(kind(under.outcome()))) {
        others.add(
            other(place, named.get(place.patient()), today.outcome(), under.outcome(), changes));
      } else if (!changes.isEmpty()) {
        reasons.add(
            other(place, named.get(place.patient()), today.outcome(), under.outcome(), changes));
      }
    }
    return new Compared(looked, others, reasons);
  }

  private static Other other(
      CoursePlace place,
      @Nullable Named named,
      Eligibility before,
      Eligibility now,
      List<Change> changes) {
    var name = Optional.ofNullable(named).map(Named::name).orElse("name unknown");
    return new Other(place.course(), name, before.words(), now.words(), changes);
  }

  private static Class<?> kind(Eligibility eligibility) {
    return eligibility.getClass();
  }
}
