package dev.maitred.policy.decide;

import dev.maitred.policy.match.Match;
import dev.maitred.policy.syntax.Statement;

/** What one statement had to say about a request. */
public record Considered(
    Layer layer, PolicySource source, Statement statement, Effect effect, Match match) {}
