package dev.maitred.wire.constraint;

import dev.maitred.wire.model.ServiceModel;
import dev.maitred.wire.model.ShapeModel;
import dev.maitred.wire.shape.Shapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Turns shapes of a service's model into {@link Check}s of the SDK's objects. */
final class Compiler {
  private final ServiceModel model;

  /** The structures under way or done, so that a shape that holds itself ends. */
  private final Map<String, Structure> structures = new HashMap<>();

  Compiler(ServiceModel model) {
    this.model = model;
  }

  Check structure(String shape, List<SdkField<?>> fields) {
    Structure known = structures.get(shape);
    if (known != null) {
      return known;
    }
    Structure structure = new Structure(new ArrayList<>());
    structures.put(shape, structure);
    ShapeModel model = shape(shape);
    Map<String, SdkField<?>> byName = new HashMap<>();
    fields.forEach(field -> byName.put(field.memberName(), field));
    model
        .members()
        .forEach(
            (name, target) -> {
              SdkField<?> field = byName.get(name);
              if (field != null) {
                structure.members.add(member(name, target, model.required().contains(name), field));
              }
            });
    return structure;
  }

  private Member member(String name, String target, boolean required, SdkField<?> field) {
    String path = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    return new Member(field, path, required, shape(target).sensitive(), check(target, field));
  }

  private Check check(String name, SdkField<?> field) {
    ShapeModel shape = shape(name);
    return switch (shape.type()) {
      case "structure" -> structure(name, field.constructor().get().sdkFields());
      case "list" -> list(shape, field.getTrait(ListTrait.class).memberFieldInfo());
      case "map" -> map(shape, field.getTrait(MapTrait.class).valueFieldInfo());
      case "string" -> string(shape);
      default -> range(shape);
    };
  }

  private ShapeModel shape(String name) {
    ShapeModel shape = model.shapes().get(name);
    if (shape == null) {
      throw new IllegalArgumentException(model.name() + " has no shape " + name);
    }
    return shape;
  }

  private static Check range(ShapeModel shape) {
    Range range = Range.of(shape);
    return range.isOpen() ? Check.NONE : range::check;
  }

  /** A string that is too long is not held against the pattern as well. */
  private static Check string(ShapeModel shape) {
    Range range = Range.of(shape);
    Set<String> values = Set.copyOf(shape.values());
    @Nullable BoundedPattern pattern = shape.pattern().map(BoundedPattern::of).orElse(null);
    if (range.isOpen() && values.isEmpty() && pattern == null) {
      return Check.NONE;
    }
    return (value, path, violations) -> {
      String text = value.toString();
      if (range.check(text, path, violations) && pattern != null && !pattern.matches(text)) {
        violations.add(
            text,
            shape.sensitive(),
            path,
            "Member must satisfy regular expression pattern: " + pattern);
      }
      if (!values.isEmpty() && !values.contains(text)) {
        violations.add(
            text, shape.sensitive(), path, "Member must satisfy enum value set: " + shape.values());
      }
    };
  }

  private Check list(ShapeModel shape, SdkField<?> field) {
    Range range = Range.of(shape);
    Check member = check(part(shape, "member"), field);
    return (value, path, violations) -> {
      if (range.check(value, path, violations)) {
        items((Collection<?>) value, path, member, violations);
      }
    };
  }

  private static void items(Collection<?> list, String path, Check member, Violations violations) {
    int number = 0;
    for (Object item : list) {
      number++;
      String at = path + "." + number + ".member";
      if (item == null) {
        violations.add(null, false, at, "Member must not be null");
      } else {
        member.check(item, at, violations);
      }
    }
  }

  private Check map(ShapeModel shape, SdkField<?> field) {
    Range range = Range.of(shape);
    Check keys = string(shape(part(shape, "key")));
    Check values = check(part(shape, "value"), field);
    return (value, path, violations) -> {
      if (range.check(value, path, violations)) {
        ((Map<?, ?>) value)
            .forEach(
                (key, entry) -> {
                  keys.check(key, path + ".key", violations);
                  if (entry != null) {
                    values.check(entry, path + "." + key + ".member", violations);
                  }
                });
      }
    };
  }

  private static String part(ShapeModel shape, String name) {
    String part = shape.members().get(name);
    if (part == null) {
      throw new IllegalArgumentException("The shape " + shape.name() + " does not say its " + name);
    }
    return part;
  }

  /**
   * A structure's members, in the model's order; filled after it is known, because it may hold
   * itself.
   */
  private record Structure(List<Member> members) implements Check {
    @Override
    public void check(Object value, String path, Violations violations) {
      String prefix = path.isEmpty() ? "" : path + ".";
      for (Member member : members) {
        member.check((SdkPojo) value, prefix + member.name, violations);
      }
    }
  }

  private record Member(
      SdkField<?> field, String name, boolean required, boolean sensitive, Check check) {
    void check(SdkPojo owner, String path, Violations violations) {
      Object value = Shapes.value(field, owner);
      if (value != null) {
        check.check(value, path, violations);
      } else if (required) {
        violations.add(null, sensitive, path, "Member must not be null");
      }
    }
  }
}
