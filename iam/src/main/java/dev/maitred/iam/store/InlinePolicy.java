package dev.maitred.iam.store;

/** A policy that is part of one identity. */
public record InlinePolicy(String name, String document) {}
