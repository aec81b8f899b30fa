package org.nepenthe.clinic.cli;

import java.util.ArrayList;
import java.util.List;

/// A command as somebody types it, with what is printed on either side.
final class Typed {
  private final List<String> said = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  int run(String... arguments) {
    said.clear();
    complaints.clear();
    return Nepenthe.run(
        new Printer() {
          @Override
          public void say(String line) {
            said.add(line);
          }

          @Override
          public void complain(String line) {
            complaints.add(line);
          }
        },
        arguments);
  }

  String output() {
    return String.join("\n", said);
  }

  List<String> rows() {
    return output().lines().toList();
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }
}
