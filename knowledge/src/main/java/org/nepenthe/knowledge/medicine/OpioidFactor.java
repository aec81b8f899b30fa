package org.nepenthe.knowledge.medicine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Code;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// An opioid and what is known of its equivalent in morphine: a factor, or that there is none.
/// An opioid without a factor must be shown beside a sum, never counted as nothing.
public sealed interface OpioidFactor {
  String id();

  String opioid();

  /// RxNorm codes of the ingredient and, for what has no factor, of products.
  List<Code> ingredients();

  List<Evidence> evidence();

  /// How the amount of an opioid is counted.
  enum CountedIn {
    /// Milligrams taken by mouth in a day.
    MILLIGRAMS_A_DAY("{MME}/mg", "mg"),
    /// Micrograms an hour, as a patch delivers them.
    MICROGRAMS_AN_HOUR("{MME}/(ug/h)", "ug/h");

    private final String factorUnit;
    private final String unit;

    CountedIn(String factorUnit, String unit) {
      this.factorUnit = factorUnit;
      this.unit = unit;
    }

    /// UCUM unit of the amount that the factor multiplies: `mg` (in a day) or `ug/h`.
    public String unit() {
      return unit;
    }
  }

  /// An opioid of the table.
  ///
  /// @param products products whose content is known, by RxNorm code
  /// @param cautions to be shown wherever the factor is used
  record Convertible(
      String id,
      String opioid,
      CountedIn countedIn,
      Amount factor,
      List<Code> ingredients,
      List<Product> products,
      List<String> cautions,
      List<Evidence> evidence)
      implements OpioidFactor {
    public Convertible {
      ingredients = List.copyOf(ingredients);
      products = List.copyOf(products);
      cautions = List.copyOf(cautions);
      evidence = List.copyOf(evidence);
    }

    /// Morphine milligram equivalents a day of an amount counted in [#countedIn].
    public BigDecimal equivalents(BigDecimal amount) {
      if (amount.signum() < 0) {
        throw new IllegalArgumentException(
            "amount of " + opioid + " in " + countedIn.unit() + " is negative: " + amount);
      }
      return factor.in(countedIn.factorUnit).multiply(amount);
    }
  }

  /// An opioid, or a form of one, without a factor.
  record NotConvertible(
      String id,
      String opioid,
      Form form,
      String why,
      List<Code> ingredients,
      List<Evidence> evidence)
      implements OpioidFactor {
    public NotConvertible {
      ingredients = List.copyOf(ingredients);
      evidence = List.copyOf(evidence);
    }
  }

  /// Which form of an opioid has no factor.
  enum Form {
    ANY,
    OTHER_THAN_TRANSDERMAL,
    PARENTERAL
  }

  /// A product and how much of the opioid one piece has, in `mg`, or delivers, in `ug/h`.
  record Product(String rxNorm, String display, Amount contains) {}

  /// Every opioid of the knowledge on a day: those with a factor first.
  static List<OpioidFactor> all(KnowledgeBase base, LocalDate day) {
    return Stream.concat(
            convertible(base, day).stream().map(OpioidFactor.class::cast),
            notConvertible(base, day).stream())
        .toList();
  }

  static List<Convertible> convertible(KnowledgeBase base, LocalDate day) {
    return base.ofKind("opioid-factor").stream()
        .flatMap(entry -> entry.on(day).map(values -> convertible(entry, values)).stream())
        .toList();
  }

  static List<NotConvertible> notConvertible(KnowledgeBase base, LocalDate day) {
    return base.ofKind("opioid-without-factor").stream()
        .flatMap(entry -> entry.on(day).map(values -> notConvertible(entry, values)).stream())
        .toList();
  }

  /// What the code of an ingredient or of a product stands for; more than one where it depends on
  /// the form, as with fentanyl.
  static List<OpioidFactor> forCode(KnowledgeBase base, LocalDate day, String rxNorm) {
    return all(base, day).stream()
        .filter(opioid ->
            opioid.ingredients().stream().anyMatch(code -> code.code().equals(rxNorm))
                || product(opioid, rxNorm).isPresent())
        .toList();
  }

  /// The product of an opioid that a code stands for, with its content.
  static Optional<Product> product(OpioidFactor opioid, String rxNorm) {
    return switch (opioid) {
      case Convertible convertible ->
          convertible.products().stream()
              .filter(product -> product.rxNorm().equals(rxNorm))
              .findFirst();
      case NotConvertible _ -> Optional.empty();
    };
  }

  private static Convertible convertible(Entry entry, Values values) {
    var countedIn =
        values.choice("route").equals("transdermal")
            ? CountedIn.MICROGRAMS_AN_HOUR
            : CountedIn.MILLIGRAMS_A_DAY;
    return new Convertible(
        entry.id(),
        values.text("opioid"),
        countedIn,
        values.amount("factor"),
        values.codes("ingredients"),
        values.groups("products").stream()
            .map(item ->
                new Product(item.text("code"), item.text("display"), item.amount("contains")))
            .toList(),
        values.texts("cautions"),
        values.evidence());
  }

  private static NotConvertible notConvertible(Entry entry, Values values) {
    return new NotConvertible(
        entry.id(),
        values.text("opioid"),
        values.choice("route", Form.class),
        values.text("why"),
        values.codes("ingredients"),
        values.evidence());
  }
}
