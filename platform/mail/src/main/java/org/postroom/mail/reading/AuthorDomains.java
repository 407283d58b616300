package org.postroom.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The domains that a mail's From fields name, read as the author is read who is shown. */
public final class AuthorDomains {

    private static final int MOST_ADDRESSES = 20;
    private static final int MOST_CHARACTERS = 64 * 1024;

    private AuthorDomains() {}

    /**
     * Reads them.
     *
     * @param fields the values of the From fields as received, a character for each octet
     * @return each domain once, in lower case and ASCII form, in the order of the mail
     */
    public static List<String> of(List<String> fields) {
        Set<String> domains = new LinkedHashSet<>();
        for (String field : fields) {
            String text = CharsetChoice.decode(field.getBytes(StandardCharsets.ISO_8859_1));
            String body = Characters.onOneLine(text, MOST_CHARACTERS);
            Stream.concat(AddressFields.single(body).stream(), AddressFields.read(body, MOST_ADDRESSES).stream())
                    .map(NamedAddress::address)
                    .forEach(address -> domains.add(address.substring(address.lastIndexOf('@') + 1)));
        }
        return List.copyOf(domains);
    }
}
