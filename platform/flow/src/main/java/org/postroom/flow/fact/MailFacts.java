package org.postroom.flow.fact;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a flow may look at in a mail. All of it but the last three comes from the sender and is hostile; so texts that are
 * longer than any honest one are cut, and of lists the first hundred elements count. What a condition costs is bounded by
 * that.
 *
 * @param sender the author, from the From field
 * @param recipients the addresses of the organisation that the envelope named
 * @param to the addresses in the To field
 * @param cc the addresses in the Cc field
 * @param subject the subject, empty where there is none
 * @param size the size of the whole mail in bytes
 * @param attachments its attachments, inline parts included
 * @param automatic whether a machine wrote it (RFC 3834)
 * @param spam whether the scan took it for spam
 * @param dmarc what DMARC says of the author, in the words of RFC 8601, in lower case: pass, fail, none, temperror, …;
 *     none where that was not looked at
 * @param received when it was received
 * @param continued whether it continues a conversation that is known
 */
public record MailFacts(
        Sender sender,
        List<String> recipients,
        List<String> to,
        List<String> cc,
        String subject,
        long size,
        List<Attachment> attachments,
        boolean automatic,
        boolean spam,
        String dmarc,
        Instant received,
        boolean continued) {

    /** The most elements of a list that count. */
    public static final int MOST_ELEMENTS = 100;

    /** The most characters of a subject (RFC 5322, section 2.1.1) that count. */
    public static final int LONGEST_SUBJECT = 998;

    /** The most characters of an address that count. */
    public static final int LONGEST_ADDRESS = 320;

    /** The most characters of a name that count. */
    public static final int LONGEST_NAME = 255;

    /** Cuts what is too long, and folds the case of addresses. */
    public MailFacts {
        recipients = addresses(recipients);
        to = addresses(to);
        cc = addresses(cc);
        subject = cut(subject, LONGEST_SUBJECT);
        attachments = List.copyOf(first(attachments));
        dmarc = cut(dmarc, LONGEST_NAME).toLowerCase(Locale.ROOT);
    }

    /** The same mail, of which it is known now whether it continues a conversation. */
    public MailFacts continuing(boolean known) {
        return new MailFacts(
                sender, recipients, to, cc, subject, size, attachments, automatic, spam, dmarc, received, known);
    }

    /**
     * Who wrote a mail.
     *
     * @param address the address in lower case
     * @param name the name beside it, empty where there is none
     */
    public record Sender(String address, String name) {

        /** Cuts what is too long, and folds the case of the address. */
        public Sender {
            address = folded(address);
            name = cut(name, LONGEST_NAME);
        }

        /** What stands behind the last @ of the address; empty where there is none. */
        public String domain() {
            int at = address.lastIndexOf('@');
            return at < 0 ? "" : address.substring(at + 1);
        }
    }

    /**
     * A file or picture in a mail.
     *
     * @param name the file name as the sender gave it
     * @param type the media type in lower case, for instance application/pdf
     * @param size the size in bytes after decoding
     */
    public record Attachment(String name, String type, long size) {

        /** Cuts what is too long, and folds the case of the type. */
        public Attachment {
            name = cut(name, LONGEST_NAME);
            type = cut(type, LONGEST_NAME).toLowerCase(Locale.ROOT);
        }
    }

    private static List<String> addresses(List<String> all) {
        return first(all).stream().map(MailFacts::folded).toList();
    }

    private static <T> List<T> first(List<T> all) {
        return all.size() <= MOST_ELEMENTS ? all : all.subList(0, MOST_ELEMENTS);
    }

    private static String folded(String address) {
        return cut(address, LONGEST_ADDRESS).toLowerCase(Locale.ROOT);
    }

    /** Never between the two halves of a character. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
