package org.nepenthe.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Walks through a bundle's JSON one entry at a time, so that memory holds one entry and not the
/// file.
final class BundleStream {

  /// One element of `Bundle.entry`.
  ///
  /// @param index its place, from 0
  /// @param fullUrl empty where it has none
  /// @param resource a missing node where the entry has none
  record Entry(int index, String fullUrl, JsonNode resource, String method) {
    String kind() {
      return resource.path("resourceType").asText("");
    }

    String where() {
      var id = resource.path("id").asText("");
      return "entry[" + index + "] " + kind() + (id.isEmpty() ? "" : "/" + id);
    }
  }

  /// What stands around the entries.
  record Frame(String resourceType, String type, int entries) {}

  /// Why a file is not a JSON object at all.
  static final class NotJson extends Exception {
    private static final long serialVersionUID = 1;

    private final String where;

    NotJson(String where, String what) {
      super(what);
      this.where = where;
    }

    String where() {
      return where;
    }
  }

  private static final ObjectMapper JSON = mapper();

  private BundleStream() {}

  private static ObjectMapper mapper() {
    var factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(Math.toIntExact(BundleReader.MAXIMUM_BYTES))
                    .maxNestingDepth(100)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  static Frame walk(InputStream in, Consumer<Entry> visitor) throws IOException, NotJson {
    try (var parser = JSON.createParser(in)) {
      return object(parser, visitor);
    } catch (StreamReadException notJson) {
      var at = notJson.getLocation();
      throw new NotJson(
          "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()),
          notJson.getOriginalMessage());
    }
  }

  private static Frame object(JsonParser parser, Consumer<Entry> visitor)
      throws IOException, NotJson {
    var first = parser.nextToken();
    if (first == null) {
      throw new NotJson("the whole file", "the file is empty");
    }
    if (first != JsonToken.START_OBJECT) {
      return new Frame("", "", 0);
    }
    String resourceType = "";
    String type = "";
    int entries = 0;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      var value = parser.nextToken();
      if (name.equals("entry") && value == JsonToken.START_ARRAY) {
        entries = entries(parser, visitor);
      } else if (name.equals("resourceType") && value == JsonToken.VALUE_STRING) {
        resourceType = parser.getText();
      } else if (name.equals("type") && value == JsonToken.VALUE_STRING) {
        type = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new NotJson("after the bundle", "there is more than one JSON value in the file");
    }
    return new Frame(resourceType, type, entries);
  }

  private static int entries(JsonParser parser, Consumer<Entry> visitor) throws IOException {
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode entry = JSON.readTree(parser);
      visitor.accept(
          new Entry(
              index,
              entry.path("fullUrl").asText(""),
              entry.path("resource"),
              entry.path("request").path("method").asText("")));
      index++;
    }
    return index;
  }
}
