package org.postroom.schemas.serialization;

import org.apache.avro.Conversion;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that it may make instances of Postroom's generated classes. Since 1.12.2 Avro trusts no class that a schema
 * names unless the program says so, because a schema may come from a stranger.
 *
 * <p>Even a generated builder needs that trust, for the default of an enumeration, so it must be there before the first
 * event is built. Avro looks for conversions as services when the first generated class is loaded; this class stands
 * among them (in {@code META-INF/services}) for that reason alone and converts nothing.
 */
public final class TrustedEvents extends Conversion<TrustedEvents> {

    private static final String PACKAGE = "org.postroom.events.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(PACKAGE)));
    }

    /** For Avro, which looks for it as a service. */
    public TrustedEvents() {}

    /** Trusts the generated classes from now on, in the whole process; a second call changes nothing. */
    static void trust() {
        // The static initialiser has done it, once.
    }

    @Override
    public Class<TrustedEvents> getConvertedType() {
        return TrustedEvents.class;
    }

    @Override
    public String getLogicalTypeName() {
        return "postroom-trusted-events";
    }
}
