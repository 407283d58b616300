package org.postroom.mail.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.Flaw.Kind;

/** Collects the flaws of one mail, each once and not too many. */
final class Flaws {

    static final String HEADER_TOO_LARGE = "The message's header fields are too long; the rest was not read.";

    private static final int MOST = 20;

    private final Set<Flaw> found = new LinkedHashSet<>();

    void add(Kind kind, String sentence) {
        if (found.size() < MOST) {
            found.add(new Flaw(kind, sentence));
        }
    }

    /** Adds those of a mail within this one that concern what is seen of it. */
    void addThoseOfContent(Flaws inner) {
        inner.found.stream()
                .filter(flaw -> flaw.kind().concernsContent())
                .forEach(flaw -> add(flaw.kind(), flaw.sentence()));
    }

    void stoppedBy(MimeException broken) {
        if (broken instanceof BeyondLimitException beyond) {
            add(beyond.kind(), beyond.sentence());
        } else if (isOfHeader(broken) || isOfHeader(broken.getCause())) {
            add(Kind.HEADER_TOO_LARGE, HEADER_TOO_LARGE);
        } else {
            add(Kind.BROKEN_STRUCTURE, "The message's structure is broken; the rest was not read.");
        }
    }

    /** A fault of ours: who reads the mail is told that something is missing, and nothing of the fault. */
    void stoppedUnforeseen() {
        add(Kind.UNREADABLE, "The message could not be read to its end.");
    }

    private static boolean isOfHeader(@Nullable Throwable broken) {
        return broken instanceof MaxHeaderLimitException || broken instanceof MaxHeaderLengthLimitException;
    }

    List<Flaw> all() {
        return List.copyOf(found);
    }
}
