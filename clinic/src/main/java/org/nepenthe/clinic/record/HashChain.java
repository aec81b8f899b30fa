package org.nepenthe.clinic.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The chain that ties each event of a stream to all before it: SHA-256 over every stored field and
/// the hash before. A byte changed, an event removed or put in shows from there to the head.
final class HashChain {
  /// What the first event of a stream has for the hash before it.
  static final String START = "0".repeat(64);

  private HashChain() {}

  static String next(String previous, StoredEvent event) {
    var digest = sha256();
    for (var field :
        new String[] {
          previous,
          event.stream(),
          Long.toString(event.version()),
          event.patient().toString(),
          event.type(),
          Integer.toString(event.payloadVersion()),
          event.payload(),
          event.happenedAt().toString(),
          event.recordedAt().toString(),
          event.actorId(),
          event.actorName(),
          event.actorRole(),
          event.device(),
          event.commandKey()
        }) {
      var bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
      digest.update((byte) ':');
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
