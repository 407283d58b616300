package org.postroom.start;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to set instead of showing where in the program it ended. */
final class DefaultSecretsFailureAnalyzer extends AbstractFailureAnalyzer<DefaultSecretsException> {

    /** Makes the analyzer; Spring does. */
    DefaultSecretsFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DefaultSecretsException refused) {
        String settings = refused.settings().stream()
                .map(name -> "    %s (in the environment: %s)".formatted(name, variable(name)))
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "This program would listen on %s with secrets that everybody can read in Postroom's source code:%n%n%s"
                        .formatted(refused.address(), settings),
                ("Set each to a secret of your own. Or let nobody but this machine in: %s=127.0.0.1. For a demonstration in a"
                                + " network of its own, allow it: %s=true.")
                        .formatted(DefaultSecretsCheck.ADDRESS, DefaultSecretsCheck.ALLOW),
                refused);
    }

    /** The name by Spring Boot's rules: upper case, dashes left out, everything else an underscore. */
    private static String variable(String name) {
        return name.replace("-", "").replaceAll("[.\\[\\]]+", "_").toUpperCase(Locale.ROOT);
    }
}
