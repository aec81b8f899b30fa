package org.nepenthe.clinic.course;

import java.util.List;

/// Decides the stored decisions of one stage again.
public interface DecidesAgain {
  /// Every decision of a course that this stage can speak of, oldest first.
  List<DecidedAgain> of(Course course);
}
