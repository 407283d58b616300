package org.postroom.schemas.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registry, read from Confluent's configuration keys.
 *
 * @param urls the registry's addresses without credentials and without a slash at the end; the next is asked when one
 *     does not answer
 * @param authorization the value of the Authorization header, if the registry asks for one
 * @param requestTimeout how long one request may take
 * @param retries how often all addresses are asked again before giving up, 0 or more
 * @param firstPause how long to wait before the first repetition; it doubles for each further one
 * @param longestPause the upper limit of that pause
 */
public record RegistrySettings(
        List<URI> urls,
        Optional<String> authorization,
        Duration requestTimeout,
        int retries,
        Duration firstPause,
        Duration longestPause) {

    /** The registry's addresses, separated by commas. Required. */
    public static final String URL = "schema.registry.url";

    /** Where the credentials come from: {@code URL} (the default) or {@code USER_INFO}. */
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";

    /** The credentials as {@code user:password}, for the source {@code USER_INFO}. */
    public static final String USER_INFO = "basic.auth.user.info";

    /** How long one request may take, in milliseconds; 10 000 by default. */
    public static final String READ_TIMEOUT = "http.read.timeout.ms";

    /** How often all addresses are asked again; 3 by default. */
    public static final String RETRIES = "max.retries";

    /** The pause before the first repetition, in milliseconds; 200 by default. */
    public static final String FIRST_PAUSE = "retries.wait.ms";

    /** The longest pause, in milliseconds; 5 000 by default. */
    public static final String LONGEST_PAUSE = "retries.max.wait.ms";

    /** Refuses settings that cannot work. */
    public RegistrySettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new ConfigException(URL, "", "expected at least one address such as http://127.0.0.1:8081");
        }
        if (retries < 0) {
            throw new ConfigException(RETRIES, retries, "expected 0 or more");
        }
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new ConfigException(READ_TIMEOUT, requestTimeout.toMillis(), "expected more than 0");
        }
    }

    /**
     * Reads the settings from a client's configuration; keys that are not named here are ignored.
     *
     * @throws ConfigException where a value is missing or cannot be used; the message names the key and the expectation
     */
    public static RegistrySettings from(Map<String, ?> configuration) {
        List<URI> addresses = addresses(text(configuration, URL).orElse(""));
        return new RegistrySettings(
                addresses.stream().map(RegistrySettings::withoutCredentials).toList(),
                credentials(configuration, addresses).map(RegistrySettings::basic),
                Duration.ofMillis(number(configuration, READ_TIMEOUT, 10_000)),
                (int) number(configuration, RETRIES, 3),
                Duration.ofMillis(number(configuration, FIRST_PAUSE, 200)),
                Duration.ofMillis(number(configuration, LONGEST_PAUSE, 5_000)));
    }

    /** Settings with the defaults for one or several addresses, separated by commas. */
    public static RegistrySettings of(String urls) {
        return from(Map.of(URL, urls));
    }

    /** Without the credentials, which must not reach a log. */
    @Override
    public String toString() {
        return "RegistrySettings[urls=" + urls + ", retries=" + retries + "]";
    }

    private static List<URI> addresses(String value) {
        List<URI> addresses = new ArrayList<>();
        for (String part : value.split(",")) {
            String address = part.strip().replaceAll("/+$", "");
            if (!address.isEmpty()) {
                addresses.add(address(address));
            }
        }
        return addresses;
    }

    private static URI address(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            throw new ConfigException(URL, text, "expected an address that begins with http:// or https://");
        }
        return URI.create(text);
    }

    private static URI withoutCredentials(URI address) {
        String userInfo = address.getRawUserInfo();
        return userInfo == null ? address : URI.create(address.toString().replace(userInfo + "@", ""));
    }

    private static Optional<String> credentials(Map<String, ?> configuration, List<URI> addresses) {
        String source = text(configuration, CREDENTIALS_SOURCE).orElse("URL").toUpperCase(Locale.ROOT);
        return switch (source) {
            case "URL" ->
                addresses.stream()
                        .map(URI::getUserInfo)
                        .filter(RegistrySettings::isPresent)
                        .findFirst();
            case "USER_INFO" -> Optional.of(userInfo(configuration));
            default -> throw new ConfigException(CREDENTIALS_SOURCE, source, "expected URL or USER_INFO");
        };
    }

    private static String userInfo(Map<String, ?> configuration) {
        return text(configuration, USER_INFO)
                .or(() -> text(configuration, "schema.registry." + USER_INFO))
                .filter(value -> value.indexOf(':') > 0)
                .orElseThrow(() ->
                        new ConfigException(USER_INFO + " is missing or malformed: expected user:password, because "
                                + CREDENTIALS_SOURCE + " is USER_INFO"));
    }

    private static boolean isPresent(@Nullable String value) {
        return value != null;
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(Map<String, ?> configuration, String key) {
        Object value = configuration.get(key);
        if (value instanceof Iterable<?> several) {
            List<String> parts = new ArrayList<>();
            several.forEach(part -> parts.add(String.valueOf(part)));
            return Optional.of(String.join(",", parts));
        }
        return Optional.ofNullable(value)
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static long number(Map<String, ?> configuration, String key, long otherwise) {
        String value = text(configuration, key).orElse(null);
        if (value == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new ConfigException(key, value, "expected a whole number");
        }
    }
}
