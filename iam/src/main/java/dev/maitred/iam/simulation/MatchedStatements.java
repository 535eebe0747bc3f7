package dev.maitred.iam.simulation;

import dev.maitred.policy.decide.Considered;
import dev.maitred.policy.decide.Decision;
import dev.maitred.policy.decide.Effect;
import dev.maitred.policy.decide.Layer;
import dev.maitred.policy.decide.PolicySource;
import dev.maitred.policy.request.Arn;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.Position;
import software.amazon.awssdk.services.iam.model.Statement;

/** The statements that a simulated decision rests on, as the simulator names them. */
final class MatchedStatements {
  private MatchedStatements() {}

  /** The statements that allow it, or those that deny it, of whatever layer; none for silence. */
  static List<Statement> of(Decision decision, List<Considered> all) {
    Stream<Considered> matching = all.stream().filter(considered -> considered.match().matches());
    return switch (decision) {
      case Decision.Allowed _ ->
          matching
              .filter(considered -> considered.effect() == Effect.ALLOW)
              .filter(considered -> grants(considered.layer()))
              .map(MatchedStatements::statement)
              .toList();
      case Decision.DeniedExplicitly _ ->
          matching
              .filter(considered -> considered.effect() == Effect.DENY)
              .map(MatchedStatements::statement)
              .toList();
      case Decision.DeniedImplicitly _ -> List.of();
    };
  }

  private static boolean grants(Layer layer) {
    return layer == Layer.IDENTITY || layer == Layer.RESOURCE;
  }

  private static Statement statement(Considered considered) {
    return Statement.builder()
        .sourcePolicyId(id(considered.source()))
        .sourcePolicyType("IAM Policy")
        .startPosition(afterBrace(considered.statement().span().start()))
        .endPosition(position(considered.statement().span().end()))
        .build();
  }

  private static String id(PolicySource source) {
    return switch (source) {
      case PolicySource.Managed managed -> Arn.nameIn(managed.arn());
      case PolicySource.Inline inline ->
          inline.holder().name().toLowerCase() + "_" + inline.holderName() + "_" + inline.name();
      case PolicySource.ByArn named -> Arn.nameIn(named.arn());
      case PolicySource.ByName named -> named.name();
    };
  }

  // In the examples of the AWS CLI a statement begins after its opening brace.
  private static Position afterBrace(dev.maitred.policy.syntax.Position brace) {
    return Position.builder().line(brace.line()).column(brace.column() + 1).build();
  }

  private static Position position(dev.maitred.policy.syntax.Position at) {
    return Position.builder().line(at.line()).column(at.column()).build();
  }
}
