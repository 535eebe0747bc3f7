package dev.maitred.policy.decide;

import dev.maitred.policy.syntax.Statement;

/** A statement that a decision rests on. */
public record Deciding(Layer layer, PolicySource source, Statement statement) {}
