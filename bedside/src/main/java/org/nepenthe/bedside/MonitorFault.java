package org.nepenthe.bedside;

/// What can be wrong between the virtual patient and the reader of the monitor.
public enum MonitorFault {
  NONE,
  /// Nothing arrives.
  DISCONNECTED,
  /// The last values arrive again and again, with the time at which they were measured.
  FROZEN,
  /// The cuff failed: the monitor sends its code for "no value" in place of the pressures.
  NO_PRESSURE,
  /// The finger probe is off: the monitor sends its code for "no value" in place of the saturation.
  NO_SATURATION
}
