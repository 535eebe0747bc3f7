package dev.maitred.wire.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The parameters of a raw query, in order. A {@code +} stands for a blank, as in HTML forms.
 *
 * @param parameters names and values, each byte a character
 */
record RawQuery(List<Parameter> parameters) {

  /** A parameter; one without {@code =} has the empty value. */
  record Parameter(String name, String value) {
    private String encodedName() {
      return PercentCoding.encode(name.getBytes(ISO_8859_1));
    }

    private String encodedValue() {
      return PercentCoding.encode(value.getBytes(ISO_8859_1));
    }
  }

  private static final Comparator<Parameter> BY_NAME_THEN_VALUE =
      Comparator.comparing(Parameter::encodedName).thenComparing(Parameter::encodedValue);

  static RawQuery parse(String rawQuery) {
    List<Parameter> parameters = new ArrayList<>();
    for (String part : rawQuery.split("&")) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        parameters.add(new Parameter(decode(name), decode(value)));
      }
    }
    return new RawQuery(List.copyOf(parameters));
  }

  /** The value of a parameter that may be there once. */
  Optional<String> only(String name) {
    List<String> values =
        parameters.stream().filter(p -> p.name().equals(name)).map(Parameter::value).toList();
    if (values.size() > 1) {
      throw SigV4Errors.incomplete("Query parameter '" + name + "' is there more than once.");
    }
    return values.stream().findFirst();
  }

  boolean has(String name) {
    return parameters.stream().anyMatch(p -> p.name().equals(name));
  }

  RawQuery without(Predicate<String> names) {
    return new RawQuery(parameters.stream().filter(p -> !names.test(p.name())).toList());
  }

  /** The form that is signed: encoded, sorted by name, then by value. */
  String canonical() {
    return parameters.stream()
        .sorted(BY_NAME_THEN_VALUE)
        .map(p -> p.encodedName() + "=" + p.encodedValue())
        .collect(Collectors.joining("&"));
  }

  private static String decode(String text) {
    return new String(PercentCoding.decode(text, true), ISO_8859_1);
  }
}
