package org.nepenthe.fhir;

import org.hl7.fhir.r4.model.Procedure;
import org.nepenthe.care.chart.ProcedureDone;

/// Procedure: something that was done.
final class ProcedureMapper {
  private ProcedureMapper() {}

  static void map(Procedure procedure, Spot spot) {
    if (!procedure.hasStatus()) {
      spot.problem("status", "no status: was it done?", "Give the procedure's status.");
      return;
    }
    switch (procedure.getStatus()) {
      case ENTEREDINERROR -> spot.leftOut(Spot.IN_ERROR);
      case COMPLETED -> add(procedure, spot);
      case PREPARATION, INPROGRESS, NOTDONE, ONHOLD, STOPPED, UNKNOWN, NULL ->
          spot.leftOut("a procedure that was not completed (" + procedure.getStatus() + ")");
    }
  }

  private static void add(Procedure procedure, Spot spot) {
    var at = spot.past("performed", ConditionMapper.start(procedure.getPerformed()));
    spot.coded("code", procedure.getCode())
        .ifPresent(what -> spot.facts().add(new ProcedureDone(what, at, spot.provenance())));
  }
}
