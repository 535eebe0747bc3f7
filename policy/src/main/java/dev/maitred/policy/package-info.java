/**
 * The IAM JSON policy language as a library: read policies, decide requests, say why.
 *
 * <p>The library is pure. It reads no file, no clock and no setting, keeps no global state, and
 * needs nothing but a JSON tokenizer. Every value it hands out is immutable and may be shared by
 * threads.
 *
 * <h2>In ten lines</h2>
 *
 * <pre>{@code
 * Policy policy = Policy.parse(json);                     // once; PolicySyntaxException says where
 * PolicySource source = new PolicySource.Managed(policyArn, Holder.USER, "analyst");
 * Layers layers = Layers.ofIdentity(List.of(new AttachedPolicy(source, policy)));
 *
 * Request request = Request.of(
 *     new Principal.User(userArn, account, userId),
 *     "personalize:DeleteCampaign", campaignArn,
 *     Context.of(Map.of("aws:username", List.of("analyst"))));
 * switch (layers.decide(request)) {
 *   case Decision.Allowed _ -> proceed();
 *   case Decision.DeniedExplicitly denied -> refuse(AccessDenied.message(denied));
 *   case Decision.DeniedImplicitly denied -> refuse(AccessDenied.message(denied));
 * }
 * }</pre>
 *
 * <h2>From text to decision</h2>
 *
 * <ol>
 *   <li>{@code syntax} reads strict JSON and then the grammar into a tree in which every text knows
 *       its line, column and path. It settles what a policy <em>is</em>.
 *   <li>{@code validate} settles what IAM would <em>store</em>, in IAM's order and words.
 *   <li>{@code match} and {@code condition} compile the elements of a statement. An element answers
 *       with a three-valued {@code Match}, and the answer carries its reason.
 *   <li>{@code request} is the other side: principal, action, resource, condition keys.
 *   <li>{@code decide} joins policies to layers (service control, resource, identity, boundary,
 *       session) and comes to a decision: first every Deny of every layer, then each layer that
 *       must allow.
 *   <li>{@code explain} writes decisions down: AWS's message, text for people, JSON for programs.
 * </ol>
 *
 * <h2>Promises</h2>
 *
 * <ul>
 *   <li><b>Any doubt denies.</b> What cannot be evaluated makes its statement not apply; no {@code
 *       Not...} element turns it into a match; a request whose action or resource cannot be read is
 *       never allowed, to nobody.
 *   <li><b>One evaluation.</b> An explanation asks the same compiled statements that decided; there
 *       is no second set of rules that could say something else.
 *   <li><b>Bounded.</b> Documents have a greatest size and depth, numbers a greatest length, and
 *       patterns are matched without backtracking.
 *   <li><b>The guide decides.</b> Where the IAM user guide settles a question, it is followed;
 *       where it does not, the choice is written down in {@code docs/decisions}.
 * </ul>
 */
@NullMarked
package dev.maitred.policy;

import org.jspecify.annotations.NullMarked;
