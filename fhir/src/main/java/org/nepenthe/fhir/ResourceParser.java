package org.nepenthe.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// One resource's JSON into HAPI's structures. Whatever R4 does not have at that place is a fault:
/// an element skipped in silence could be the drug's name, written the way another version has it.
final class ResourceParser {
  private final Problems problems;
  private final IParser parser;
  private String where = "";

  ResourceParser(Problems problems) {
    this.problems = problems;
    parser = FhirContext.forR4Cached().newJsonParser();
    parser.setParserErrorHandler(new Faults());
  }

  /// The resource; empty where it has a fault, which is then noted.
  <T extends Resource> Optional<T> parse(Class<T> kind, JsonNode json, String place) {
    where = place;
    int before = problems.count();
    withoutNarrative(json);
    try {
      var resource = parser.parseResource(kind, json.toString());
      return problems.count() == before ? Optional.of(resource) : Optional.empty();
    } catch (DataFormatException | IllegalArgumentException broken) {
      if (problems.count() == before) {
        fault(broken.getMessage() == null ? "it cannot be read" : broken.getMessage());
      }
      return Optional.empty();
    }
  }

  /// The narrative is a rendering of the same facts for people and is never read.
  private static void withoutNarrative(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.remove("text");
    }
  }

  private void fault(String what) {
    problems.add(where, what, Spot.EXPORT_R4);
  }

  private final class Faults extends ErrorHandlerAdapter {
    @Override
    public void unknownElement(@Nullable IParseLocation location, String element) {
      fault("FHIR R4 has no element " + element + " here");
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
      fault("the element " + element + " stands here more than once");
    }

    @Override
    public void incorrectJsonType(
        @Nullable IParseLocation location,
        String element,
        ValueType expected,
        @Nullable ScalarType expectedScalar,
        ValueType found,
        @Nullable ScalarType foundScalar) {
      fault("the element " + element + " does not have the form FHIR R4 gives it");
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String error) {
      fault("the value “" + value + "” cannot be read: " + error);
    }

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
      fault("it refers to " + reference + ", which it does not contain");
    }
  }
}
