package org.nepenthe.care.consent;

import java.time.Instant;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.Signature;

/// The patient signed the consent text before a witness.
///
/// @param formVersion which version of the text
/// @param contentHash of the words that were read
/// @param signedBy the patient's name as signed, or who signed in their place and by what right
/// @param witness the clinician who explained it and saw the signature
public record ConsentSigned(
    String form,
    String formVersion,
    String contentHash,
    String signedBy,
    Signature witness,
    Instant signedAt)
    implements CareEvent {}
