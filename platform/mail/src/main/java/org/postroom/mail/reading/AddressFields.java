package org.postroom.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.HostNames;

/** Reads address fields (RFC 5322, section 3.4), and what passes for them in practice. */
final class AddressFields {

    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_NAME = 255;

    /** What is broken of an encoded word is hidden from the library too. */
    private static final String WORD_BEGINS = "=?";

    private static final String HIDDEN = "\uE000";

    /** Stands in a name for an encoded word; its number follows. */
    private static final Pattern HIDDEN_WORD = Pattern.compile("\uE001(\\d{1,6})\uE002");

    /** A host name in any script, or an address literal (RFC 5321, section 4.1.3). */
    private static final Pattern DOMAIN = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}])?\\.?|\\[[0-9A-Za-z:.]+]");

    /** What a local part is without quotes: in any script, and dots where they should not be. */
    private static final Pattern UNQUOTED = Pattern.compile("[^\\s\\p{Cntrl}\"(),:;<>@\\[\\\\\\]]+");

    private AddressFields() {}

    /**
     * Reads the one address of a field such as From; the first where there are more.
     *
     * @param body the field's body, with encoded words still encoded
     */
    static Optional<NamedAddress> single(String body) {
        // Where nothing else is an address, one in an encoded word is, although RFC 2047, section 5, forbids it.
        return read(body, 1).stream()
                .findFirst()
                .or(() -> read(EncodedWords.decode(body), 1).stream().findFirst());
    }

    /**
     * Reads a list of addresses; groups are replaced by their members, and what is no address is left out.
     *
     * @param body the field's body, with encoded words still encoded, so that a comma inside one separates nothing
     * @param most how many are read
     */
    static List<NamedAddress> read(String body, int most) {
        // The library's own entry for text counts characters where it has bytes, and cuts what is not ASCII short.
        // Encoded words are hidden whole: the library would decode them by their label alone, and take the colons and
        // brackets in them for its own (RFC 2047, section 5: a word of a name is one atom).
        List<String> words = new ArrayList<>();
        String hidden = EncodedWords.replace(body, word -> {
            words.add(word);
            return "\uE001" + (words.size() - 1) + "\uE002";
        });
        String regular = AddressRepair.inOrder(hidden.replace(WORD_BEGINS, HIDDEN));
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, regular);
        @Nullable
        AddressList parsed = LenientAddressParser.DEFAULT.parseAddressList(bytes, new ParserCursor(0, bytes.length()));
        if (parsed == null) {
            return List.of();
        }
        return parsed.flatten().stream()
                .map(mailbox -> read(mailbox, words))
                .flatMap(Optional::stream)
                .limit(most)
                .toList();
    }

    private static Optional<NamedAddress> read(org.apache.james.mime4j.dom.address.Mailbox parsed, List<String> words) {
        String domain = inUnicode(parsed.getDomain());
        String localPart = inUnicode(parsed.getLocalPart());
        if (domain.isBlank() || localPart.isBlank()) {
            return Optional.empty();
        }
        String address = quoted(localPart.strip()) + "@" + canonical(domain.strip());
        boolean holdsWord = HIDDEN_WORD.matcher(address).find();
        if (holdsWord
                || address.length() > LONGEST_ADDRESS
                || !DOMAIN.matcher(domain.strip()).matches()) {
            return Optional.empty();
        }
        @Nullable String name = parsed.getName();
        return Optional.of(named(address, name == null ? "" : shown(name, words)));
    }

    /** What the library took for Latin-1, byte by byte, is the UTF-8 that it was given. */
    private static String inUnicode(@Nullable String part) {
        if (part == null) {
            return "";
        }
        boolean bytes = part.chars().allMatch(character -> character <= 0xFF);
        return bytes ? CharsetChoice.decode(part.getBytes(StandardCharsets.ISO_8859_1)) : part;
    }

    private static NamedAddress named(String address, String encodedName) {
        String name = FieldText.decoded(encodedName, LONGEST_NAME);
        return new NamedAddress(address, name.isEmpty() ? null : name);
    }

    /** The domain in ASCII form, so that a sender has one address however it is written. */
    private static String canonical(String domain) {
        return HostNames.ascii(domain).orElse(domain.toLowerCase(Locale.ROOT));
    }

    private static String quoted(String localPart) {
        return UNQUOTED.matcher(localPart).matches()
                ? localPart
                : '"' + localPart.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }

    /** A name with its encoded words in it again. */
    private static String shown(String name, List<String> words) {
        return HIDDEN_WORD.matcher(name.replace(HIDDEN, WORD_BEGINS)).replaceAll(word -> {
            int index = Integer.parseInt(word.group(1));
            return Matcher.quoteReplacement(index < words.size() ? words.get(index) : "");
        });
    }
}
