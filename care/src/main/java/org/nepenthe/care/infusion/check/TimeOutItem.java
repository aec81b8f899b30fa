package org.nepenthe.care.infusion.check;

/// One thing that two people make sure of before the first drop.
public record TimeOutItem(String key, String says) {}
