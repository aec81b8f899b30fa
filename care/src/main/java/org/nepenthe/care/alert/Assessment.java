package org.nepenthe.care.alert;

import java.util.List;

/// What an infusion calls for at one moment.
///
/// @param alerts those to be shown, the most urgent first
public record Assessment(List<Alert> alerts, Advice advice) {
  public Assessment {
    alerts = List.copyOf(alerts);
  }
}
