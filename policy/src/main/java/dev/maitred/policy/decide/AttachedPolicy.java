package dev.maitred.policy.decide;

/** A policy and where it comes from. */
public record AttachedPolicy(PolicySource source, Policy policy) {}
