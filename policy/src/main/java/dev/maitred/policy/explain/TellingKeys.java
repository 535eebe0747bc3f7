package dev.maitred.policy.explain;

import dev.maitred.policy.request.Context;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The condition keys that say something of a request which its caller, action and resource leave
 * open: those of the service, tags, who called in between, and the safeguards that were kept.
 *
 * @param single keys with one value
 * @param multivalued keys that are compared as sets
 */
record TellingKeys(
    SortedMap<String, List<String>> single, SortedMap<String, List<String>> multivalued) {
  private static final String OF_THE_CALLER = "aws:principal";

  private static final Set<String> TOLD_BY_CALLER_AND_RESOURCE =
      Set.of(
          "aws:userid",
          "aws:username",
          "aws:federatedprovider",
          "aws:sourceidentity",
          "aws:viaawsservice",
          "aws:requestedregion",
          "aws:resourceaccount");

  /** Keys by whose values the same request would differ if it were made again. */
  private static final Set<String> OF_THE_MOMENT =
      Set.of(
          "aws:currenttime",
          "aws:epochtime",
          "aws:tokenissuetime",
          "aws:multifactorauthage",
          "aws:sourceip",
          "aws:vpcsourceip",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:referer",
          "aws:useragent");

  private static final Set<String> SAFEGUARDS =
      Set.of("aws:securetransport", "aws:multifactorauthpresent");

  private static final Set<String> MULTIVALUED =
      Set.of("aws:tagkeys", "aws:calledvia", "s3:requestobjecttagkeys");

  /** The keys of a context that tell, sorted; keys without a value do not. */
  static TellingKeys of(Context context) {
    SortedMap<String, List<String>> single = new TreeMap<>();
    SortedMap<String, List<String>> multivalued = new TreeMap<>();
    for (String key : context.keys()) {
      List<String> values = context.values(key).orElse(List.of());
      if (tells(key, values)) {
        boolean compareAsSet = values.size() > 1 || MULTIVALUED.contains(key);
        (compareAsSet ? multivalued : single).put(key, values);
      }
    }
    return new TellingKeys(single, multivalued);
  }

  private static boolean tells(String key, List<String> values) {
    return !values.isEmpty()
        && !key.startsWith(OF_THE_CALLER)
        && !TOLD_BY_CALLER_AND_RESOURCE.contains(key)
        && !OF_THE_MOMENT.contains(key)
        && (!SAFEGUARDS.contains(key) || values.equals(List.of("true")));
  }

  boolean isEmpty() {
    return single.isEmpty() && multivalued.isEmpty();
  }
}
