package org.postroom.testkit;

import java.util.function.BooleanSupplier;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.testcontainers.DockerClientFactory;

/**
 * Looks, before the first test of a JVM, whether containers can run where the tests were asked to use them: one sentence
 * about what is missing, instead of each test's own failure.
 */
public final class ContainerEngine implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        requireIf(Parts.areInContainers(), () -> DockerClientFactory.instance().isDockerAvailable());
    }

    static void requireIf(boolean wanted, BooleanSupplier answers) {
        if (wanted && !answers.getAsBoolean()) {
            throw new IllegalStateException("Expected a container engine for -Pcontainers, but Docker does not answer:"
                    + " install one, or run without -Pcontainers");
        }
    }
}
