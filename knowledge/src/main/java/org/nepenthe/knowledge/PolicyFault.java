package org.nepenthe.knowledge;

import java.util.List;
import org.nepenthe.evidence.BrokenFile;

/// One thing that is wrong with a site's policy.
///
/// @param line from 1
/// @param place the key, or the entry and value of the change it lies in; empty where neither can
///     be read
/// @param reason what is wrong, naming the key and the shipped value
public record PolicyFault(int line, String place, String reason) {
  /// Goes on after a fault, so that all of them are found at once.
  static void collect(String place, List<PolicyFault> faults, Runnable reading) {
    try {
      reading.run();
    } catch (BrokenFile broken) {
      faults.add(new PolicyFault(broken.line(), place, broken.reason()));
    }
  }
}
