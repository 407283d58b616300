package org.postroom.mail.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as far as it could be read.
 *
 * @param header what its own header says
 * @param body what a person sees, in order; without texts where only the facts were read
 * @param parts its files and pictures, in their order in the mail
 * @param flaws what was wrong with it, or was left out
 */
public record ReadMail(MailHeader header, List<Section> body, List<MailPart> parts, List<Flaw> flaws) {

    /** Copies the lists. */
    public ReadMail {
        body = List.copyOf(body);
        parts = List.copyOf(parts);
        flaws = List.copyOf(flaws);
    }

    /** What its flaws are, in words for people. */
    public List<String> warnings() {
        return flaws.stream().map(Flaw::sentence).toList();
    }

    /**
     * All its text as plain text.
     *
     * @param htmlAsText what stands for an HTML that has no plain text beside it
     * @return empty where it has no text
     */
    public String text(UnaryOperator<String> htmlAsText) {
        return written()
                .map(section -> section.text() != null
                        ? section.text()
                        : htmlAsText.apply(Objects.requireNonNullElse(section.html(), "")))
                .collect(Collectors.joining("\n"));
    }

    /**
     * All its text as HTML, hostile.
     *
     * @param textAsHtml what stands for a plain text that has no HTML beside it
     * @return empty where no text of it is in HTML
     */
    public Optional<String> html(UnaryOperator<String> textAsHtml) {
        if (written().allMatch(section -> section.html() == null)) {
            return Optional.empty();
        }
        return Optional.of(written()
                .map(section -> {
                    @Nullable String html = section.html();
                    return html != null ? html : textAsHtml.apply(Objects.requireNonNullElse(section.text(), ""));
                })
                .collect(Collectors.joining("\n")));
    }

    private Stream<Section.Written> written() {
        return body.stream().filter(Section.Written.class::isInstance).map(Section.Written.class::cast);
    }
}
