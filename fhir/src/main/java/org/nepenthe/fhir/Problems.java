package org.nepenthe.fhir;

import java.util.ArrayList;
import java.util.List;

/// The faults of one bundle as they are found. A file broken in every line still gives a readable
/// list.
final class Problems {
  private static final int LISTED = 200;

  private final List<Problem> listed = new ArrayList<>();
  private int more;

  void add(String where, String what, String mend) {
    if (listed.size() < LISTED) {
      listed.add(new Problem(where, what, mend));
    } else {
      more++;
    }
  }

  int count() {
    return listed.size() + more;
  }

  boolean none() {
    return listed.isEmpty();
  }

  BundleReading.Refused refused() {
    var all = new ArrayList<>(listed);
    if (more > 0) {
      all.add(
          new Problem(
              "the rest of the file",
              more + " more faults which are not listed",
              "Mend the ones above first."));
    }
    return new BundleReading.Refused(all);
  }
}
