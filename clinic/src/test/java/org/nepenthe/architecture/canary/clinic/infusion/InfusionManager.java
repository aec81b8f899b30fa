package org.nepenthe.architecture.canary.clinic.infusion;

import org.nepenthe.architecture.canary.clinic.board.ChattyBoard;

/// Breaks: a name that says nothing; a cycle between two rooms.
public class InfusionManager {
  ChattyBoard board = new ChattyBoard();

  /// Breaks: a name that says what a type is used for.
  record PatientDTO(String name) {}
}
