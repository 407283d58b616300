package org.postroom.domain.flow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.fact.MailFacts;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.NamedAddress;
import org.postroom.mail.reading.ReadMail;
import org.postroom.mail.reading.ReadingLimits;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries flows on mails. */
@RestController
@RequestMapping("/api/flows/{id}/trial")
class TrialController {

    private static final MailFacts.Sender NOBODY = new MailFacts.Sender("", "");

    private final FlowTrials trials;
    private final Clock clock;
    private final MailReader reader = new MailReader(ReadingLimits.FACTS);

    TrialController(FlowTrials trials, Clock clock) {
        this.trials = trials;
        this.clock = clock;
    }

    /** Tells what a flow would make of a mail, without any effect. */
    @PostMapping
    @PreAuthorize("hasAuthority('directory:manage')")
    TrialResultJson trial(SignedInUser user, @PathVariable String id, @RequestBody TrialJson trial) {
        return TrialResultJson.of(trials.onMail(user, id, trial.definition(), facts(trial)));
    }

    /** What the request says of the mail goes before what stands in the message itself. */
    private MailFacts facts(TrialJson trial) {
        var given = trial.facts() == null ? TrialJson.FactsJson.NONE : trial.facts();
        var read = trial.message() == null ? null : read(trial.message());
        return new MailFacts(
                given.sender() == null ? sender(read) : given.sender().value(),
                Objects.requireNonNullElse(present(given.recipients()), List.of()),
                Objects.requireNonNullElse(present(given.to()), to(read)),
                Objects.requireNonNullElse(present(given.cc()), cc(read)),
                given.subject() == null ? subject(read) : given.subject(),
                given.size() == null ? size(trial.message()) : given.size(),
                given.attachments() == null ? attachments(read) : TrialJson.values(given.attachments()),
                Boolean.TRUE.equals(given.automatic()),
                Boolean.TRUE.equals(given.spam()),
                Objects.requireNonNullElse(given.dmarc(), "none"),
                Objects.requireNonNullElse(given.received(), clock.instant()),
                Boolean.TRUE.equals(given.continued()));
    }

    private ReadMail read(String message) {
        try {
            return reader.read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("expected bytes in memory to be read, but they were not", impossible);
        }
    }

    private static MailFacts.Sender sender(@Nullable ReadMail mail) {
        var from = mail == null ? null : mail.header().from();
        return from == null
                ? NOBODY
                : new MailFacts.Sender(from.address(), Objects.requireNonNullElse(from.name(), ""));
    }

    private static List<String> to(@Nullable ReadMail mail) {
        return mail == null ? List.of() : addresses(mail.header().to());
    }

    private static List<String> cc(@Nullable ReadMail mail) {
        return mail == null ? List.of() : addresses(mail.header().cc());
    }

    private static List<String> addresses(List<NamedAddress> mailboxes) {
        return mailboxes.stream().map(NamedAddress::address).toList();
    }

    private static String subject(@Nullable ReadMail mail) {
        return mail == null ? "" : mail.header().subject();
    }

    private static long size(@Nullable String message) {
        return message == null ? 0 : message.getBytes(StandardCharsets.UTF_8).length;
    }

    private static List<MailFacts.Attachment> attachments(@Nullable ReadMail mail) {
        return mail == null
                ? List.of()
                : mail.parts().stream()
                        .map(part -> new MailFacts.Attachment(part.fileName(), part.mediaType(), part.size()))
                        .toList();
    }

    /** An empty place in a list is none. */
    private static @Nullable List<String> present(@Nullable List<String> given) {
        return given == null ? null : given.stream().filter(Objects::nonNull).toList();
    }
}
