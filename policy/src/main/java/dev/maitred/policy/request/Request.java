package dev.maitred.policy.request;

import java.util.Locale;
import java.util.Optional;

/**
 * One question to the policies: may this principal do this action on this resource, now?
 *
 * <p>Immutable as far as its {@link Context} is. A request with an action or resource that cannot
 * be read is a request like any other; it is never allowed.
 */
public final class Request {
  private static final String EVERY_RESOURCE = "*";

  private final Principal principal;
  private final String action;
  private final String resource;
  private final Context context;
  private final String foldedAction;
  private final Optional<Arn> arn;

  private Request(Principal principal, String action, String resource, Context context) {
    this.principal = principal;
    this.action = action;
    this.resource = resource;
    this.context = context;
    this.foldedAction = isAction(action) ? action.toLowerCase(Locale.ROOT) : "";
    this.arn = Arn.parse(resource);
  }

  /**
   * A request.
   *
   * @param action as {@code personalize:DescribeCampaign}; its case does not matter
   * @param resource an ARN, or {@code *} for an action that names no resource
   */
  public static Request of(Principal principal, String action, String resource, Context context) {
    return new Request(principal, action, resource, context);
  }

  /** Who asks. */
  public Principal principal() {
    return principal;
  }

  /** The action as it was given. */
  public String action() {
    return action;
  }

  /** The resource as it was given. */
  public String resource() {
    return resource;
  }

  /** The condition keys. */
  public Context context() {
    return context;
  }

  /** The action in lower case; empty if it is not of the form {@code service:Name}. */
  public String foldedAction() {
    return foldedAction;
  }

  /** The resource's ARN; empty if the request names no resource, or names one that is no ARN. */
  public Optional<Arn> arn() {
    return arn;
  }

  /** Whether the request names no particular resource. */
  public boolean onEveryResource() {
    return resource.equals(EVERY_RESOURCE);
  }

  /** Whether its resource can be compared with policies at all. */
  public boolean hasReadableResource() {
    return arn.isPresent() || onEveryResource();
  }

  /** Whether its action and resource can be compared with policies at all. */
  public boolean isReadable() {
    return !foldedAction.isEmpty() && hasReadableResource();
  }

  // A plain loop: this runs once for every request.
  private static boolean isAction(String text) {
    int colon = text.indexOf(':');
    for (int i = 0; i < text.length(); i++) {
      if (i != colon && !isNameCharacter(text.charAt(i))) {
        return false;
      }
    }
    return colon > 0 && colon < text.length() - 1;
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_';
  }

  @Override
  public String toString() {
    return principal.arn() + " " + action + " " + resource;
  }
}
