package org.nepenthe.clinic.screening.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nepenthe.care.screening.Eligibility.DueTest;
import org.nepenthe.care.screening.Screening.Open;
import org.nepenthe.care.screening.rules.Settling;
import org.nepenthe.clinic.course.Course;

/// Everything that would settle an undetermined verdict, and every test that is due, by what sort
/// of deed it is.
public record OrdersView(Course course, String verdict, List<Group> groups) {
  public OrdersView {
    groups = List.copyOf(groups);
  }

  /// @param rules the rules that wait for it
  public record Row(String words, String rules) {}

  public record Group(String title, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  static OrdersView of(Course course, String verdict, List<Open> open, List<DueTest> due) {
    var byTitle = new TreeMap<Integer, Group>();
    for (var one : open) {
      int place = place(one.settling());
      var group = byTitle.getOrDefault(place, new Group(TITLES.getOrDefault(place, ""), List.of()));
      var rows = new ArrayList<>(group.rows());
      rows.add(new Row(words(one.settling()), rules(one)));
      byTitle.put(place, new Group(group.title(), rows));
    }
    var groups = new ArrayList<>(byTitle.values());
    if (!due.isEmpty()) {
      groups.add(
          new Group(
              "Before the first infusion",
              due.stream().map(test -> new Row(test.action(), test.rule().value())).toList()));
    }
    return new OrdersView(course, verdict, groups);
  }

  private static final Map<Integer, String> TITLES =
      Map.of(
          0, "To order",
          1, "To measure",
          2, "To examine, score or look up",
          3, "To ask the patient",
          4, "To state",
          5, "To put right");

  private static int place(Settling settling) {
    return switch (settling) {
      case Settling.Order _ -> 0;
      case Settling.Measure _ -> 1;
      case Settling.Examine _ -> 2;
      case Settling.Ask _ -> 3;
      case Settling.StateDose _ -> 4;
      case Settling.PutRight _ -> 5;
    };
  }

  /// Under its heading a deed needs no verb.
  private static String words(Settling settling) {
    return switch (settling) {
      case Settling.Order(var names) -> String.join(", ", names);
      case Settling.Measure(var names) -> String.join(", ", names);
      case Settling.Examine(_, var title) -> title;
      case Settling.Ask(_, var asks) -> asks;
      case Settling.StateDose(_, var medicine) -> "How much a day is taken of " + medicine;
      case Settling.PutRight(var words) -> words;
    };
  }

  private static String rules(Open open) {
    return String.join(", ", open.rules().stream().map(rule -> rule.value()).distinct().toList());
  }

  public boolean empty() {
    return groups.isEmpty();
  }
}
