package org.nepenthe.clinic.cli;

/// How results are written.
enum Format {
  CSV,
  JSON
}
