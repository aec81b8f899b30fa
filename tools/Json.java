import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON text to and from plain Java: `Map` in file order, `List`, `String`, `BigDecimal`,
/// `Boolean`, `null`. Just enough for the bundle tools beside it; a decimal keeps the digits it was
/// written with.
final class Json {

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Object read(String text) {
    var json = new Json(text);
    var value = json.value();
    json.skipSpace();
    if (json.at != text.length()) {
      throw json.broken("nothing more");
    }
    return value;
  }

  /// One space of indent a level; objects and arrays without nested ones still take a line per
  /// member.
  static String write(Object value) {
    var out = new StringBuilder();
    write(value, "\n", out);
    return out.append('\n').toString();
  }

  private static void write(Object value, String newLine, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map when map.isEmpty() -> out.append("{}");
      case Map<?, ?> map -> {
        var inner = newLine + " ";
        var separator = "{";
        for (var member : map.entrySet()) {
          out.append(separator).append(inner);
          quote((String) member.getKey(), out);
          out.append(": ");
          write(member.getValue(), inner, out);
          separator = ",";
        }
        out.append(newLine).append('}');
      }
      case List<?> list when list.isEmpty() -> out.append("[]");
      case List<?> list -> {
        var separator = "[";
        for (var item : list) {
          out.append(separator).append(newLine).append(' ');
          write(item, newLine + " ", out);
          separator = ",";
        }
        out.append(newLine).append(']');
      }
      case String string -> quote(string, out);
      default -> out.append(value);
    }
  }

  private static void quote(String string, StringBuilder out) {
    out.append('"');
    for (char c : string.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }

  private Object value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object() {
    var map = new LinkedHashMap<String, Object>();
    at++;
    for (skipSpace(); peek() != '}'; skipSpace()) {
      if (!map.isEmpty()) {
        take(',');
      }
      skipSpace();
      var key = string();
      skipSpace();
      take(':');
      map.put(key, value());
    }
    at++;
    return map;
  }

  private List<Object> array() {
    var list = new ArrayList<>();
    at++;
    for (skipSpace(); peek() != ']'; skipSpace()) {
      if (!list.isEmpty()) {
        take(',');
      }
      list.add(value());
    }
    at++;
    return list;
  }

  private String string() {
    take('"');
    var out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escaped = text.charAt(at++);
      switch (escaped) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'u' -> {
          out.append((char) Integer.parseInt(text, at, at + 4, 16));
          at += 4;
        }
        default -> out.append(escaped);
      }
    }
    at++;
    return out.toString();
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (start == at) {
      throw broken("a value");
    }
    return new BigDecimal(text.substring(start, at));
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw broken(word);
    }
    at += word.length();
    return value;
  }

  private void take(char expected) {
    if (peek() != expected) {
      throw broken("'" + expected + "'");
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken("more text");
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private IllegalArgumentException broken(String expected) {
    return new IllegalArgumentException("expected " + expected + " at character " + at);
  }
}
