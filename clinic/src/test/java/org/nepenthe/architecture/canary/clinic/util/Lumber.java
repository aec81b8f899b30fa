package org.nepenthe.architecture.canary.clinic.util;

/// Breaks: a room for what belongs nowhere.
class Lumber {}
