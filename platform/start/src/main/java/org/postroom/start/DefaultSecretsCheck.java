package org.postroom.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Ends a program before it opens a port where it would listen beyond this machine while one of its secrets is one that
 * everybody can read in the source code. Which these are, a program says in {@code META-INF/postroom/default-secrets.properties}:
 * the names of settings, with {@code [*]} for each element of a list, and their well-known values, separated by commas.
 */
final class DefaultSecretsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String ALLOW = "postroom.security.allow-default-secrets";
    static final String ADDRESS = "server.address";

    private static final String DECLARED = "META-INF/postroom/default-secrets.properties";
    private static final int NO_HTTP = -1;

    /** Makes the check; Spring does. */
    DefaultSecretsCheck() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            require(context.getEnvironment(), DefaultSecrets.of(declared(context.getClassLoader())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Refuses published secrets beyond this machine.
     *
     * @throws DefaultSecretsException naming the settings
     */
    static void require(Environment environment, DefaultSecrets secrets) {
        Binder settings = Binder.get(environment);
        if (!listensBeyondThisMachine(settings)
                || settings.bind(ALLOW, Boolean.class).orElse(false)) {
            return;
        }
        List<String> inEffect = secrets.inEffect(settings);
        if (!inEffect.isEmpty()) {
            String address = settings.bind(ADDRESS, String.class).orElse("");
            throw new DefaultSecretsException(address.isBlank() ? "every address" : address, inEffect);
        }
    }

    private static boolean listensBeyondThisMachine(Binder settings) {
        if (settings.bind("server.port", Integer.class).orElse(0) == NO_HTTP) {
            return false;
        }
        String address = settings.bind(ADDRESS, String.class).orElse("");
        try {
            return address.isBlank() || !InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            // Who it is cannot be known now, so it is not taken for this machine.
            return true;
        }
    }

    private static Properties declared(@Nullable ClassLoader loader) throws IOException {
        return PropertiesLoaderUtils.loadAllProperties(DECLARED, loader);
    }
}
