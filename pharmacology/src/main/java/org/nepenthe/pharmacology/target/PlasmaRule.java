package org.nepenthe.pharmacology.target;

/// Plasma as the target: the rate that brings it exactly there at the end of the step (Jacobs JR.
/// Algorithm for optimal linear model-based control with application to pharmacokinetic
/// model-driven drug delivery. IEEE Trans Biomed Eng 1990;37:107-109).
record PlasmaRule(StepResponse response) implements TargetRule {
  @Override
  public double rate(double[] state, double target) {
    return (target - response.freeCp(state)) / response.cpPerRate();
  }

  @Override
  public boolean isReached(double[] state, double target) {
    return response.cp(state) >= target * (1 - 1e-9);
  }
}
