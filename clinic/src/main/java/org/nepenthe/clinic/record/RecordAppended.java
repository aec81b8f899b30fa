package org.nepenthe.clinic.record;

import org.nepenthe.care.decision.PatientId;

/// Published in the writing transaction; listen after commit to tell browsers of the news.
public record RecordAppended(StreamId stream, PatientId patient, long version) {}
