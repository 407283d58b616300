package org.postroom.console.message;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.MailHeader;
import org.postroom.mail.reading.MailPart;
import org.postroom.mail.reading.QuotedHistory;
import org.postroom.mail.reading.Section;

/** A mail's texts, pictures, appointments and enclosed mails as HTML that can be looked at, one below the other. */
public final class ShownBody {

    private static final String NO_TEXT = "<p class=\"note\">This message has no text.</p>";
    private static final String NO_AUTHOR =
            "The message does not say who wrote it. Answers go to the sender that the" + " delivering server named.";

    private static final String TOO_MANY_TAGS =
            "The message is made of so many pieces that only its beginning is shown here; the original has all of it.";

    /**
     * How many tags of one mail are shown. Each takes some hundred bytes of memory while the page is made, and a megabyte of HTML can
     * have three hundred thousand; a long newsletter has five thousand.
     */
    private static final int MOST_TAGS = 50_000;

    private final MailContent mail;
    private final Function<Integer, String> pictureAddress;
    private final RemotePictures remote;
    private int tagsLeft = MOST_TAGS;

    /**
     * Takes a mail, to be shown once.
     *
     * @param pictureAddress where the browser finds the picture of a number
     * @param remote learns which pictures on the web there are, and says where the browser finds them
     */
    public ShownBody(MailContent mail, Function<Integer, String> pictureAddress, RemotePictures remote) {
        this.mail = mail;
        this.pictureAddress = pictureAddress;
        this.remote = remote;
    }

    /** The HTML; each text is made safe by itself, so that what one leaves open cannot swallow the next. */
    public String html() {
        tagsLeft = MOST_TAGS;
        String warnings = mail.warnings().stream().map(ShownBody::note).collect(Collectors.joining());
        String author = mail.correspondents().authorNamed() ? "" : note(NO_AUTHOR);
        String body = shown(mail.body(), MailPart.OUTERMOST);
        return recipients() + author + warnings + (body.isEmpty() ? NO_TEXT : body);
    }

    /** Who else has the mail, where anybody has. */
    private String recipients() {
        Correspondents named = mail.correspondents();
        if (named.cc().isEmpty() && named.to().size() < 2) {
            return "";
        }
        String copies = named.cc().isEmpty() ? "" : "<br>Cc: " + SafeHtml.escaped(String.join(", ", named.cc()));
        return "<p class=\"fields\" dir=\"auto\">To: " + SafeHtml.escaped(String.join(", ", named.to())) + copies
                + "</p>";
    }

    private static String note(String sentence) {
        return "<p class=\"note\" role=\"note\">" + SafeHtml.escaped(sentence) + "</p>";
    }

    private String shown(List<Section> body, int within) {
        return body.stream().map(section -> shown(section, within)).collect(Collectors.joining("\n"));
    }

    private String shown(Section section, int within) {
        return switch (section) {
            case Section.Written(@Nullable String text, @Nullable String html) ->
                html == null ? plain(text == null ? "" : text) : rich(html, within);
            case Section.Picture(MailPart part) ->
                "<p><img src=\"" + SafeHtml.escaped(pictureAddress.apply(part.number())) + "\" alt=\""
                        + SafeHtml.escaped(part.fileName()) + "\"></p>";
            case Section.Invitation invitation -> ShownInvitation.html(invitation);
            case Section.Enclosed(int number, MailHeader header, List<Section> enclosed) ->
                enclosed(number, header, enclosed);
        };
    }

    private static String plain(String text) {
        QuotedHistory divided = QuotedHistory.of(text);
        return inItsDirection(SafeHtml.ofText(divided.written()))
                + (divided.quoted().isEmpty() ? "" : folded(inItsDirection(SafeHtml.ofText(divided.quoted()))));
    }

    private String rich(String whole, int within) {
        String html = beginning(whole);
        DividedHtml divided = DividedHtml.of(html);
        return (html.length() < whole.length() ? note(TOO_MANY_TAGS) : "")
                + safe(divided.written(), within)
                + (divided.quoted().isEmpty() ? "" : folded(safe(divided.quoted(), within)));
    }

    /** As much of an HTML as is shown. */
    private String beginning(String html) {
        for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', tag + 1)) {
            if (tagsLeft == 0) {
                return html.substring(0, tag);
            }
            tagsLeft--;
        }
        return html;
    }

    private String safe(String html, int within) {
        String cleaned = SafeHtml.clean(html, reference -> referred(reference, within), remote::addressOf);
        return inItsDirection(TrueTargets.shown(cleaned));
    }

    /** Arabic and Hebrew are laid out from right to left, whatever the page is. */
    private static String inItsDirection(String html) {
        return "<div dir=\"auto\">" + html + "</div>";
    }

    private static String folded(String history) {
        return "<details class=\"history\"><summary>Earlier messages</summary>" + history + "</details>";
    }

    private String enclosed(int number, MailHeader header, List<Section> body) {
        String from = header.from() == null ? "nobody" : Correspondents.inWords(header.from());
        String subject = header.subject().isEmpty() ? "No subject" : header.subject();
        return "<section class=\"enclosed\"><p dir=\"auto\"><b>Enclosed message: " + SafeHtml.escaped(subject)
                + "</b><br>From: " + SafeHtml.escaped(from) + "</p>"
                + (body.isEmpty() ? NO_TEXT : shown(body, number)) + "</section>";
    }

    private @Nullable String referred(String reference, int within) {
        return mail.picture(reference, within)
                .map(part -> pictureAddress.apply(part.number()))
                .orElse(null);
    }
}
