package org.nepenthe.clinic.referral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.referral.ReferralForm;
import org.nepenthe.care.referral.ReferralForm.CoRow;
import org.nepenthe.care.referral.ReferralForm.FailedRow;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.referral.WhyStopped;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;

/// The fields of the referral on the page, and the form the core reads.
///
/// Rows of therapies are named `failedTherapies[0].what`. A button named `add` or `remove` changes
/// how many there are and stores nothing.
final class ReferralFields {
  static final String FAILED = "failedTherapies";
  static final String CO = "coTherapies";

  private static final Pattern ROW =
      Pattern.compile("(failedTherapies|coTherapies)\\[(\\d{1,2})].*");
  private static final int ROWS_AT_FIRST = 2;
  private static final int MOST_ROWS = 30;

  private ReferralFields() {}

  /// How many rows of a list the page shows.
  static int rows(Form form, String list) {
    int rows = ROWS_AT_FIRST;
    for (var field : form.fields()) {
      var row = ROW.matcher(field);
      if (row.matches() && row.group(1).equals(list)) {
        rows = Math.max(rows, Integer.parseInt(row.group(2)) + 1);
      }
    }
    return Math.min(rows, MOST_ROWS);
  }

  /// Carries out `add` and `remove`.
  ///
  /// @return true where the person asked for that and for nothing else
  static boolean changedRows(Form form) {
    var add = form.value("add");
    var remove = ROW.matcher(form.value("remove"));
    if (add.equals(FAILED) || add.equals(CO)) {
      int next = rows(form, add);
      if (next < MOST_ROWS) {
        form.with(add + "[" + next + "].what", "");
      }
      return true;
    }
    if (remove.matches()) {
      removeRow(form, remove.group(1), Integer.parseInt(remove.group(2)));
      return true;
    }
    return false;
  }

  private static void removeRow(Form form, String list, int removed) {
    int last = rows(form, list) - 1;
    for (int row = removed; row <= last; row++) {
      for (var part : List.of("kind", "what", "howLong", "whyStopped")) {
        form.with(name(list, row, part), row == last ? "" : form.value(name(list, row + 1, part)));
      }
    }
  }

  /// As the core reads it.
  static ReferralForm typed(Form form) {
    var failed = new ArrayList<FailedRow>();
    for (int row = 0; row < rows(form, FAILED); row++) {
      failed.add(
          new FailedRow(
              form.value(name(FAILED, row, "kind")),
              form.value(name(FAILED, row, "what")),
              form.value(name(FAILED, row, "howLong")),
              form.value(name(FAILED, row, "whyStopped"))));
    }
    var co = new ArrayList<CoRow>();
    for (int row = 0; row < rows(form, CO); row++) {
      co.add(new CoRow(form.value(name(CO, row, "kind")), form.value(name(CO, row, "what"))));
    }
    return new ReferralForm(
        form.value("referrerName"),
        form.value("referrerOrganisation"),
        form.value("referrerContact"),
        form.value("indication"),
        form.value("painInWords"),
        form.value("painMonths"),
        form.value("receivedOn"),
        failed,
        co);
  }

  /// A form that shows a referral as it is, to be amended.
  static Form of(Referral referral, ClinicTime time) {
    var form =
        Form.blank()
            .with("referrerName", referral.referrer().name())
            .with("referrerOrganisation", referral.referrer().organisation())
            .with("referrerContact", referral.referrer().contact())
            .with("indication", referral.diagnosis().indication())
            .with("painInWords", referral.painInWords())
            .with("painMonths", Integer.toString(referral.painMonths()))
            .with("receivedOn", time.dayOf(referral.receivedAt()).toString());
    for (int row = 0; row < referral.failedTherapies().size(); row++) {
      var therapy = referral.failedTherapies().get(row);
      form.with(name(FAILED, row, "kind"), therapy.kind().name())
          .with(name(FAILED, row, "what"), therapy.what())
          .with(name(FAILED, row, "howLong"), therapy.howLong())
          .with(name(FAILED, row, "whyStopped"), therapy.whyStopped().name());
    }
    for (int row = 0; row < referral.coTherapies().size(); row++) {
      var therapy = referral.coTherapies().get(row);
      form.with(name(CO, row, "kind"), therapy.kind().name())
          .with(name(CO, row, "what"), therapy.what());
    }
    return form;
  }

  static Map<String, String> therapyKinds() {
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : TherapyKind.values()) {
      kinds.put(kind.name(), kind.words());
    }
    return kinds;
  }

  static Map<String, String> reasonsToStop() {
    var reasons = new LinkedHashMap<String, String>();
    for (var reason : WhyStopped.values()) {
      reasons.put(reason.name(), reason.words());
    }
    return reasons;
  }

  private static String name(String list, int row, String part) {
    return list + "[" + row + "]." + part;
  }
}
