package org.nepenthe.care.followup;

import java.util.List;

/// Whether the patient has what was agreed to count as benefit.
public sealed interface Response {
  /// @param because what was reached, in words
  record Responder(List<String> because) implements Response {
    public Responder {
      because = List.copyOf(because);
    }
  }

  /// @param because what was not reached, in words
  record NotResponder(List<String> because) implements Response {
    public NotResponder {
      because = List.copyOf(because);
    }
  }

  /// @param missing what has to be there before anybody can say
  record CannotSay(List<String> missing) implements Response {
    public CannotSay {
      missing = List.copyOf(missing);
    }
  }

  default String words() {
    return switch (this) {
      case Responder _ -> "Benefit as agreed";
      case NotResponder _ -> "No benefit as agreed";
      case CannotSay _ -> "Cannot say yet";
    };
  }
}
