package org.nepenthe.clinic.security.account;

import java.time.Instant;
import org.nepenthe.care.decision.Role;

/// One line in the history of a user.
public record AccountRevision(
    int revision,
    String name,
    Role role,
    boolean active,
    String change,
    Instant recordedAt,
    String recordedBy) {}
