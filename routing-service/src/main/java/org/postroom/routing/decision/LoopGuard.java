package org.postroom.routing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.SenderId;
import org.postroom.routing.id.SubjectId;

/**
 * Counts automatic mail over all addresses of the organisation, so that two machines that answer each other come to an end. It
 * counts what was kept aside, too: a sender is let through again once its mails have become fewer.
 */
final class LoopGuard extends Slice<SenderId, AutomaticSender> {

    private static final Duration WINDOW = Duration.ofHours(3);
    private static final int MOST_OF_SENDER = AutomaticSender.KEPT;
    private static final int MOST_OF_SENDER_AND_SUBJECT = 2;

    /** What programs put before the subject that they answer, in the languages in which that is common. */
    private static final Pattern ANSWER_MARKS = Pattern.compile(
            "^(?:(?:re|aw|sv|antw|vs|odp|fw|fwd|wg|tr|rv)(?:\\[\\d{1,3}])?\\s{0,3}[:：]\\s{0,8}){1,200}+");

    private final Memory<SenderId> memory = new Memory<>(WINDOW);

    LoopGuard() {
        super(EntityKind.AUTOMATIC_SENDER, AutomaticSender.class, SenderId::new);
    }

    /** Counts an automatic mail; true where it is one too many. */
    boolean isExceededBy(EmailAddress sender, String subject, Instant now) {
        var senderId = new SenderId(DerivedIds.of("automatic sender:" + sender.folded()));
        var subjectId = new SubjectId(DerivedIds.of("subject:" + withoutMarks(subject)));
        var known = get(senderId);
        var before = known == null ? new AutomaticSender(List.of()) : known;
        var recent = before.mails().stream()
                .filter(mail -> mail.at().plus(WINDOW).isAfter(now))
                .toList();
        put(senderId, new AutomaticSender(recent).with(new AutomaticSender.Mail(now, subjectId)));
        var sameSubject =
                recent.stream().filter(mail -> mail.subject().equals(subjectId)).count();
        return recent.size() >= MOST_OF_SENDER || sameSubject >= MOST_OF_SENDER_AND_SUBJECT;
    }

    private static String withoutMarks(String subject) {
        return ANSWER_MARKS
                .matcher(subject.strip().toLowerCase(Locale.ROOT))
                .replaceFirst("")
                .strip();
    }

    @Override
    void follow(SenderId id, @Nullable AutomaticSender before, @Nullable AutomaticSender after) {
        if (before == null && after != null) {
            memory.remember(id, newest(after));
        }
    }

    /** Looks again a window later at a sender who wrote since. */
    @Override
    void forgetDue(Instant now) {
        memory.forgetDue(now, (id, moment) -> {
            var sender = get(id);
            if (sender != null && newest(sender).plus(WINDOW).isAfter(moment)) {
                return false;
            }
            remove(id);
            return true;
        });
    }

    @Override
    void settle() {
        super.settle();
        memory.sort();
    }

    private static Instant newest(AutomaticSender sender) {
        return sender.mails().isEmpty()
                ? Instant.EPOCH
                : sender.mails().getLast().at();
    }
}
