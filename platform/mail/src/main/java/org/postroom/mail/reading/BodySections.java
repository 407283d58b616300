package org.postroom.mail.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Arranges what a person sees: every text, in its order, and the pictures between them; of alternatives (RFC 2046,
 * section 5.1.4) one plain text and one HTML.
 */
final class BodySections {

    private static final int MOST_REFERENCES = 1_000;
    private static final Pattern REFERENCE = Pattern.compile("(?i)\\bcid:([^\"'\\s<>)]{1,255})");

    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<Draft> drafts = new ArrayList<>();

    /** How many multiparts are open. */
    int depth() {
        return levels.size();
    }

    void openMultipart(String subtype) {
        @Nullable Level around = levels.peek();
        @Nullable Alternatives outer = around == null ? null : around.alternatives;
        boolean begins = outer == null && subtype.equals("alternative");
        levels.push(new Level(begins ? new Alternatives() : outer, begins));
    }

    void beginPart() {
        @Nullable Level level = levels.peek();
        if (level != null) {
            level.parts++;
            if (level.alternatives != null && level.beginsAlternatives) {
                level.alternatives.branch++;
            }
        }
    }

    /** The text before a multipart's first part, which is its text where no part follows. */
    void preamble(String text) {
        @Nullable Level level = levels.peek();
        if (level != null) {
            level.preamble = text;
        }
    }

    /** Ends a multipart; false where it had no parts. */
    boolean closeMultipart() {
        Level level = levels.pop();
        if (level.parts == 0) {
            add(level.preamble, false);
        }
        return level.parts > 0;
    }

    /** True where a text part belongs to what is seen; a file with a name does not, except among alternatives. */
    boolean takes(PartHeader part) {
        if (!part.isText() || part.isAttachment()) {
            return false;
        }
        @Nullable Level level = levels.peek();
        if (level == null) {
            return true;
        }
        return level.alternatives == null ? part.fileName().isEmpty() : level.alternatives.takes(part.isHtml());
    }

    void add(String text, boolean html) {
        if (text.isBlank()) {
            return;
        }
        @Nullable Level level = levels.peek();
        if (level == null || level.alternatives == null) {
            Draft draft = new Draft(null);
            draft.add(text, html);
            drafts.add(draft);
        } else {
            level.alternatives.add(text, html, drafts);
        }
    }

    /** Adds a picture to what is seen, unless an HTML shows it. */
    void completeWith(MailPart part, boolean picture) {
        if (picture) {
            drafts.add(new Draft(new Section.Picture(part)));
        }
    }

    /** Adds what stands in a part; the same appointment, which many programs send twice, is added once. */
    void opened(Section section) {
        boolean known = drafts.stream().anyMatch(draft -> section.equals(draft.fixed));
        if (!known) {
            drafts.add(new Draft(section));
        }
    }

    /** Adds the text of a file that has the mail in it, unless the mail has a text; false where it has. */
    boolean addWhereNoneIs(String text, String html) {
        if (drafts.stream().anyMatch(draft -> !draft.isEmpty())) {
            return false;
        }
        Draft draft = new Draft(null);
        draft.text.append(text.isBlank() ? "" : text);
        draft.html.append(html.isBlank() ? "" : html);
        if (!draft.isEmpty()) {
            drafts.add(draft);
        }
        return true;
    }

    /** True for a form of a text that only few programs show, where the text was taken in another form already. */
    boolean isSaidOtherwise(PartHeader part) {
        @Nullable Level level = levels.peek();
        return level != null
                && level.alternatives != null
                && !level.alternatives.draft.isEmpty()
                && part.isRareForm()
                && !part.isAttachment();
    }

    /** What is seen, without the pictures that an HTML shows itself. */
    List<Section> sections() {
        Set<String> shown = new HashSet<>();
        drafts.forEach(draft -> addReferences(draft.html, shown));
        List<Section> sections = new ArrayList<>();
        for (Draft draft : drafts) {
            @Nullable Section fixed = draft.fixed;
            if (fixed == null) {
                sections.add(new Section.Written(orNull(draft.text), orNull(draft.html)));
            } else if (!(fixed instanceof Section.Picture picture
                    && shown.contains(picture.part().contentId().toLowerCase(Locale.ROOT)))) {
                sections.add(fixed);
            }
        }
        return sections;
    }

    private static void addReferences(StringBuilder html, Set<String> shown) {
        if (html.isEmpty()) {
            return;
        }
        Matcher reference = REFERENCE.matcher(html);
        while (shown.size() < MOST_REFERENCES && reference.find()) {
            shown.add(MailPart.canonical(reference.group(1)));
        }
    }

    private static @Nullable String orNull(StringBuilder text) {
        return text.isEmpty() ? null : text.toString();
    }

    private static final class Level {

        private final @Nullable Alternatives alternatives;
        private final boolean beginsAlternatives;
        private int parts;
        private String preamble = "";

        Level(@Nullable Alternatives alternatives, boolean beginsAlternatives) {
            this.alternatives = alternatives;
            this.beginsAlternatives = beginsAlternatives;
        }
    }

    /** The branches of a multipart/alternative: one gives the plain text, one the HTML. */
    private static final class Alternatives {

        private static final int NONE = -1;

        private final Draft draft = new Draft(null);
        private int branch;
        private int textFrom = NONE;
        private int htmlFrom = NONE;

        boolean takes(boolean html) {
            int from = html ? htmlFrom : textFrom;
            return from == NONE || from == branch;
        }

        void add(String text, boolean html, List<Draft> drafts) {
            if (draft.isEmpty()) {
                drafts.add(draft);
            }
            draft.add(text, html);
            if (html) {
                htmlFrom = branch;
            } else {
                textFrom = branch;
            }
        }
    }

    private static final class Draft {

        private final @Nullable Section fixed;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();

        Draft(@Nullable Section fixed) {
            this.fixed = fixed;
        }

        boolean isEmpty() {
            return text.isEmpty() && html.isEmpty();
        }

        void add(String more, boolean isHtml) {
            StringBuilder form = isHtml ? html : text;
            form.append(form.isEmpty() ? "" : "\n").append(more);
        }
    }
}
