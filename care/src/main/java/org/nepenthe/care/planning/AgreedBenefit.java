package org.nepenthe.care.planning;

import java.math.BigDecimal;
import java.util.Optional;

/// What was agreed, before the first drop, to count as benefit, and by which infusion it must show.
///
/// @param painFallPercent fall of the pain NRS, in percent of its value before, that counts
/// @param functionFallPercent fall of the PEG that counts
/// @param byInfusion the number of the infusion after which the course stops unless benefit shows
/// @param inOwnWords what the patient wants to be able to do
public record AgreedBenefit(
    Optional<BigDecimal> painFallPercent,
    Optional<BigDecimal> functionFallPercent,
    int byInfusion,
    String inOwnWords) {}
