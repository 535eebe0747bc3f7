package dev.maitred.conformance.oracle;

/** The oracle can't be had here; the message says in one sentence what is missing. */
public final class OracleMissing extends Exception {
  private static final long serialVersionUID = 1L;

  OracleMissing(String sentence) {
    super(sentence);
  }
}
