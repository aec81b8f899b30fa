package org.nepenthe.clinic.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.Field;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.nepenthe.knowledge.Range;
import org.nepenthe.knowledge.ValuePath;

/// The policy as a file, made from the form, and the form filled from a policy.
final class PolicyText {
  static final String SITE = "site";
  static final String VERSION = "policy-version";
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";

  private PolicyText() {}

  /// The form with what a version has narrowed already.
  ///
  /// @param lines what may be changed
  static Form filled(List<PolicyLine> lines, KnowledgeBase narrowed) {
    var form = Form.blank();
    for (var change : narrowed.siteChanges()) {
      lines.stream()
          .filter(line ->
              line.entry().id().equals(change.entry())
                  && line.path().equals(change.path())
                  && line.period().equals(change.period()))
          .findFirst()
          .ifPresent(line -> {
            form.with(line.field("reason"), change.reason());
            if (line.confirmable()) {
              form.with(line.field("confirm"), "yes");
            }
            narrowed
                .find(change.entry())
                .flatMap(entry -> field(entry, line))
                .ifPresent(now -> fill(form, line, now));
          });
    }
    return form;
  }

  private static Optional<Field> field(Entry entry, PolicyLine line) {
    return entry.periods().stream()
        .filter(dated -> dated.period().from().equals(line.period()))
        .findFirst()
        .flatMap(dated -> Optional.ofNullable(ValuePath.fields(dated.values()).get(line.path())));
  }

  private static void fill(Form form, PolicyLine line, Field now) {
    if (now instanceof Amount amount
        && line.shipped().orElse(now) instanceof Amount shipped
        && amount.value().compareTo(shipped.value()) != 0) {
      form.with(line.field("set"), amount.value().toPlainString());
    }
    if (now instanceof Range range
        && line.shipped().orElse(now) instanceof Range shipped
        && (range.from().compareTo(shipped.from()) != 0
            || range.to().compareTo(shipped.to()) != 0)) {
      form.with(line.field("from"), range.from().toPlainString())
          .with(line.field("to"), range.to().toPlainString());
    }
  }

  /// The file that the form says. What is wrong stands beside the fields of the form then.
  static String of(List<PolicyLine> lines, Form form, KnowledgeSnapshot shipped) {
    var site = form.text(SITE, "Say whose policy it is.").orElse("");
    var version = form.text(VERSION, "Give this version of the policy a name.").orElse("");
    var text = new StringBuilder();
    text.append("site: ").append(quoted(site)).append('\n');
    text.append("version: ").append(quoted(version)).append('\n');
    var changes = new StringBuilder();
    lines.forEach(line -> change(line, form, changes));
    if (changes.isEmpty()) {
      text.append("changes: []\n");
    } else {
      text.append("changes:\n").append(changes);
    }
    var file = text.toString();
    if (!form.refused()) {
      for (var fault : shipped.faults(file)) {
        var field =
            lines.stream()
                .filter(line -> line.place().equals(fault.place()))
                .findFirst()
                .map(PolicyText::firstField)
                .orElse(SITE);
        form.refuse(field, fault.place() + ": " + fault.reason());
      }
    }
    return file;
  }

  private static String firstField(PolicyLine line) {
    return line.field(line.isRange() ? "from" : line.isNumber() ? "set" : "confirm");
  }

  private static void change(PolicyLine line, Form form, StringBuilder text) {
    var set = form.value(line.field("set")).strip();
    var from = form.value(line.field("from")).strip();
    var to = form.value(line.field("to")).strip();
    boolean confirm = form.has(line.field("confirm"), "yes");
    var reason = form.optionalText(line.field("reason"));
    if (set.isEmpty() && from.isEmpty() && to.isEmpty() && !confirm) {
      if (!reason.isEmpty()) {
        form.refuse(firstField(line), line.place() + ": there is a reason and no value.");
      }
      return;
    }
    if (reason.isEmpty()) {
      form.refuse(line.field("reason"), line.place() + ": say why.");
    }
    text.append("  - entry: ").append(line.entry().id()).append('\n');
    if (line.entry().periods().size() > 1) {
      text.append("    period: ").append(line.period()).append('\n');
    }
    if (!line.path().isEmpty()) {
      text.append("    value: ").append(line.path()).append('\n');
    }
    line.shipped().ifPresent(field -> shipped(field, text));
    if (!set.isEmpty()) {
      text.append("    set: ").append(scalar(set)).append('\n');
    } else if (!from.isEmpty() || !to.isEmpty()) {
      text.append("    set: { from: ")
          .append(scalar(from))
          .append(", to: ")
          .append(scalar(to))
          .append(" }\n");
    } else {
      text.append("    use: in-force\n");
    }
    text.append("    reason: ").append(quoted(reason)).append('\n');
  }

  private static void shipped(Field field, StringBuilder text) {
    if (field instanceof Amount amount) {
      text.append("    shipped: ").append(plain(amount.value())).append('\n');
    } else if (field instanceof Range range) {
      text.append("    shipped: { from: ")
          .append(plain(range.from()))
          .append(", to: ")
          .append(plain(range.to()))
          .append(" }\n");
    }
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static String scalar(String typed) {
    return typed.matches(NUMBER) ? typed : quoted(typed);
  }

  /// A text as a YAML scalar that means nothing else, whatever characters it holds.
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> {}
            case '\t' -> quoted.append("\\t");
            default -> {
              if (!Character.isISOControl(point)) {
                quoted.appendCodePoint(point);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }
}
