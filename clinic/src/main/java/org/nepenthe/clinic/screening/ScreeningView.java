package org.nepenthe.clinic.screening;

import java.util.List;
import java.util.Optional;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.form.Form;

/// What the screening page is made from.
///
/// @param verdict the latest decision; empty where nothing was decided
/// @param indication empty without a referral
/// @param opioids what the opioids of the list come to, in words
/// @param trials what is known of each kind of first-line therapy, in words
/// @param assess the form of the button that decides anew
/// @param mayAnswer whether the person who looks may answer and assess
/// @param physician whether they may also say which entries of the chart do not hold, and override
public record ScreeningView(
    Course course,
    Standing standing,
    InterviewView interview,
    Optional<VerdictView> verdict,
    Optional<IndicationView> indication,
    List<ClaimRow> claims,
    List<HistoryRow> history,
    List<ExaminationRow> examinations,
    String opioids,
    List<String> trials,
    Form assess,
    boolean mayAnswer,
    boolean physician) {
  public ScreeningView {
    claims = List.copyOf(claims);
    history = List.copyOf(history);
    examinations = List.copyOf(examinations);
    trials = List.copyOf(trials);
  }

  ScreeningView with(InterviewView interview) {
    return new ScreeningView(
        course,
        standing,
        interview,
        verdict,
        indication,
        claims,
        history,
        examinations,
        opioids,
        trials,
        assess,
        mayAnswer,
        physician);
  }

  public String path(String page) {
    return course.path(page);
  }
}
