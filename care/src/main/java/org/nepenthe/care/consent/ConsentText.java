package org.nepenthe.care.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The fingerprint of every word a patient reads before signing. Two different texts never share
/// it; a change of what a statement rests on, without a change of its words, does not alter it.
final class ConsentText {
  private final MessageDigest digest;

  private ConsentText(MessageDigest digest) {
    this.digest = digest;
  }

  static String hash(
      String title,
      String version,
      String introduction,
      List<ConsentForm.Statement> statements,
      String withdrawal,
      String agreement) {
    var text = new ConsentText(sha256());
    text.add(title);
    text.add(version);
    text.add(introduction);
    for (var statement : statements) {
      text.add(statement.heading());
      text.add(statement.words());
    }
    text.add(withdrawal);
    text.add(agreement);
    return HexFormat.of().formatHex(text.digest.digest());
  }

  /// The fingerprint of words in their order.
  static String hash(List<String> words) {
    var text = new ConsentText(sha256());
    words.forEach(text::add);
    return HexFormat.of().formatHex(text.digest.digest());
  }

  private void add(String words) {
    digest.update((words.length() + " " + words + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
