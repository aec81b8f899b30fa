package org.nepenthe.clinic.patient;

import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.nepenthe.fhir.StatedIdentity;

/// What a patient is found by: the beginning of any name, of the identifier, or of the date of
/// birth, with or without accents and capitals.
final class SearchWords {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");
  private static final DateTimeFormatter AS_SHOWN =
      DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);

  private SearchWords() {}

  static Set<String> of(StatedIdentity stated) {
    var words = new LinkedHashSet<String>();
    words.addAll(split(stated.family()));
    words.addAll(split(stated.given()));
    words.addAll(split(stated.identifier()));
    words.add(stated.birthDate().toString());
    words.add(folded(stated.birthDate().format(AS_SHOWN)));
    return words;
  }

  /// The words of a search, each to be found at the beginning of one of a patient's words.
  static List<String> split(String typed) {
    return Arrays.stream(BETWEEN.split(folded(typed)))
        .filter(word -> !word.isBlank())
        .distinct()
        .toList();
  }

  static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
