package org.nepenthe.care.planning;

import org.nepenthe.care.decision.RuleId;

/// Something the prescriber should read before signing; it blocks nothing.
public record Notice(RuleId rule, String text) {}
