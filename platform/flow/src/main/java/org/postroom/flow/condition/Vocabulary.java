package org.postroom.flow.condition;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Optional;

/** The facts that conditions may name, and their types. */
final class Vocabulary {

    private static final StructType SENDER = struct(
            "Sender",
            ImmutableMap.of("address", SimpleType.STRING, "domain", SimpleType.STRING, "name", SimpleType.STRING));

    private static final StructType ATTACHMENT = struct(
            "Attachment",
            ImmutableMap.of("name", SimpleType.STRING, "type", SimpleType.STRING, "size", SimpleType.INT));

    /** The type of each fact by its name. */
    static final ImmutableMap<String, CelType> FACTS = ImmutableMap.<String, CelType>builder()
            .put("sender", SENDER)
            .put("recipients", ListType.create(SimpleType.STRING))
            .put("to", ListType.create(SimpleType.STRING))
            .put("cc", ListType.create(SimpleType.STRING))
            .put("subject", SimpleType.STRING)
            .put("size", SimpleType.INT)
            .put("attachments", ListType.create(ATTACHMENT))
            .put("automatic", SimpleType.BOOL)
            .put("spam", SimpleType.BOOL)
            .put("dmarc", SimpleType.STRING)
            .put("received", SimpleType.TIMESTAMP)
            .put("continued", SimpleType.BOOL)
            .buildOrThrow();

    /** The types that have fields. */
    static final CelTypeProvider TYPES = new CelTypeProvider() {
        @Override
        public ImmutableList<CelType> types() {
            return ImmutableList.of(SENDER, ATTACHMENT);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return types().stream().filter(type -> type.name().equals(name)).findFirst();
        }
    };

    private Vocabulary() {}

    private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
    }
}
