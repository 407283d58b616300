package org.postroom.mail.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postroom.mail.reading.Flaw.Kind;

/**
 * Puts a mail's own header in order before it is parsed: lines that are no fields (RFC 5322, section 2.2) are left out,
 * joined to the field that they were torn from, or begin the text where no field follows them.
 */
final class HeaderRepair {

    /** A header that is longer is taken as it is. */
    private static final int LONGEST = 256 * 1024;

    private static final int STEP = 8 * 1024;
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}[ \\t]*:.*", Pattern.DOTALL);

    /** Fields that tell that a header goes on; any word with a colon could stand in a text as well. */
    private static final Pattern KNOWN_FIELD = Pattern.compile(
            "(?i)(?:from|to|cc|bcc|sender|subject|date|message-id|mime-version|received|return-path|reply-to|references"
                    + "|in-reply-to|importance|priority|precedence|auto-submitted|user-agent|(?:content|x|list|dkim|arc"
                    + "|resent|thread|authentication|delivered|received|disposition)-[!-9;-~]{1,60})[ \\t]*:.*",
            Pattern.DOTALL);

    private final Flaws flaws;
    private final List<String> lines;
    private final StringBuilder repaired = new StringBuilder();

    private HeaderRepair(List<String> lines, Flaws flaws) {
        this.lines = lines;
        this.flaws = flaws;
    }

    /**
     * The mail with its header in order.
     *
     * @throws IOException where the bytes could not be read
     */
    static InputStream repaired(InputStream raw, Flaws flaws) throws IOException {
        ByteArrayOutputStream begun = new ByteArrayOutputStream(STEP);
        byte[] buffer = new byte[STEP];
        int end = -1;
        int count = raw.read(buffer);
        while (count >= 0) {
            int from = Math.max(0, begun.size() - 3);
            begun.write(buffer, 0, count);
            end = endOfHeader(begun.toByteArray(), from);
            if (end >= 0 || begun.size() > LONGEST) {
                break;
            }
            count = raw.read(buffer);
        }
        byte[] bytes = begun.toByteArray();
        int length = end >= 0 ? end : bytes.length;
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(bytes, length, bytes.length - length), raw);
        byte[] header = Arrays.copyOf(bytes, length);
        return new FilledReads(new SequenceInputStream(
                new ByteArrayInputStream(length > LONGEST ? header : inOrder(header, flaws)), rest));
    }

    private static byte[] inOrder(byte[] header, Flaws flaws) {
        // Byte by byte, so that nothing changes that is not ASCII.
        List<String> lines = lines(new String(header, StandardCharsets.ISO_8859_1));
        if (lines.stream().allMatch(line -> isField(line) || isContinuation(line))) {
            return header;
        }
        return new HeaderRepair(lines, flaws).repair().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String repair() {
        int lastKnown = lastKnownField();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isField(line) || isContinuation(line)) {
                repaired.append(line);
            } else if (i > 0 && isParameter(i)) {
                repaired.append(' ').append(line);
            } else if (i > lastKnown && !isOfMailboxFile(line)) {
                flaws.add(Kind.MALFORMED_FIELD, "No empty line stands between the header and the text.");
                repaired.append("\r\n");
                lines.subList(i, lines.size()).forEach(repaired::append);
                return repaired.toString();
            } else if (i > 0 && wasTorn(i)) {
                repaired.append(' ').append(line);
            } else if (!isOfMailboxFile(line)) {
                flaws.add(Kind.MALFORMED_FIELD, "A line in the header is no field; it was left out.");
            }
        }
        return repaired.toString();
    }

    /** The line before each mail of a mailbox file (RFC 4155) is no field, and says nothing. */
    private static boolean isOfMailboxFile(String line) {
        return line.startsWith("From ") || line.startsWith(">From ");
    }

    /** True for a line that is surely a field. */
    static boolean isKnownField(String line) {
        return KNOWN_FIELD.matcher(line).matches();
    }

    /** The last line that is surely a field of this header; what stands behind a boundary is of a part. */
    private int lastKnownField() {
        int last = -1;
        for (int i = 0; i < lines.size() && !lines.get(i).startsWith("--"); i++) {
            last = isKnownField(lines.get(i)) ? i : last;
        }
        return last;
    }

    /** True for a parameter of the field before, in a line that should begin with a space. */
    private boolean isParameter(int line) {
        return lines.get(line - 1).stripTrailing().endsWith(";")
                && lines.get(line).indexOf('=') > 0;
    }

    /** True where the field before goes on in this line, although it should begin with a space. */
    private boolean wasTorn(int line) {
        String before = lines.get(line - 1).strip();
        return before.endsWith(",") || before.toLowerCase(Locale.ROOT).startsWith("subject:");
    }

    private static boolean isField(String line) {
        return line.isBlank() || FIELD.matcher(line).matches();
    }

    private static boolean isContinuation(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(begin, end));
            begin = end;
        }
        return lines;
    }

    /** Where the first empty line begins; negative where there is none yet. */
    private static int endOfHeader(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            boolean next = i + 1 < bytes.length && bytes[i + 1] == '\n';
            boolean afterReturn = i + 2 < bytes.length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n';
            if (bytes[i] == '\n' && (next || afterReturn)) {
                return i + 1;
            }
        }
        return -1;
    }
}
