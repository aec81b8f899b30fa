package org.nepenthe.care.referral;

/// Who asks for the treatment.
///
/// @param contact telephone, address or whatever reaches them; may be empty
public record Referrer(String name, String organisation, String contact) {}
