package org.nepenthe.clinic.referral;

import java.util.List;
import java.util.Map;
import org.nepenthe.clinic.platform.form.Form;

/// What the form of a referral is made from.
///
/// @param action where it is sent
/// @param amending true where a referral is written anew, which asks for a reason
/// @param back where to go without storing anything
public record ReferralFormView(
    Form form, String action, boolean amending, String back, List<IndicationChoice> indications) {
  public ReferralFormView {
    indications = List.copyOf(indications);
  }

  public int failedRows() {
    return ReferralFields.rows(form, ReferralFields.FAILED);
  }

  public int coRows() {
    return ReferralFields.rows(form, ReferralFields.CO);
  }

  public Map<String, String> therapyKinds() {
    return ReferralFields.therapyKinds();
  }

  public Map<String, String> reasonsToStop() {
    return ReferralFields.reasonsToStop();
  }
}
