package org.postroom.runtime.text;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Refuses JSON with a text that could not be stored, where it enters. What others wrote is mended instead
 * ({@link StorableText}), for they are not there any more; who asks us for something can be told.
 */
public final class StorableJson extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public StorableJson() {
        super("postroom-storable-json");
        addDeserializer(String.class, new Texts());
        addKeyDeserializer(String.class, new Names());
    }

    /** The texts. */
    private static final class Texts extends StdDeserializer<String> {

        Texts() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            @Nullable String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && !StorableText.isStorable(text)) {
                throw new UnstorableTextException(parser);
            }
            return text;
        }
    }

    /** The names of fields that may have any name. */
    private static final class Names extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) {
            if (!StorableText.isStorable(name)) {
                throw new UnstorableTextException(context.getParser());
            }
            return name;
        }
    }
}
