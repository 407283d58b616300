package org.postroom.schemas.serialization;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.postroom.schemas.registry.SubjectNameStrategy;

/**
 * What the serializer and the deserializer can be told, under Confluent's configuration keys.
 *
 * @param autoRegister true where the serializer registers schemas that the registry does not know yet
 * @param useLatestVersion true where records are written in the newest registered version of their subject's schema;
 *     ignored where schemas are registered automatically
 * @param latestCompatibilityStrict true where that newest version must be able to read what was written
 * @param normalize true where the registry brings schemas into their normal form
 * @param specificReader true where records are read as generated classes, as far as there are any
 * @param keyStrategy how a key's subject is named
 * @param valueStrategy how a value's subject is named
 */
public record AvroSettings(
        boolean autoRegister,
        boolean useLatestVersion,
        boolean latestCompatibilityStrict,
        boolean normalize,
        boolean specificReader,
        SubjectNameStrategy keyStrategy,
        SubjectNameStrategy valueStrategy) {

    /** Whether the serializer registers unknown schemas; true by default, false in production. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /** Whether records are written in the newest registered version; false by default. */
    public static final String USE_LATEST_VERSION = "use.latest.version";

    /** Whether the newest version must be compatible; true by default. */
    public static final String LATEST_COMPATIBILITY_STRICT = "latest.compatibility.strict";

    /** Whether schemas are brought into their normal form; false by default. */
    public static final String NORMALIZE = "normalize.schemas";

    /** Whether records are read as generated classes; true by default (Confluent's default is false). */
    public static final String SPECIFIC_READER = "specific.avro.reader";

    /** How a key's subject is named; topic and record by default (Confluent's default is the topic alone). */
    public static final String KEY_STRATEGY = "key.subject.name.strategy";

    /** How a value's subject is named; topic and record by default (Confluent's default is the topic alone). */
    public static final String VALUE_STRATEGY = "value.subject.name.strategy";

    /**
     * Reads the settings from a client's configuration; keys that are not named here are ignored.
     *
     * @throws ConfigException where a value cannot be used; the message names the key and the expectation
     */
    public static AvroSettings from(Map<String, ?> configuration) {
        return new AvroSettings(
                flag(configuration, AUTO_REGISTER, true),
                flag(configuration, USE_LATEST_VERSION, false),
                flag(configuration, LATEST_COMPATIBILITY_STRICT, true),
                flag(configuration, NORMALIZE, false),
                flag(configuration, SPECIFIC_READER, true),
                strategy(configuration, KEY_STRATEGY),
                strategy(configuration, VALUE_STRATEGY));
    }

    SubjectNameStrategy strategy(boolean key) {
        return key ? keyStrategy : valueStrategy;
    }

    private static boolean flag(Map<String, ?> configuration, String key, boolean otherwise) {
        @Nullable Object value = configuration.get(key);
        return switch (value == null ? "" : value.toString().strip()) {
            case "" -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(key, value, "expected true or false");
        };
    }

    private static SubjectNameStrategy strategy(Map<String, ?> configuration, String key) {
        @Nullable Object value = configuration.get(key);
        return value == null ? SubjectNameStrategy.TOPIC_RECORD : SubjectNameStrategy.from(key, value);
    }
}
