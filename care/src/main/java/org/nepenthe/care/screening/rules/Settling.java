package org.nepenthe.care.screening.rules;

import java.util.List;

/// One thing that would settle what is not known: something to ask, to measure, to order, to
/// examine, or to put right.
public sealed interface Settling {
  /// The deed as a sentence.
  String words();

  /// A question of the interview.
  ///
  /// @param question id of the question
  record Ask(String question, String asks) implements Settling {
    @Override
    public String words() {
      return "Answer in the interview: " + asks;
    }
  }

  /// Values that somebody of the clinic can take.
  record Measure(List<String> names) implements Settling {
    public Measure {
      names = List.copyOf(names);
    }

    @Override
    public String words() {
      return "Measure and record: " + String.join(", ", names);
    }
  }

  /// Tests of a laboratory or of another department.
  record Order(List<String> names) implements Settling {
    public Order {
      names = List.copyOf(names);
    }

    @Override
    public String words() {
      return "Order: " + String.join(", ", names);
    }
  }

  /// An examination, a score or a look-up with a form of its own.
  ///
  /// @param examination id of its knowledge entry
  record Examine(String examination, String title) implements Settling {
    @Override
    public String words() {
      return "Record: " + title;
    }
  }

  /// How much of an opioid is taken, where the list does not say it in numbers.
  ///
  /// @param sourceId the entry of the list
  record StateDose(String sourceId, String medicine) implements Settling {
    @Override
    public String words() {
      return "State how much is taken: " + medicine;
    }
  }

  /// Something on the chart, in the referral or in the knowledge that has to be put right.
  record PutRight(String words) implements Settling {}
}
