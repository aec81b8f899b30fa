package org.nepenthe.clinic.record;

import tools.jackson.databind.node.ObjectNode;

/// Turns a payload of an older version into the next one. Old payloads are read through these for
/// ever; they are never rewritten.
///
/// @param type the event type, for example `infusion.RateChanged`
/// @param from the payload version this reads; the result has the next
public record Upcaster(
    String type, int from, java.util.function.UnaryOperator<ObjectNode> change) {}
