package org.postroom.inbound.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/** Reads address fields (RFC 5322, section 3.4), and what passes for them in practice. */
final class Mailboxes {

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NAME = 255;

    /** Encoded words are hidden from the library, which would decode them by their label alone. */
    private static final String WORD_BEGINS = "=?";

    private static final String HIDDEN = "\uE000";

    private Mailboxes() {}

    /**
     * Reads a list of addresses; groups are replaced by their members, and what is no address is left out.
     *
     * @param body the field's body, with encoded words still encoded, so that a comma inside one separates nothing
     * @param most how many are read
     */
    static List<Mailbox> read(String body, int most) {
        // The library's own entry for text counts characters where it has bytes, and cuts what is not ASCII short.
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, body.replace(WORD_BEGINS, HIDDEN));
        @Nullable
        AddressList parsed = LenientAddressParser.DEFAULT.parseAddressList(bytes, new ParserCursor(0, bytes.length()));
        if (parsed == null) {
            return List.of();
        }
        return parsed.flatten().stream()
                .map(Mailboxes::read)
                .flatMap(Optional::stream)
                .limit(most)
                .toList();
    }

    private static Optional<Mailbox> read(org.apache.james.mime4j.dom.address.Mailbox parsed) {
        @Nullable String domain = parsed.getDomain();
        @Nullable String localPart = parsed.getLocalPart();
        if (domain == null || domain.isBlank() || localPart == null || localPart.isBlank()) {
            return Optional.empty();
        }
        String address = localPart.strip() + "@" + domain.strip().toLowerCase(Locale.ROOT);
        if (address.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        @Nullable String name = parsed.getName();
        String decoded = name == null ? "" : HeaderText.decoded(name.replace(HIDDEN, WORD_BEGINS), LONGEST_NAME);
        return Optional.of(new Mailbox(address, decoded.isEmpty() ? null : decoded));
    }
}
