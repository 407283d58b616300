package org.postroom.mail.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail as it was read, in the words in which the cases name what is right. */
final class DescribedMail {

    private DescribedMail() {}

    static Map<String, @Nullable Object> of(ReadMail mail) {
        MailHeader header = mail.header();
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("from", described(header.from()));
        described.put("replyTo", described(header.replyTo()));
        described.put("to", header.to().stream().map(DescribedMail::described).toList());
        described.put("cc", header.cc().stream().map(DescribedMail::described).toList());
        described.put("subject", header.subject());
        described.put("messageId", header.messageId());
        described.put("inReplyTo", header.inReplyTo());
        described.put("references", header.references());
        described.put("sentAt", header.sentAt() == null ? null : header.sentAt().toString());
        described.put("mediaType", header.mediaType());
        described.put("body", mail.body().stream().map(DescribedMail::described).toList());
        described.put(
                "parts", mail.parts().stream().map(DescribedMail::described).toList());
        described.put(
                "flaws", mail.flaws().stream().map(flaw -> flaw.kind().name()).toList());
        return described;
    }

    private static @Nullable String described(@Nullable NamedAddress address) {
        if (address == null) {
            return null;
        }
        return address.name() == null ? address.address() : address.name() + " <" + address.address() + ">";
    }

    private static String described(Section section) {
        return switch (section) {
            case Section.Written(@Nullable String text, @Nullable String html) ->
                Stream.of(form("text: ", text), form("html: ", html))
                        .flatMap(List::stream)
                        .collect(Collectors.joining(" | "));
            case Section.Picture(MailPart part) -> "picture: " + part.fileName();
            case Section.Enclosed(int number, MailHeader header, List<Section> body) ->
                "message " + number + ": " + header.subject() + " | "
                        + body.stream().map(DescribedMail::described).collect(Collectors.joining(" | "));
            case Section.Invitation invitation ->
                Stream.of(
                                invitation.kind().name().toLowerCase(java.util.Locale.ROOT) + ": " + invitation.title(),
                                invitation.when(),
                                invitation.where(),
                                invitation.organiser())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" | "));
        };
    }

    private static List<String> form(String label, @Nullable String content) {
        return content == null ? List.of() : List.of(label + content.strip().replace("\r\n", "\n"));
    }

    private static String described(MailPart part) {
        return part.fileName() + " " + part.mediaType() + " " + part.size() + (part.inline() ? " inline" : "")
                + (part.within() == MailPart.OUTERMOST ? "" : " within " + part.within());
    }
}
