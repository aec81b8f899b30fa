package org.nepenthe.care.referral;

import org.nepenthe.care.decision.CareEvent;

/// The referral was written anew; what it said before stays in the record.
///
/// @param reason why, in the words of who amended it
public record ReferralAmended(Referral referral, String reason) implements CareEvent {}
