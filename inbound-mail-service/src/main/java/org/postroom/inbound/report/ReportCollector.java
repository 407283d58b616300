package org.postroom.inbound.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.report.FieldBlocks.Block;
import org.postroom.inbound.report.Report.Recipient;
import org.postroom.mail.reading.FieldWatch;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.PartWatch;
import org.postroom.mail.reading.ReadingLimits;

/**
 * Collects what a mail reports, while it is read once. Texts are looked at only where the header says that a server may have
 * written them, so that nothing is kept of other mail. At most 64 kB of each of the first 8 parts that matter are kept.
 */
public final class ReportCollector implements FieldWatch, PartWatch {

    private static final int MOST_OF_PART = 64 * 1024;
    private static final int MOST_PARTS = 8;
    private static final MailReader READER = new MailReader(new ReadingLimits(1, 1, MOST_OF_PART, 1_000, 0));

    private final List<String> texts = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private @Nullable DeliveryStatus status;
    private @Nullable Block complaint;
    private @Nullable String returned;
    private boolean readReceipt;
    private boolean suspected;
    private int partsKept;

    /** Makes a collector for one mail. */
    public ReportCollector() {}

    /** The header says that a server may have written the mail: its text is worth looking at. */
    public void suspect() {
        suspected = true;
    }

    @Override
    public boolean wants(String name) {
        return name.equals("x-failed-recipients");
    }

    @Override
    public void field(String name, String body) {
        suspected = true;
        for (String one : body.split(",", Report.MOST_RECIPIENTS + 1)) {
            if (failed.size() < Report.MOST_RECIPIENTS) {
                Wording.address(one)
                        .filter(address -> !failed.contains(address))
                        .ifPresent(failed::add);
            }
        }
    }

    @Override
    public int wantsOf(String mediaType) {
        boolean wanted = switch (mediaType) {
            case "message/delivery-status",
                    "message/global-delivery-status",
                    "message/feedback-report",
                    "message/disposition-notification",
                    "message/global-disposition-notification" -> true;
            case "message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers", "text/plain" ->
                isSuspected();
            default -> false;
        };
        return wanted && partsKept < MOST_PARTS ? MOST_OF_PART : 0;
    }

    @Override
    public void part(String mediaType, String content) {
        partsKept++;
        switch (mediaType) {
            case "text/plain" -> texts.add(content);
            case "message/delivery-status", "message/global-delivery-status" ->
                status = status == null ? DeliveryStatus.read(content) : status;
            case "message/feedback-report" ->
                complaint = complaint == null
                        ? FieldBlocks.of(content).stream().findFirst().orElse(null)
                        : complaint;
            case "message/disposition-notification", "message/global-disposition-notification" -> readReceipt = true;
            default -> returned = returned == null ? content : returned;
        }
    }

    /** True for a notice that a mail was displayed or deleted (RFC 8098): a machine's, and no failure. */
    public boolean isReadReceipt() {
        return readReceipt;
    }

    /** True where parts of a delivery report are there, whether or not they say anything. */
    public boolean isDeliveryReport() {
        return status != null;
    }

    /**
     * What the mail reports; empty where it reports nothing that can be read.
     *
     * @param answered the identifiers that the mail's own header names, the newest last: some servers name the returned mail so
     */
    public Optional<Report> report(List<String> answered) {
        if (complaint != null) {
            return Optional.of(ofComplaint(complaint));
        }
        List<Recipient> recipients = status == null ? List.of() : status.recipients();
        if (recipients.isEmpty() && isSuspected() && !readReceipt) {
            recipients = WrittenReport.recipients(writtenText(), failed);
        }
        if (recipients.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Report.OfDelivery(
                originalMessageId()
                        .or(() -> answered.reversed().stream().findFirst())
                        .orElse(null),
                status == null ? null : status.envelopeId(),
                status == null ? null : status.reporter(),
                recipients));
    }

    private String writtenText() {
        return Wording.shortened(String.join("\n\n", texts), MOST_OF_PART);
    }

    private boolean isSuspected() {
        return suspected || status != null || complaint != null;
    }

    private Report ofComplaint(Block fields) {
        List<String> recipients = fields.fields().getOrDefault("original-rcpt-to", List.of()).stream()
                .limit(Report.MOST_RECIPIENTS)
                .flatMap(value -> Wording.address(value).stream())
                .toList();
        return new Report.OfComplaint(
                fields.first("feedback-type").orElse("other").toLowerCase(Locale.ROOT),
                originalMessageId().orElse(null),
                recipients,
                fields.first("user-agent").orElse(null));
    }

    private Optional<String> originalMessageId() {
        return Optional.ofNullable(returned)
                .flatMap(ReportCollector::messageIdOf)
                .or(() -> Stream.concat(Optional.ofNullable(returned).stream(), texts.stream())
                        .flatMap(text -> WrittenReport.messageId(text).stream())
                        .findFirst());
    }

    private static Optional<String> messageIdOf(String mail) {
        try {
            var raw = new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8));
            return Optional.ofNullable(READER.read(raw).header().messageId());
        } catch (IOException impossible) {
            throw new UncheckedIOException("expected a text in memory to be read, but it was not", impossible);
        }
    }
}
