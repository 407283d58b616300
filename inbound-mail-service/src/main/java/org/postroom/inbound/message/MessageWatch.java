package org.postroom.inbound.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.report.Report;
import org.postroom.inbound.report.ReportCollector;
import org.postroom.mail.LoopMark;
import org.postroom.mail.reading.FieldWatch;
import org.postroom.mail.reading.PartWatch;
import org.postroom.mail.reading.ReadMail;

/** Looks at a message while it is read once: for marks of automatic mail, for reports, for our own mark. */
final class MessageWatch implements FieldWatch, PartWatch {

    private static final String OWN = LoopMark.FIELD.toLowerCase(Locale.ROOT);
    private static final int MOST_OWN_MARKS = 5;
    private static final String REPORT = "multipart/report";

    /** What a From field has in it that a server wrote. */
    private static final List<String> SERVERS = List.of("mailer-daemon", "daemon@", "postmaster@", "microsoftexchange");

    private final AutomationMarks marks = new AutomationMarks();
    private final ReportCollector reports = new ReportCollector();
    private final List<String> ownMarks = new ArrayList<>();

    MessageWatch(boolean nullEnvelopeSender) {
        if (nullEnvelopeSender) {
            marks.nullEnvelopeSender();
            reports.suspect();
        }
    }

    @Override
    public boolean wants(String name) {
        return marks.wants(name)
                || reports.wants(name)
                || name.equals(OWN)
                || name.equals("from")
                || name.equals("content-type");
    }

    @Override
    public void field(String name, String body) {
        if (marks.wants(name)) {
            marks.field(name, body);
        }
        if (reports.wants(name)) {
            reports.field(name, body);
        } else if (name.equals(OWN) && ownMarks.size() < MOST_OWN_MARKS) {
            ownMarks.add(body);
        } else if (mayBeReport(name, body.toLowerCase(Locale.ROOT))) {
            reports.suspect();
        }
    }

    private static boolean mayBeReport(String name, String body) {
        return (name.equals("content-type") && body.strip().startsWith(REPORT))
                || (name.equals("from") && SERVERS.stream().anyMatch(body::contains));
    }

    @Override
    public int wantsOf(String mediaType) {
        return reports.wantsOf(mediaType);
    }

    @Override
    public void part(String mediaType, String content) {
        reports.part(mediaType, content);
    }

    /** What was found of a message that was read to its end. */
    Found found(ReadMail mail) {
        var header = mail.header();
        var answered = new ArrayList<>(header.inReplyTo());
        answered.addAll(header.references());
        var report = reports.report(answered);
        var from = header.from();
        marks.author(from == null ? null : from.address());
        switch (report.orElse(null)) {
            case Report.OfComplaint _ -> marks.add(Automation.FEEDBACK_REPORT);
            case Report.OfDelivery _ -> marks.add(Automation.DELIVERY_REPORT);
            case null -> withoutReport(header.mediaType());
        }
        return new Found(marks.first(), report.orElse(null), ownMarks);
    }

    private void withoutReport(String mediaType) {
        if (reports.isReadReceipt()) {
            marks.add(Automation.READ_RECEIPT);
        } else if (reports.isDeliveryReport() || mediaType.equals(REPORT)) {
            marks.add(Automation.DELIVERY_REPORT);
        }
    }

    /**
     * What was found.
     *
     * @param automation the most telling mark of automatic mail
     * @param report what it reports; null where it reports nothing that can be read
     * @param ownMarks the marks of mail of ours that its header carries, as they stand there
     */
    record Found(Automation automation, @Nullable Report report, List<String> ownMarks) {}
}
