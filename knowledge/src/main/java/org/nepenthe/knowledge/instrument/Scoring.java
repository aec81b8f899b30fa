package org.nepenthe.knowledge.instrument;

/// How answers become a score.
public enum Scoring {
  /// One question, whose answer is the score.
  SINGLE_ANSWER("the one answer"),
  SUM("sum of the answers"),
  MEAN("mean of the answers"),
  /// One point for each item answered in the direction that counts.
  COUNT("one point for each item that counts"),
  /// Points for each yes, which may differ between women and men.
  WEIGHTED_YES("points for each yes"),
  /// By its owner's rules, which are not here: a total is entered, not computed.
  NOT_HERE("by its owner's rules; the total is entered");

  private final String words;

  Scoring(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
