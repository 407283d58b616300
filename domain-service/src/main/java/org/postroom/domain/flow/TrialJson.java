package org.postroom.domain.flow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.fact.MailFacts;

/**
 * What a flow is to be tried on.
 *
 * @param definition a definition that is not saved yet; absent for the newest one of the flow
 * @param message the source of a mail (RFC 5322), from which the facts are read
 * @param facts facts of a mail; each stands for what the message says
 */
record TrialJson(
        @Nullable String definition,
        @Nullable String message,
        @Nullable FactsJson facts) {

    /** Attachments as flows see them; an empty place in the list is none. */
    static List<MailFacts.Attachment> values(List<AttachmentJson> attachments) {
        return attachments.stream()
                .filter(Objects::nonNull)
                .map(AttachmentJson::value)
                .toList();
    }

    /**
     * Facts of a mail; what is absent is what the message says, or nothing.
     *
     * @param sender the author
     * @param recipients the addresses of the organisation that it is addressed to
     * @param to the addresses in To
     * @param cc the addresses in Cc
     * @param subject the subject
     * @param size the size in bytes
     * @param attachments the attachments
     * @param automatic whether a machine wrote it
     * @param spam whether the scan took it for spam
     * @param dmarc the result of DMARC: pass, fail, none, …
     * @param received when it was received; now where absent
     * @param continued whether it continues a conversation
     */
    record FactsJson(
            @Nullable SenderJson sender,
            @Nullable List<String> recipients,
            @Nullable List<String> to,
            @Nullable List<String> cc,
            @Nullable String subject,
            @Nullable Long size,
            @Nullable List<AttachmentJson> attachments,
            @Nullable Boolean automatic,
            @Nullable Boolean spam,
            @Nullable String dmarc,
            @Nullable Instant received,
            @Nullable Boolean continued) {

        /** Nothing is said. */
        static final FactsJson NONE =
                new FactsJson(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Who wrote a mail.
     *
     * @param address the address
     * @param name the name beside it
     */
    record SenderJson(@Nullable String address, @Nullable String name) {

        MailFacts.Sender value() {
            return new MailFacts.Sender(Objects.requireNonNullElse(address, ""), Objects.requireNonNullElse(name, ""));
        }
    }

    /**
     * A file in a mail.
     *
     * @param name the file name
     * @param type the media type
     * @param size the size in bytes
     */
    record AttachmentJson(
            @Nullable String name,
            @Nullable String type,
            @Nullable Long size) {

        MailFacts.Attachment value() {
            return new MailFacts.Attachment(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(type, ""),
                    Objects.requireNonNullElse(size, 0L));
        }
    }
}
