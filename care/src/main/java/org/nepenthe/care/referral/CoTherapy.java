package org.nepenthe.care.referral;

/// A therapy that goes on beside ketamine.
public record CoTherapy(TherapyKind kind, String what) {}
