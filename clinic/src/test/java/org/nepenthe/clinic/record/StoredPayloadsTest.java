package org.nepenthe.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nepenthe.clinic.ClinicTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Payloads as they were stored, taken from records of whole journeys: `<type>.v<version>.json`
/// holds a list of them that shows every alternative those journeys came by. They are never made
/// anew from the code of today; what a clinic has on record must stay readable by every later one.
@ClinicTest
class StoredPayloadsTest {
  private static final String FOLDER = "record/payloads/";
  private static final JsonMapper PLAIN = EventJson.mapper();

  /// As the running clinic reads, with all its upcasters.
  @Autowired private EventJson events;

  /// One type in one of its versions.
  record Sample(String type, int version) {
    static Sample of(String fileName) {
      var parts = fileName.replaceFirst("\\.json$", "").split("\\.v", 2);
      return new Sample(parts[0], Integer.parseInt(parts[1]));
    }

    List<ObjectNode> payloads() {
      try (var file = new ClassPathResource(FOLDER + this).getInputStream()) {
        var payloads = new ArrayList<ObjectNode>();
        PLAIN.readTree(file).forEach(node -> payloads.add((ObjectNode) node));
        return payloads;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return type + ".v" + version + ".json";
    }
  }

  static Stream<Sample> samples() throws IOException {
    var files =
        new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "*.json");
    return Stream.of(files).map(file -> Sample.of(String.valueOf(file.getFilename())));
  }

  @Test
  void everyTypeHasASampleOfEveryVersionAndNothingElseLiesThere() throws IOException {
    var expected = new TreeSet<String>();
    events
        .types()
        .keySet()
        .forEach(type ->
            IntStream.rangeClosed(1, events.currentVersion(type))
                .forEach(version -> expected.add(new Sample(type, version).toString())));
    assertThat(samples().map(Sample::toString)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aStoredPayloadIsReadAndSaysTheSame(Sample sample) {
    assertThat(sample.payloads()).isNotEmpty();
    for (var stored : sample.payloads()) {
      var event = events.read(sample.type(), sample.version(), stored.toString());
      assertThat(EventJson.typeOf(event.getClass())).isEqualTo(sample.type());
      if (sample.version() == events.currentVersion(sample.type())) {
        assertThat(PLAIN.readTree(events.write(event))).isEqualTo((JsonNode) stored);
      }
    }
  }

  /// The canary: a payload that changed its shape without an upcaster is not read as if it had not.
  @Test
  void aMemberThatNobodyKnowsIsRefused() {
    var stored = new Sample("infusion.RateChanged", 1).payloads().getFirst();
    stored.put("speed", 7);
    assertThatThrownBy(() -> events.read("infusion.RateChanged", 1, stored.toString()))
        .hasMessageContaining("speed");
  }
}
