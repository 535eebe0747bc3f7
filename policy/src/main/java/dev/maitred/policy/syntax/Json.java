package dev.maitred.policy.syntax;

import java.util.List;

/** A JSON value that remembers where in the text it stood and the way to it. */
public sealed interface Json {
  /** The text it takes up. */
  Span span();

  /** The way to it from the document's root. */
  Path path();

  /** An object; its members in the order written, no name twice. */
  record Obj(List<Member> members, Span span, Path path) implements Json {}

  /** An array. */
  record Arr(List<Json> items, Span span, Path path) implements Json {}

  /** A string, its escapes resolved. */
  record Str(String value, Span span, Path path) implements Json {}

  /** A number, as it was written. */
  record Num(String text, Span span, Path path) implements Json {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value, Span span, Path path) implements Json {}

  /** {@code null}. */
  record Null(Span span, Path path) implements Json {}

  /** One name and value of an object; the name's path is the value's. */
  record Member(Str name, Json value) {}
}
