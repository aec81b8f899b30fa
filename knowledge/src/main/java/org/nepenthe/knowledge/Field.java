package org.nepenthe.knowledge;

import java.util.List;

/// What stands at one key of an entry.
public sealed interface Field
    permits Amount,
        Range,
        Field.Text,
        Field.Texts,
        Field.Choice,
        Field.Flag,
        Field.Codes,
        Field.References,
        Field.Groups {
  record Text(String words) implements Field {}

  record Texts(List<String> words) implements Field {
    public Texts {
      words = List.copyOf(words);
    }
  }

  /// One of the words its kind allows.
  record Choice(String word) implements Field {}

  record Flag(boolean set) implements Field {}

  record Codes(List<Code> codes) implements Field {
    public Codes {
      codes = List.copyOf(codes);
    }
  }

  /// Ids of other entries; each is known to exist.
  record References(List<String> ids) implements Field {
    public References {
      ids = List.copyOf(ids);
    }
  }

  /// A list whose items have fields of their own.
  record Groups(List<Values> items) implements Field {
    public Groups {
      items = List.copyOf(items);
    }
  }
}
