package org.nepenthe.bedside;

/// How strongly this virtual patient answers, as factors on the invented typical effects.
public enum Scenario {
  TYPICAL("Typical response", 1, 1, 1, 1),
  HYPERTENSIVE_RESPONDER("Blood pressure rises strongly", 3.5, 1, 1, 1),
  SHALLOW_BREATHER("Breathing and saturation fall", 1, 4, 1, 1),
  NAUSEATED("Nausea early", 1, 1, 3, 1),
  DISSOCIATED("Dissociation strong", 1, 1, 1, 2);

  private final String title;
  final double circulation;
  final double breathing;
  final double nausea;
  final double dissociation;

  Scenario(String title, double circulation, double breathing, double nausea, double dissociation) {
    this.title = title;
    this.circulation = circulation;
    this.breathing = breathing;
    this.nausea = nausea;
    this.dissociation = dissociation;
  }

  /// What a person choosing a scenario reads.
  public String title() {
    return title;
  }
}
