package org.postroom.outbound.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.HeaderText;
import org.postroom.mail.Mailbox;
import org.postroom.outbound.conversation.Interaction;
import org.postroom.outbound.html.PlainText;
import org.postroom.outbound.html.SafeHtml;
import org.postroom.outbound.mail.Addressee;
import org.postroom.runtime.problem.InvalidFieldException;

/** What a reply must contain before it is taken. Each rule that is broken names its field. */
final class DraftRules {

    static final int MOST_RECIPIENTS = 50;
    static final int LONGEST_SUBJECT = 998;
    static final int LONGEST_CONTENT = 1_000_000;
    private static final Pattern REPLY_PREFIX = Pattern.compile("(?i)^re\\s*:.*");

    private DraftRules() {}

    static List<Addressee> recipients(Draft draft, Interaction interaction, int hidden) {
        List<Draft.DraftRecipient> wanted = draft.recipients() == null ? List.of() : draft.recipients();
        if (wanted.isEmpty()) {
            wanted = List.of(new Draft.DraftRecipient(interaction.customerAddress(), interaction.customerName(), "TO"));
        }
        if (wanted.size() + hidden > MOST_RECIPIENTS) {
            throw new InvalidFieldException(
                    "recipients",
                    "expected at most %d recipients, hidden ones included, but got %d"
                            .formatted(MOST_RECIPIENTS, wanted.size() + hidden));
        }
        List<Addressee> recipients = new ArrayList<>();
        for (int index = 0; index < wanted.size(); index++) {
            recipients.add(recipient("recipients[" + index + "]", wanted.get(index)));
        }
        if (recipients.stream().noneMatch(recipient -> recipient.kind() == Addressee.Kind.TO)) {
            throw new InvalidFieldException("recipients", "expected at least one recipient in To, but got none");
        }
        return recipients;
    }

    static String subject(Draft draft, Interaction interaction) {
        String wanted = draft.subject();
        if (wanted == null || wanted.isBlank()) {
            String original = HeaderText.onOneLine(interaction.subject());
            String answer = REPLY_PREFIX.matcher(original).matches() ? original : "Re: " + original;
            return shortened(answer.strip());
        }
        if (HeaderText.breaksLine(wanted)) {
            throw new InvalidFieldException(
                    "subject", "expected one line, but it has a line break or control character");
        }
        if (wanted.length() > LONGEST_SUBJECT) {
            throw new InvalidFieldException(
                    "subject",
                    "expected at most %d characters, but got %d".formatted(LONGEST_SUBJECT, wanted.length()));
        }
        return wanted.strip();
    }

    static ReplyContent content(Draft draft) {
        String text = bounded("text", draft.text());
        String html = SafeHtml.ofOurs(bounded("html", draft.html()));
        String shown = text.isBlank()
                ? PlainText.ofHtml(html)
                : PlainText.withLineFeeds(text).stripTrailing();
        if (shown.isBlank()) {
            throw new InvalidFieldException("text", "expected a text for the customer, but it is empty");
        }
        return new ReplyContent(shown, html.isBlank() ? PlainText.toHtml(shown) : html);
    }

    private static Addressee recipient(String field, Draft.DraftRecipient wanted) {
        String name = wanted.name();
        if (name != null && HeaderText.breaksLine(name)) {
            throw new InvalidFieldException(
                    field + ".name", "expected one line, but it has a line break or control character");
        }
        return new Addressee(new Mailbox(address(field + ".address", wanted.address()), name), kind(field, wanted));
    }

    private static EmailAddress address(String field, @Nullable String address) {
        try {
            return EmailAddress.of(address == null ? "" : address);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidFieldException(field, String.valueOf(invalid.getMessage()));
        }
    }

    private static Addressee.Kind kind(String field, Draft.DraftRecipient wanted) {
        String kind = wanted.kind() == null ? "TO" : wanted.kind().toUpperCase(Locale.ROOT);
        return switch (kind) {
            case "TO" -> Addressee.Kind.TO;
            case "CC" -> Addressee.Kind.CC;
            default -> throw new InvalidFieldException(field + ".kind", "expected TO or CC, but got " + wanted.kind());
        };
    }

    private static String bounded(String field, @Nullable String content) {
        if (content == null) {
            return "";
        }
        if (content.length() > LONGEST_CONTENT) {
            throw new InvalidFieldException(
                    field, "expected at most %d characters, but got %d".formatted(LONGEST_CONTENT, content.length()));
        }
        return content;
    }

    private static String shortened(String subject) {
        return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
    }
}
