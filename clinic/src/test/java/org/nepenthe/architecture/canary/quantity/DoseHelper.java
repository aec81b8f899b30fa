package org.nepenthe.architecture.canary.quantity;

/// Breaks: a name that says nothing.
class DoseHelper {}
