package org.postroom.local.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * A DNS record as people write it.
 *
 * @param name its name: absolute when it ends with the zone's, else relative to the zone; {@code @} is the zone itself
 * @param type its type, such as {@code TXT}
 * @param ttl how long resolvers may keep it, in seconds; absent means {@value #USUAL_TTL}
 * @param value its data; of a TXT record the text without quotes and of any length
 */
public record PublishedRecord(
        String name, String type, @Nullable Integer ttl, String value) {

    /** A few seconds, so that in a playground a change shows soon. */
    static final int USUAL_TTL = 5;

    private static final int LONGEST_STRING = 255;

    /** Refuses records without name, type or value. */
    @SuppressWarnings("ConstantValue") // JSON may lack any of them
    public PublishedRecord {
        if (name == null || type == null || value == null) {
            throw new IllegalArgumentException("Expected a record with name, type and value, but got name " + name
                    + ", type " + type + ", value " + value);
        }
    }

    static PublishedRecord of(Record record) {
        var value = record instanceof TXTRecord text ? joined(text) : withoutFinalDot(record.rdataToString());
        return new PublishedRecord(
                withoutFinalDot(record.getName().toString()),
                Type.string(record.getType()),
                (int) record.getTTL(),
                value);
    }

    /**
     * Returns the record as it is served.
     *
     * @throws IllegalArgumentException when the name, the type or the value is none
     */
    Record in(Name zone) {
        int typeNumber = Type.value(type.toUpperCase(Locale.ROOT));
        if (typeNumber < 0) {
            throw new IllegalArgumentException("Expected a DNS record type, but got " + type);
        }
        long seconds = ttl == null ? USUAL_TTL : ttl;
        try {
            if (typeNumber == Type.TXT) {
                return new TXTRecord(absoluteName(zone), DClass.IN, seconds, strings(value));
            }
            return Record.fromString(absoluteName(zone), typeNumber, DClass.IN, seconds, value, Name.root);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Expected a " + type + " record for " + name + ", but got " + value + ": " + e.getMessage(), e);
        }
    }

    private Name absoluteName(Name zone) throws TextParseException {
        if (name.isEmpty() || name.equals("@")) {
            return zone;
        }
        var absolute = Name.fromString(name, Name.root);
        return absolute.subdomain(zone) ? absolute : Name.fromString(name, zone);
    }

    private static List<String> strings(String text) {
        var bytes = text.getBytes(UTF_8);
        var strings = new ArrayList<String>();
        for (int start = 0; start == 0 || start < bytes.length; start += LONGEST_STRING) {
            strings.add(escaped(bytes, start, Math.min(start + LONGEST_STRING, bytes.length)));
        }
        return strings;
    }

    private static String escaped(byte[] bytes, int start, int end) {
        var escaped = new StringBuilder();
        for (int i = start; i < end; i++) {
            int octet = bytes[i] & 0xff;
            if (octet < ' ' || octet > '~' || octet == '\\' || octet == '"') {
                escaped.append(String.format("\\%03d", octet));
            } else {
                escaped.append((char) octet);
            }
        }
        return escaped.toString();
    }

    private static String joined(TXTRecord text) {
        var bytes = new ByteArrayOutputStream();
        text.getStringsAsByteArrays().forEach(bytes::writeBytes);
        return bytes.toString(UTF_8);
    }

    private static String withoutFinalDot(String text) {
        return text.length() > 1 && text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
