package org.nepenthe.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import org.fhir.ucum.Component;
import org.fhir.ucum.DefinedUnit;
import org.fhir.ucum.ExpressionParser;
import org.fhir.ucum.Factor;
import org.fhir.ucum.Operator;
import org.fhir.ucum.Symbol;
import org.fhir.ucum.Term;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumModel;

/// How many of the base units a unit is, worked out from UCUM's own definitions.
///
/// The library's conversion rounds to the digits a definition is written with: by it, a foot of 12
/// inches is 30.5 cm. Its parser and its tables are exact, and they are what is used here.
record ExactFactor(UcumModel model) {
  private static final MathContext PRECISION = new MathContext(34);

  /// @throws UcumException where the unit has no factor, as a scale with an offset has none
  BigDecimal of(String unit) throws UcumException {
    return of(new ExpressionParser(model).parse(unit));
  }

  private BigDecimal of(Term term) throws UcumException {
    var first = term.hasComp() ? of(term.getComp()) : BigDecimal.ONE;
    if (!term.hasTerm()) {
      return first;
    }
    var rest = of(term.getTerm());
    return term.getOp() == Operator.DIVISION
        ? first.divide(rest, PRECISION)
        : first.multiply(rest, PRECISION);
  }

  private BigDecimal of(Component component) throws UcumException {
    return switch (component) {
      case Term term -> of(term);
      case Factor factor -> BigDecimal.valueOf(factor.getValue());
      case Symbol symbol -> of(symbol);
      default -> throw new UcumException("no factor for " + component);
    };
  }

  private BigDecimal of(Symbol symbol) throws UcumException {
    var one = BigDecimal.ONE;
    if (symbol.getUnit() instanceof DefinedUnit defined) {
      if (defined.isSpecial()) {
        throw new UcumException(defined.getCode() + " is a scale and not a multiple");
      }
      one =
          number(defined.getValue().getValue())
              .multiply(of(defined.getValue().getUnit()), PRECISION);
    }
    if (symbol.hasPrefix()) {
      one = one.multiply(number(symbol.getPrefix().getValue()), PRECISION);
    }
    return one.pow(symbol.getExponent(), PRECISION);
  }

  private static BigDecimal number(org.fhir.ucum.Decimal decimal) {
    return new BigDecimal(decimal.asDecimal());
  }
}
