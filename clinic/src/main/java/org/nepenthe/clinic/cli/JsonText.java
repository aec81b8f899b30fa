package org.nepenthe.clinic.cli;

import tools.jackson.databind.json.JsonMapper;

/// Results as JSON, of maps, lists, numbers and words only.
final class JsonText {
  private JsonText() {}

  static String of(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }
}
