package dev.maitred.policy.syntax;

/** A text is not a policy: what was wrong, and where. */
public final class PolicySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final transient Position position;
  private final String path;
  private final boolean json;

  private PolicySyntaxException(String problem, Position position, String path, boolean json) {
    super(problem + " (" + position + (path.isEmpty() ? "" : ", at " + path) + ")");
    this.problem = problem;
    this.position = position;
    this.path = path;
    this.json = json;
  }

  /** The text is not the JSON that was expected. */
  static PolicySyntaxException json(String problem, Position position, Path path) {
    return new PolicySyntaxException(problem, position, path.toString(), false);
  }

  private static PolicySyntaxException grammar(String problem, Span span, Path path) {
    return new PolicySyntaxException(problem, span.start(), path.toString(), true);
  }

  /** A problem with one element. */
  public static PolicySyntaxException at(Json element, String problem) {
    return grammar(problem, element.span(), element.path());
  }

  /** A problem with one text of a document. */
  public static PolicySyntaxException at(Text text, String problem) {
    return grammar(problem, text.span(), text.path());
  }

  /** One sentence without the place. */
  public String problem() {
    return problem;
  }

  /** Where it was noticed. */
  public Position position() {
    return position;
  }

  /** Whether the text is JSON at all, with which only the grammar was not met. */
  public boolean isJson() {
    return json;
  }

  /** The element it concerns, as {@code Statement[0].Action}; empty for the document as a whole. */
  public String path() {
    return path;
  }
}
