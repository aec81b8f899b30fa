package org.nepenthe.architecture.canary.care.triage;

/// Breaks: a stage that is not in the table, in a package without a word about itself.
class UnknownStage {}
