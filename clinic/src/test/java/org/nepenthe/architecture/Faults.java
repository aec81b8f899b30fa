package org.nepenthe.architecture;

import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/// A condition of a rule, written as the sentences it has against one class or field.
final class Faults<T> extends ArchCondition<T> {
  private final Function<T, Stream<String>> faults;

  private Faults(String description, Function<T, Stream<String>> faults) {
    super(description);
    this.faults = faults;
  }

  /// @param description what each item should do
  /// @param faults one sentence for each way in which it does not
  static <T> Faults<T> unless(String description, Function<T, Stream<String>> faults) {
    return new Faults<>(description, faults);
  }

  @Override
  public void check(T item, ConditionEvents events) {
    faults.apply(item).forEach(fault -> events.add(SimpleConditionEvent.violated(item, fault)));
  }
}
