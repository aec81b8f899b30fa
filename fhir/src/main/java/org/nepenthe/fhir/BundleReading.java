package org.nepenthe.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Fact;
import org.nepenthe.care.chart.Finding;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.ProcedureDone;
import org.nepenthe.care.chart.Withdrawn;
import org.nepenthe.care.decision.Coded;

/// What came of reading a bundle: everything in it that the clinic keeps, or nothing at all.
public sealed interface BundleReading {

  /// @param facts among them a withdrawal for each resource that says nothing a chart can hold
  /// @param notTaken resources of a kind the clinic keeps which say nothing a chart can hold
  /// @param otherKinds how many resources of each kind the clinic does not keep
  record Read(
      StatedIdentity identity,
      List<Fact> facts,
      List<NotTaken> notTaken,
      SortedMap<String, Integer> otherKinds)
      implements BundleReading {
    public Read {
      facts = List.copyOf(facts);
      notTaken = List.copyOf(notTaken);
    }

    /// Each code nothing here knows, once, in the order of the bundle.
    public List<Coded.Unrecognised> unrecognised() {
      return List.copyOf(
          facts.stream()
              .flatMap(Read::codes)
              .filter(Coded.Unrecognised.class::isInstance)
              .map(Coded.Unrecognised.class::cast)
              .filter(code -> !code.code().isEmpty())
              .collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll));
    }

    private static Stream<Coded> codes(Fact fact) {
      return switch (fact) {
        case Condition condition -> Stream.of(condition.code());
        case Medication medication -> Stream.of(medication.drug());
        case Measurement measurement -> Stream.of(measurement.what());
        case Finding finding -> Stream.of(finding.what(), finding.result());
        case Allergy allergy -> Stream.of(allergy.substance());
        case ProcedureDone procedure -> Stream.of(procedure.what());
        case Withdrawn _ -> Stream.empty();
      };
    }
  }

  /// @param problems all that were found, in the order of the file; at least one
  record Refused(List<Problem> problems) implements BundleReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
