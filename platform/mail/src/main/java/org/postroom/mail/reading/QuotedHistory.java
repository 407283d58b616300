package org.postroom.mail.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The earlier mails that a text quotes at its end, apart from what is new in it. It errs to one side: what is not surely
 * a quotation is new, and where answers stand between quoted lines all of it is.
 *
 * @param written what its author wrote
 * @param quoted what came before, with the line that says whose it is; empty where nothing is surely quoted
 */
public record QuotedHistory(String written, String quoted) {

    private static final int LONGEST_LINE = 500;
    private static final int LINES_OF_HEADER = 6;
    private static final int MOST_LINES = 50_000;

    /** Lines by which Outlook and others divide the new from the old. */
    private static final Pattern DIVIDER =
            Pattern.compile("(?i)\\s*-{2,}\\s*(?:original message|original-nachricht|original appointment"
                    + "|urspr(?:ü|ue)ngliche nachricht|message d'origine|message d’origine|mensaje original|messaggio originale"
                    + "|oorspronkelijk bericht|mensagem original)\\s*-{2,}\\s*");

    /** Who wrote what follows; it can be broken over two lines. */
    private static final Pattern ATTRIBUTION = Pattern.compile("(?i)\\s*(?:(?:on|am|le|el|il|op|em|den|dne)\\s.{5,300}?"
            + "\\s(?:wrote|schrieb.{0,200}|a écrit|escribió|ha scritto|schreef.{0,200}|escreveu|skrev.{0,200}|napsal.{0,20})\\s?:"
            + ")\\s*");

    /** The same in short, on one line: {@code Kim Miller wrote:}. */
    private static final Pattern SHORT_ATTRIBUTION = Pattern.compile("(?i).{3,200}\\s(?:wrote|schrieb)\\s?:\\s*");

    private static final Pattern SENDER = Pattern.compile("(?i)\\s*\\*?(?:from|von|de|da|van)\\s?:\\*?\\s.*");
    private static final Pattern OTHER_FIELD = Pattern.compile(
            "(?i)\\s*\\*?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|inviato|oggetto"
                    + "|verzonden|aan|onderwerp)\\s?:\\*?\\s.*");
    private static final Pattern RULE = Pattern.compile("\\s*[_-]{5,}\\s*");

    /** Divides a text. */
    public static QuotedHistory of(String text) {
        List<String> lines = text.lines().limit(MOST_LINES + 1L).toList();
        if (lines.size() > MOST_LINES) {
            return new QuotedHistory(text, "");
        }
        Lines read = new Lines(lines);
        for (int i = 0; i < lines.size(); i++) {
            int begin = read.beginsAt(i);
            if (begin >= 0) {
                return divided(text, lines, begin);
            }
        }
        return new QuotedHistory(text, "");
    }

    /** True where all that is quoted was forwarded to be read: it is no history, but what the mail is about. */
    static boolean isForwarding(String line) {
        String lower = line.strip().toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("-")
                && (lower.contains("forwarded message") || lower.contains("weitergeleitete nachricht"));
    }

    private static QuotedHistory divided(String text, List<String> lines, int begin) {
        boolean forwarded = lines.subList(0, begin).stream().allMatch(String::isBlank)
                || lines.subList(Math.max(0, begin - 2), begin).stream().anyMatch(QuotedHistory::isForwarding);
        if (forwarded) {
            return new QuotedHistory(text, "");
        }
        int at = 0;
        for (int i = 0; i < begin; i++) {
            int end = at + lines.get(i).length();
            boolean pair = text.startsWith("\r\n", end);
            at = end + (pair ? 2 : 1);
        }
        return new QuotedHistory(text.substring(0, at), text.substring(at));
    }

    /** The lines of a text, and from which on they are quoted to the end. */
    private static final class Lines {

        private final List<String> lines;
        private final int quotedFrom;

        Lines(List<String> lines) {
            this.lines = lines;
            int from = lines.size();
            while (from > 0
                    && (lines.get(from - 1).isBlank() || lines.get(from - 1).startsWith(">"))) {
                from--;
            }
            this.quotedFrom = lines.stream().skip(from).allMatch(String::isBlank) ? Integer.MAX_VALUE : from;
        }

        /** Where the quotation begins that this line is the first sign of; negative where it is none. */
        int beginsAt(int index) {
            String line = lines.get(index);
            if (line.length() > LONGEST_LINE) {
                return -1;
            }
            if (DIVIDER.matcher(line).matches()) {
                return index;
            }
            if (SENDER.matcher(line).matches() && fieldsAfter(index) >= 2) {
                boolean ruled = index > 0 && RULE.matcher(lines.get(index - 1)).matches();
                return ruled ? index - 1 : index;
            }
            boolean quoted = line.startsWith(">") && index >= quotedFrom;
            return quoted || isAttribution(index) ? index : -1;
        }

        private boolean isAttribution(int index) {
            String line = lines.get(index);
            String next = index + 1 < lines.size() ? lines.get(index + 1) : "";
            if (index + 1 >= quotedFrom && line.stripTrailing().endsWith(":")) {
                return ATTRIBUTION.matcher(line).matches()
                        || SHORT_ATTRIBUTION.matcher(line).matches();
            }
            return index + 2 >= quotedFrom
                    && !line.isBlank()
                    && next.length() <= LONGEST_LINE
                    && next.stripTrailing().endsWith(":")
                    && ATTRIBUTION.matcher(line + " " + next).matches();
        }

        private int fieldsAfter(int index) {
            return (int) lines.subList(index + 1, Math.min(lines.size(), index + LINES_OF_HEADER)).stream()
                    .filter(line -> line.length() <= LONGEST_LINE
                            && OTHER_FIELD.matcher(line).matches())
                    .count();
        }
    }
}
