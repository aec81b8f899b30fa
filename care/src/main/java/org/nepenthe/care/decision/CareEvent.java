package org.nepenthe.care.decision;

/// Something that happened to a patient under care, to be kept for ever. Each stage's events
/// implement it; the simple name of the implementing record is the event's name in the record, so
/// a rename is a change of the stored form.
public interface CareEvent {}
