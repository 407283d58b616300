package org.postroom.inbound.authenticity.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a mail its signatures are about, taken while it streams by: the header, at most 256 kB of it, and digests of
 * the body in the forms that the signatures ask for. The body itself is not kept. Used by one thread at a time.
 */
public final class SignedMail {

    private static final int LONGEST_HEADER = 256 * 1024;
    private static final int MOST_SIGNATURES = 10;
    private static final int MOST_DIGESTS = 12;
    private static final String SIGNATURE = "dkim-signature";
    private static final String FORWARDERS_SIGNATURE = "arc-message-signature";

    private final ByteArrayOutputStream header = new ByteArrayOutputStream(4 * 1024);
    private final Map<BodyForm, BodyDigest> digests = new HashMap<>();
    private final Map<BodyForm, BodyDigest.Result> results = new HashMap<>();
    private List<HeaderField> fields = List.of();
    private boolean inBody;
    private boolean lineIsEmpty = true;

    /** Makes one that has seen nothing yet. */
    public SignedMail() {}

    /** Takes a mail that is in memory as a whole. */
    public static SignedMail of(byte[] raw) {
        var mail = new SignedMail();
        mail.write(raw, 0, raw.length);
        mail.end();
        return mail;
    }

    /** Takes the next octets of the mail. */
    public void write(byte[] bytes, int offset, int length) {
        int position = offset;
        int end = offset + length;
        while (!inBody && position < end) {
            byte octet = bytes[position];
            position++;
            if (header.size() < LONGEST_HEADER) {
                header.write(octet);
            }
            if (octet == '\n') {
                if (lineIsEmpty) {
                    beginBody();
                }
                lineIsEmpty = true;
            } else if (octet != '\r') {
                lineIsEmpty = false;
            }
        }
        for (BodyDigest digest : digests.values()) {
            digest.write(bytes, position, end - position);
        }
    }

    /** The mail is complete. */
    public void end() {
        if (!inBody) {
            beginBody();
        }
        digests.forEach((form, digest) -> results.put(form, digest.end()));
        digests.clear();
    }

    /** The fields of the header, in their order. */
    List<HeaderField> fields() {
        return fields;
    }

    /** The fields of one name, in their order. */
    List<HeaderField> fields(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).toList();
    }

    /** The values of the From fields, a character for each octet; usually one. */
    public List<String> fromFields() {
        return fields("from").stream().map(HeaderField::value).toList();
    }

    /** The signature fields that are looked at: the first ten. */
    List<HeaderField> signatures() {
        return fields(SIGNATURE).stream().limit(MOST_SIGNATURES).toList();
    }

    /** The digest of the body in a form; null where it was not taken, because the signatures ask for too many. */
    BodyDigest.@Nullable Result digest(BodyForm form) {
        return results.get(form);
    }

    private void beginBody() {
        inBody = true;
        fields = List.copyOf(HeaderField.all(header.toString(StandardCharsets.ISO_8859_1)));
        header.reset();
        Stream.concat(
                        signatures().stream().map(Signature::ofMail).flatMap(Optional::stream),
                        newestForwarder().stream())
                .map(Signature::body)
                .distinct()
                .limit(MOST_DIGESTS)
                .forEach(form -> digests.put(form, new BodyDigest(form)));
    }

    /** The signature of the last forwarder: the only one of a chain that has to hold. */
    private Optional<Signature> newestForwarder() {
        return fields(FORWARDERS_SIGNATURE).stream()
                .max(Comparator.comparingInt(ArcSet::instance))
                .flatMap(Signature::ofForwarder);
    }
}
