package org.nepenthe.fhir;

/// One reason why a bundle is refused.
///
/// @param where the place in the file, such as `entry[12] Observation/abc, valueQuantity`
/// @param what what is wrong there
/// @param mend what to do about it
public record Problem(String where, String what, String mend) {}
