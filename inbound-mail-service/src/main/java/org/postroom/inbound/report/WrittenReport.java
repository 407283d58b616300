package org.postroom.inbound.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.report.Report.Action;
import org.postroom.inbound.report.Report.Recipient;

/**
 * A report in words for people, as servers write it that know no RFC 3464: qmail, Exim, older Postfix, Exchange. What they
 * have in common is an address at the beginning of a line, and what was said about it up to the next address or empty line;
 * or an answer with the address in it. What is below the mark of the returned mail is the mail.
 */
final class WrittenReport {

    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_LINE = 2_000;

    private static final Pattern INTRODUCES = Pattern.compile(
            "^[\\s>*-]{0,10}<?([^\\s<>()\\[\\]\",;:@]{1,200}@[^\\s<>()\\[\\]\",;:@]{1,255})>?(?=[\\s:,.(]|$)(.*)$");
    /** A code of RFC 3463, or three digits after a word of a server's: numbers alone stand in people's notices, too. */
    private static final Pattern ANSWER = Pattern.compile("(?<![\\d.])[45]\\.[0-7]\\.\\d{1,3}(?![\\d.])"
            + "|(?i:said|error|response|answer|smtp|rejected)[^0-9]{0,80}(?<!\\d)[45]\\d\\d(?!\\d)");

    /** An answer with its address beside it: three digits mean one only at a line's beginning, numbers being common. */
    private static final Pattern ANSWER_OF_ADDRESS =
            Pattern.compile("^[\\s>#*\"']{0,10}[45]\\d\\d[ -]|(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])");

    private static final Pattern RETURNED =
            Pattern.compile("(?i)^[\\s>]{0,5}(?:-{2,}.{0,80}(?:copy|original|returned|unsent|below this line).{0,80}"
                    + "|original message headers.{0,20}|return-path:.*|received:.*|message-id:.*)$");
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^[\\s>]{0,5}message-id:\\s{0,80}<([^<>\\s]{3,250})>");
    private static final Pattern DELAY = Pattern.compile(
            "(?i)(?:delivery (?:has been |is |was )?delayed|delayed mail|has not (?:yet )?been delivered"
                    + "|will (?:keep trying|be retried|continue)|warning message only|do not need to resend|no action is required)");

    private WrittenReport() {}

    /**
     * The recipients that a text tells of.
     *
     * @param failed who the header said had failed (X-Failed-Recipients), in its order
     */
    static List<Recipient> recipients(String text, List<String> failed) {
        List<String> lines = text.lines()
                .limit(MOST_LINES)
                .map(line -> Wording.shortened(line, LONGEST_LINE))
                .takeWhile(line -> !RETURNED.matcher(line).matches())
                .toList();
        Action action = lines.stream().anyMatch(line -> DELAY.matcher(line).find()) ? Action.DELAYED : Action.FAILED;
        Map<String, String> said = said(lines);
        Stream<String> named = failed.isEmpty()
                ? said.keySet().stream()
                        .filter(address ->
                                ANSWER.matcher(said.getOrDefault(address, "")).find())
                : failed.stream();
        return named.limit(Report.MOST_RECIPIENTS)
                .map(address -> recipient(address, action, said.get(address)))
                .toList();
    }

    /** The identifier of the mail that a text quotes the header of. */
    static Optional<String> messageId(String text) {
        Matcher found = MESSAGE_ID.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Recipient recipient(String address, Action action, @Nullable String words) {
        Optional<String> status = Optional.ofNullable(words).flatMap(Wording::enhancedStatus);
        return new Recipient(
                address, null, action, status.orElseGet(() -> DeliveryStatus.unspecified(action)), words, null);
    }

    /** What is said of each address, in the order in which they come. */
    private static Map<String, String> said(List<String> lines) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        @Nullable List<String> present = null;
        for (String line : lines) {
            Matcher introduces = INTRODUCES.matcher(line);
            if (introduces.matches()) {
                present = words.computeIfAbsent(String.valueOf(introduces.group(1)), _ -> new ArrayList<>());
                present.add(String.valueOf(introduces.group(2)).replaceFirst("^[\\s:]+", ""));
            } else if (line.isBlank()) {
                present = null;
            } else if (present != null) {
                present.add(line);
            } else if (ANSWER_OF_ADDRESS.matcher(line).find()) {
                Wording.address(line)
                        .ifPresent(address -> words.computeIfAbsent(address, _ -> new ArrayList<>())
                                .add(line));
            }
        }
        Map<String, String> said = new LinkedHashMap<>();
        words.forEach((address, all) -> said.put(address, Wording.onOneLine(String.join(" ", all))));
        return said;
    }
}
