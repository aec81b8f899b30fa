package org.nepenthe.clinic.screening.load;

import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.screening.load.Interactions.Found;
import org.nepenthe.care.screening.load.OpioidLoad;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.knowledge.medicine.Interaction;
import org.nepenthe.knowledge.medicine.Route;

/// What weighs on breathing and wakefulness besides ketamine.
///
/// @param rules what the rules on opioids and on sedating medicines say today
/// @param found interactions with what is on the list
/// @param ask interactions which a chart does not show, to be asked about
/// @param unmapped medicines nobody mapped: whether they interact is not known
/// @param refused the entry whose dose was refused; empty where none was
public record LoadView(
    Course course,
    OpioidLoad opioids,
    List<Reason> rules,
    List<Found> found,
    List<Interaction> ask,
    List<String> unmapped,
    Form form,
    Optional<String> refused,
    boolean mayState) {
  public LoadView {
    rules = List.copyOf(rules);
    found = List.copyOf(found);
    ask = List.copyOf(ask);
    unmapped = List.copyOf(unmapped);
  }

  public List<Route> routes() {
    return List.of(Route.values());
  }
}
