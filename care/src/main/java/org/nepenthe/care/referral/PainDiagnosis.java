package org.nepenthe.care.referral;

import java.util.Arrays;
import java.util.Optional;

/// The pain a patient is referred for, as far as the guideline tells kinds of pain apart. What is
/// known of ketamine in each stands in the knowledge under [#indication].
public enum PainDiagnosis {
  COMPLEX_REGIONAL_PAIN_SYNDROME("IND-CRPS"),
  SPINAL_CORD_INJURY_PAIN("IND-SCI"),
  MIXED_NEUROPATHIC_PAIN("IND-NEUROPATHIC"),
  PHANTOM_LIMB_PAIN("IND-PHANTOM"),
  POSTHERPETIC_NEURALGIA("IND-POSTHERPETIC"),
  FIBROMYALGIA("IND-FIBROMYALGIA"),
  CANCER_PAIN("IND-CANCER"),
  ISCHAEMIC_PAIN("IND-ISCHAEMIC"),
  MIGRAINE_OR_HEADACHE("IND-HEADACHE"),
  LOW_BACK_OR_SPINAL_PAIN("IND-SPINAL"),
  /// None of these: the guideline says nothing about it.
  OTHER_CHRONIC_PAIN("IND-OTHER");

  private final String indication;

  PainDiagnosis(String indication) {
    this.indication = indication;
  }

  /// Id of the knowledge entry, whose title is what people read.
  public String indication() {
    return indication;
  }

  public static Optional<PainDiagnosis> ofIndication(String indication) {
    return Arrays.stream(values()).filter(d -> d.indication.equals(indication)).findFirst();
  }
}
