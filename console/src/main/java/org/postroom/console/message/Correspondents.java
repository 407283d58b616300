package org.postroom.console.message;

import java.util.List;
import org.postroom.mail.reading.MailHeader;
import org.postroom.mail.reading.NamedAddress;

/**
 * Whom a mail names, in words.
 *
 * @param authorNamed false where its From field is absent or holds no address, so that the envelope's sender stands for
 *     its author
 * @param to to whom it is addressed
 * @param cc who has a copy
 */
public record Correspondents(boolean authorNamed, List<String> to, List<String> cc) {

    /** Those of a text that is no mail yet. */
    static final Correspondents NONE = new Correspondents(true, List.of(), List.of());

    /** Copies the lists. */
    public Correspondents {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    static Correspondents of(MailHeader header) {
        return new Correspondents(header.from() != null, inWords(header.to()), inWords(header.cc()));
    }

    static String inWords(NamedAddress address) {
        return address.name() == null ? address.address() : address.name() + " <" + address.address() + ">";
    }

    private static List<String> inWords(List<NamedAddress> addresses) {
        return addresses.stream().map(Correspondents::inWords).toList();
    }
}
