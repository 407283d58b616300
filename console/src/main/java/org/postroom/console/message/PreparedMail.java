package org.postroom.console.message;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a mail that was read once: all that its pages need besides its text and the content of its parts, which are
 * kept apart.
 *
 * @param parts its files and pictures, in their order
 * @param names under which names their contents are kept, in the same order
 * @param remotePictures the addresses on the web of the pictures that it refers to
 * @param facts what is compared when it is read again
 */
public record PreparedMail(
        List<MailContent.Part> parts, List<String> names, List<String> remotePictures, ReadFacts facts) {

    /** Copies the lists, and refuses parts without names. */
    public PreparedMail {
        parts = List.copyOf(parts);
        names = List.copyOf(names);
        remotePictures = List.copyOf(remotePictures);
        if (parts.size() != names.size()) {
            throw new IllegalArgumentException(
                    "expected a name for each of " + parts.size() + " parts, but got " + names.size());
        }
    }

    /** The parts that are not pictures inside the text. */
    public List<MailContent.Part> attachments() {
        return MailContent.Part.attachments(parts);
    }

    /** A part by its number. */
    public Optional<MailContent.Part> part(int number) {
        return parts.stream().filter(part -> part.number() == number).findFirst();
    }

    /** Under which name a part's content is kept. */
    public String nameOf(MailContent.Part part) {
        return names.get(parts.indexOf(part));
    }
}
