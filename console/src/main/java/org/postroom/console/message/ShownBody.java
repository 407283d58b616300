package org.postroom.console.message;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.MailPart;
import org.postroom.mail.reading.Section;

/** A mail's texts and pictures as HTML that can be looked at, one below the other. */
public final class ShownBody {

    private static final String NO_TEXT = "<p class=\"note\">This message has no text.</p>";

    private final MailContent mail;
    private final Function<Integer, String> pictureAddress;

    /**
     * Takes a mail.
     *
     * @param pictureAddress where the browser finds the picture of a number
     */
    public ShownBody(MailContent mail, Function<Integer, String> pictureAddress) {
        this.mail = mail;
        this.pictureAddress = pictureAddress;
    }

    /** The HTML; each text is made safe by itself, so that what one leaves open cannot swallow the next. */
    public String html() {
        String warnings = mail.warnings().stream()
                .map(warning -> "<p class=\"note\" role=\"note\">" + SafeHtml.escaped(warning) + "</p>")
                .collect(Collectors.joining());
        String body = mail.body().stream().map(this::shown).collect(Collectors.joining("\n"));
        return warnings + (body.isEmpty() ? NO_TEXT : body);
    }

    private String shown(Section section) {
        return switch (section) {
            case Section.Written(@Nullable String text, @Nullable String html) ->
                html == null ? SafeHtml.ofText(text == null ? "" : text) : SafeHtml.clean(html, this::referred);
            case Section.Picture(MailPart part) ->
                "<p><img src=\"" + SafeHtml.escaped(pictureAddress.apply(part.number())) + "\" alt=\""
                        + SafeHtml.escaped(part.fileName()) + "\"></p>";
        };
    }

    private @Nullable String referred(String contentId) {
        return mail.picture(contentId)
                .map(part -> pictureAddress.apply(part.number()))
                .orElse(null);
    }
}
