package org.nepenthe.clinic.planning;

import java.util.List;
import org.nepenthe.care.planning.protocol.MedicineSet;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// The medicines published with a protocol, as the knowledge of today has them.
@Component
public class MedicineSets {
  private final KnowledgeBase knowledge;
  private final Courses courses;
  private final ClinicTime time;

  MedicineSets(KnowledgeBase knowledge, Courses courses, ClinicTime time) {
    this.knowledge = knowledge;
    this.courses = courses;
    this.time = time;
  }

  public List<MedicineSet> of(String protocol) {
    return MedicineSet.of(knowledge, protocol, time.dayOf(courses.now()));
  }
}
