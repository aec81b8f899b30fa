package org.nepenthe.architecture.canary.clinic.infusion;

/// Breaks: a name that says nothing.
class BaseInfusion {}
