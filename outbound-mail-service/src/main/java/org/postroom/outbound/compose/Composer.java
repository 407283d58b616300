package org.postroom.outbound.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.HeaderText;
import org.postroom.mail.LoopMark;
import org.postroom.mail.Mailbox;
import org.postroom.mail.MessageId;
import org.postroom.mail.ThreadTokens;
import org.postroom.outbound.directory.SenderAddress;
import org.postroom.outbound.directory.Signature;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.signature.Substitutions;

/** Composes the mail from what the agent wrote and what the administrator configured. */
public final class Composer {

    /** The most recipients of one mail, hidden ones included. */
    public static final int MOST_RECIPIENTS = 50;

    private static final String SIGNATURE_LINE = "-- ";
    private static final String PAGE_BEGIN = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n";
    private static final String PAGE_END = "</body></html>\n";

    private Composer() {}

    /** Whether the reply carries the conversation's history: by the address's rule, and the agent's choice where it has one. */
    public static boolean wantsHistory(SenderAddress sender, @Nullable Boolean agentsChoice) {
        return switch (sender.history()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AGENT_DECIDES -> agentsChoice == null || agentsChoice;
        };
    }

    /**
     * Composes a reply. The same material gives the same mail.
     *
     * @param now the mail's date
     */
    public static Composition compose(Material material, Instant now) {
        SenderAddress sender = material.sender();
        List<Addressee> recipients = recipients(material.reply().recipients(), sender.hiddenBcc());
        if (recipients.size() > MOST_RECIPIENTS) {
            return new Composition.Refused(
                    "5.5.3",
                    "expected at most %d recipients, hidden ones included, but got %d"
                            .formatted(MOST_RECIPIENTS, recipients.size()));
        }
        boolean withHistory = wantsHistory(sender, material.reply().includeHistory())
                && !material.quotables().isEmpty();
        History history = withHistory ? History.of(material.quotables()) : History.NONE;
        Signature signature = signature(material);
        Parent parent = Parent.among(material.mails());
        MessageId messageId = messageId(material);
        return new Composition.Composed(new Letter(
                messageId,
                LoopMark.of(material.reply().organisationId().value(), messageId),
                sender.own(),
                sender.from(),
                sender.replyTo(),
                recipients,
                HeaderText.onOneLine(material.reply().subject()),
                parent.messageId(),
                parent.references(),
                now,
                text(material.content().text(), signature, history),
                html(material.content().html(), signature, history),
                signature != null,
                withHistory));
    }

    /** The reply's identifier makes it unique, the token says in every answer which conversation it belongs to. */
    private static MessageId messageId(Material material) {
        String unique = String.valueOf(material.reply().replyId());
        String token = material.threadToken();
        return new MessageId((token == null ? unique : ThreadTokens.messageIdPart(unique, token)) + "@"
                + material.sender().own().domain());
    }

    private static List<Addressee> recipients(List<Addressee> visible, List<EmailAddress> hidden) {
        List<Addressee> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Addressee addressee : visible) {
            if (seen.add(folded(addressee.mailbox().address()))) {
                all.add(addressee);
            }
        }
        for (EmailAddress address : hidden) {
            if (seen.add(folded(address))) {
                all.add(new Addressee(Mailbox.of(address), Addressee.Kind.HIDDEN_BCC));
            }
        }
        return all;
    }

    private static String folded(EmailAddress address) {
        return address.value().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Signature signature(Material material) {
        Signature configured = material.signature();
        if (configured == null) {
            return null;
        }
        return Substitutions.filled(configured, material.values());
    }

    private static String text(String written, @Nullable Signature signature, History history) {
        StringBuilder text = new StringBuilder(written.stripTrailing()).append('\n');
        if (signature != null && !signature.text().isBlank()) {
            text.append('\n').append(SIGNATURE_LINE).append('\n');
            text.append(signature.text()).append('\n');
        }
        if (!history.text().isEmpty()) {
            text.append('\n').append(history.text()).append('\n');
        }
        return text.toString();
    }

    private static String html(String written, @Nullable Signature signature, History history) {
        StringBuilder body =
                new StringBuilder(PAGE_BEGIN).append("<div>").append(written).append("</div>\n");
        if (signature != null && !signature.html().isBlank()) {
            body.append("<div><br></div>\n<div>").append(SIGNATURE_LINE).append("<br>");
            body.append(signature.html()).append("</div>\n");
        }
        if (!history.html().isEmpty()) {
            body.append("<div><br></div>\n").append(history.html()).append('\n');
        }
        return body.append(PAGE_END).toString();
    }
}
