package org.nepenthe.architecture.canary.care;

/// Breaks: a decision that belongs to no stage.
class LooseThought {}
