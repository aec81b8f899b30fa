package org.nepenthe.clinic.platform.web;

import org.nepenthe.care.decision.Role;

/// The signed-in person a page is made for.
public record Viewer(String userId, String name, Role role) {}
