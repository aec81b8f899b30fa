package org.nepenthe.care.infusion;

/// A drug that can be recorded as given beside the infusion. Being on the list advises nothing.
public record RescueDrug(String key, String name, String unit) {}
