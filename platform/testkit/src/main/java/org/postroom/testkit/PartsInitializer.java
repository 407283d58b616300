package org.postroom.testkit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.postroom.runtime.view.LogView;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;

/** Points the service under test at the real parts; starts only those that it can use. */
final class PartsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Parts.stopAfterSpring();
        String name = context.getEnvironment().getRequiredProperty("spring.application.name");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.kafka.bootstrap-servers", Parts.broker().bootstrapServers());
        properties.put("spring.kafka.properties[schema.registry.url]", Parts.registryUrl());
        properties.put(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                Parts.identity().issuer());
        properties.put("postroom.message-store.directory", Parts.messageStore().toString());
        properties.put("postroom.message-store.master-key", Parts.messageStoreKey());
        properties.put(
                "postroom.routing.state-directory",
                Parts.messageStore().resolveSibling("routing").toString());
        properties.put("postroom.dns.server", "127.0.0.1:" + Parts.dns().port());
        properties.put("postroom.dns.port", Parts.dns().port());
        properties.put("postroom.dns.silence", "1s");
        properties.put("postroom.verification.allow-private-name-servers", "true");
        properties.put("postroom.outbound.smtp-port", Parts.mailbox().port());
        properties.put("logging.structured.format.console", "");
        if (hasDatabase(context)) {
            properties.put("spring.datasource.url", Parts.database(name.replace('-', '_')));
            properties.put("spring.datasource.username", "postgres");
            properties.put("spring.datasource.password", Parts.databasePassword());
        }
        context.addApplicationListener(started -> {
            if (started instanceof ApplicationReadyEvent) {
                awaitViews(context);
            }
        });
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("postroom-parts", properties));
    }

    /** Where Spring Boot wires one, or where a test of a service that may have one says so. */
    private boolean hasDatabase(ConfigurableApplicationContext context) {
        return ClassUtils.isPresent(
                        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                        getClass().getClassLoader())
                || context.getEnvironment().getProperty("postroom.parts.database", Boolean.class, false);
    }

    /** A service takes no requests before it has read what it keeps in memory. */
    private static void awaitViews(ConfigurableApplicationContext context) {
        for (LogView<?> view : context.getBeansOfType(LogView.class).values()) {
            Awaitility.await("the views to catch up")
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(30))
                    .until(view::isCaughtUp);
        }
    }
}
