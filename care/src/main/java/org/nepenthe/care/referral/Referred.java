package org.nepenthe.care.referral;

import org.nepenthe.care.decision.CareEvent;

/// A referral was received. It begins the course.
public record Referred(Referral referral) implements CareEvent {}
