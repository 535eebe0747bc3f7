package dev.maitred.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the arrows between the modules: who may use whom. */
class ArchitectureTest {
  private static final String ROOT = "dev.maitred.";

  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "policy", Set.of(),
          "recommend", Set.of(),
          "wire", Set.of(),
          "store", Set.of(),
          "iam", Set.of("policy", "store", "wire"),
          "objects", Set.of("store", "wire"),
          "personalize", Set.of("recommend", "store", "wire"),
          "conformance", Set.of("policy", "wire"),
          "server",
              Set.of(
                  "policy",
                  "recommend",
                  "wire",
                  "store",
                  "iam",
                  "objects",
                  "personalize",
                  "conformance"));

  private static final Set<String> OUTSIDE_WORLD =
      Set.of(
          "java.io.File",
          "java.nio.",
          "java.net.S",
          "java.net.URL",
          "java.net.http",
          "java.sql.",
          "java.time.Clock",
          "java.lang.Pro");

  private static JavaClasses classes;

  @BeforeAll
  static void readClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.maitred");
  }

  @Test
  void everyModuleIsKnown() {
    Set<String> modules = new TreeSet<>();
    classes.forEach(type -> modules.add(module(type)));
    assertThat(modules).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
  }

  @Test
  void noModuleUsesOneThatItMayNot() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
        if (isOurs(arrow.getTargetClass()) && !allowed(type, arrow.getTargetClass())) {
          wrong.add(arrow.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void thePolicyEngineDoesNoInputOrOutputAndHasNoClock() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
        String target = arrow.getTargetClass().getName();
        if (module(type).equals("policy") && OUTSIDE_WORLD.stream().anyMatch(target::startsWith)) {
          wrong.add(arrow.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(ROOT);
  }

  private static boolean allowed(JavaClass from, JavaClass to) {
    return module(from).equals(module(to)) || MAY_USE.get(module(from)).contains(module(to));
  }

  private static String module(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }
}
