package dev.maitred.server;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers a command line that can't be understood: what is wrong, and what was probably meant. */
final class WrongArguments implements IParameterExceptionHandler {
  private static final List<String> LAUNCHER_COMMANDS =
      List.of("test", "format", "build", "bench", "fuzz", "mutate");

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("maitred: " + sentence(failure, arguments));
    err.printf("`%s --help` says what there is.%n", command.getCommandSpec().qualifiedName());
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String sentence(ParameterException failure, String[] arguments) {
    return unknown(failure, arguments)
        .map(word -> unknown(word, failure.getCommandLine()))
        .orElseGet(() -> String.valueOf(failure.getMessage()).replace("option option", "option"));
  }

  /** The unknown word, also where what it was meant for is reported as missing. */
  private static Optional<String> unknown(ParameterException failure, String[] arguments) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return Optional.of(name(unmatched.getUnmatched().getFirst()));
    }
    Set<String> known = failure.getCommandLine().getCommandSpec().optionsMap().keySet();
    return Stream.of(arguments)
        .filter(word -> word.startsWith("--"))
        .map(WrongArguments::name)
        .filter(name -> !known.contains(name))
        .findFirst();
  }

  private static String name(String word) {
    return word.split("=", 2)[0];
  }

  private static String unknown(String word, CommandLine command) {
    return "Unknown %s `%s`%s."
        .formatted(
            word.startsWith("-") ? "option" : "command or argument",
            word,
            nearest(word, command)
                .map(known -> "; the nearest known one is `" + known + "`")
                .orElse(""));
  }

  private static Optional<String> nearest(String word, CommandLine command) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known(word, command)
        .filter(known -> distance.apply(word, known) <= Math.max(2, word.length() / 2))
        .min(Comparator.comparingInt(known -> distance.apply(word, known)));
  }

  private static Stream<String> known(String word, CommandLine command) {
    if (word.startsWith("-")) {
      return command.getCommandSpec().optionsMap().keySet().stream();
    }
    Stream<String> commands = command.getSubcommands().keySet().stream();
    return command.getParent() == null
        ? Stream.concat(commands, LAUNCHER_COMMANDS.stream())
        : commands;
  }
}
