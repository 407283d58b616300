package org.postroom.inbound.mailbox.imap;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is fetched from mailboxes.
 *
 * @param allowPrivate true to let mailboxes be in private networks and on this machine, and to let them take passwords without
 *     encryption
 * @param trustedCertificates a PEM file with certificates of authorities to trust beside the usual ones; null for none
 * @param answerTimeout how long to wait for a connection, or an answer
 * @param session after how long we sign in anew, which is how a password that was changed is noticed
 * @param retryPause how long to wait after a sign-in was refused
 * @param most from how many mailboxes one replica fetches
 */
@ConfigurationProperties("postroom.inbound.mailboxes")
public record MailboxSettings(
        @DefaultValue("false") boolean allowPrivate,
        @Nullable Path trustedCertificates,
        @DefaultValue("30s") Duration answerTimeout,
        @DefaultValue("3m") Duration session,
        @DefaultValue("1m") Duration retryPause,
        @DefaultValue("200") int most) {

    /** The alarm is promised within five minutes: a session and two attempts have to fit. */
    private static final Duration LONGEST_SESSION = Duration.ofMinutes(3);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** Refuses what could not keep the promise. */
    public MailboxSettings {
        check("answer-timeout", answerTimeout, LONGEST_SESSION);
        check("session", session, LONGEST_SESSION);
        check("retry-pause", retryPause, LONGEST_PAUSE);
        if (most < 1) {
            throw new IllegalArgumentException("postroom.inbound.mailboxes.most: expected at least 1, but got " + most);
        }
    }

    private static void check(String name, Duration time, Duration longest) {
        if (!time.isPositive() || time.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "postroom.inbound.mailboxes." + name + ": expected a time up to " + longest + ", but got " + time);
        }
    }
}
