package org.nepenthe.architecture.canary.bedside;

import org.nepenthe.architecture.canary.care.screening.LoggedInterview;

/// Breaks: a simulated patient that knows what the clinic decides.
class SelfPredictingPatient {
  LoggedInterview interview = new LoggedInterview();
}
