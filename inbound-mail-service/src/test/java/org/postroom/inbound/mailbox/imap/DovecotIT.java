package org.postroom.inbound.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.inbound.directory.ConfiguredAddress;
import org.postroom.inbound.directory.DirectoryTable;
import org.postroom.inbound.mailbox.Dovecot;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.Mailbox.Afterwards;
import org.postroom.inbound.mailbox.Mailbox.Authentication;
import org.postroom.inbound.mailbox.Mailbox.Encryption;
import org.postroom.inbound.mailbox.MailboxException;
import org.postroom.inbound.mailbox.OpenMailbox;
import org.postroom.inbound.mailbox.Pull;
import org.postroom.inbound.reception.ContentLimits;
import org.postroom.inbound.reception.MemoryBudget;
import org.postroom.inbound.reception.ReceivedMail;
import org.postroom.inbound.reception.Reception;
import org.postroom.inbound.reception.ReceptionChecks;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.message.EncryptedMessageStore;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import org.postroom.runtime.network.TrustedAuthorities;
import org.postroom.runtime.secret.SecretBox;
import org.postroom.runtime.token.TokenSource;

/** What Debian's Dovecot has, fetched into reception and its store; only the log and the database are not there. */
@EnabledIf(
        value = "org.postroom.inbound.mailbox.Dovecot#isPresent",
        disabledReason = "dovecot-imapd is not there and cannot be fetched, which takes Debian and its package server")
class DovecotIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LARGEST = 2_000_000;

    @TempDir
    static Path folder;

    @TempDir
    Path store;

    private static Dovecot dovecot;
    private static int users;

    private final List<ReceivedMail> published = new CopyOnWriteArrayList<>();
    private final Remembered mailboxes = new Remembered();
    private final String user = "user" + users++;
    private Line line;
    private Pull pull;
    private Duration patience = PATIENCE;

    @BeforeAll
    static void start() {
        dovecot = Dovecot.in(folder);
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @BeforeEach
    void prepare() throws Exception {
        dovecot.user(user, "secret");
        line = new Line(dovecot.port());
        Clock clock = Clock.systemUTC();
        var directory = new DirectoryTable();
        directory.addDomain("domain-1", "acme", "acme.test");
        directory.putAddress(new ConfiguredAddress("address-1", "acme", "domain-1", "help", true, false, false));
        var reception = new Reception(
                EncryptedMessageStore.in(
                        store,
                        SecretBox.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
                        new TimeOrderedIds(clock),
                        clock),
                mail -> {
                    published.add(mail);
                    return CompletableFuture.completedFuture(null);
                },
                (organisation, redirect, at) -> CompletableFuture.completedFuture(null),
                clock,
                "mx.postroom.test",
                ReceptionChecks.none((stage, check, verdict) -> {}).content(),
                new ContentLimits(LARGEST, LARGEST, LARGEST),
                new MemoryBudget(10_000_000, 1, PATIENCE));
        pull = new Pull(mailboxes, directory, reception, clock);
    }

    @AfterEach
    void hangUp() throws Exception {
        line.close();
    }

    @Test
    void fetchesEachMailWholeAndOnceWhileTheLineIsCutInTheMiddleOfThem() throws Exception {
        List<String> subjects = IntStream.range(0, 6).mapToObj(i -> "mail-" + i).toList();
        for (String subject : subjects) {
            dovecot.deliver(user, mail(subject) + "0123456789 0123456789 0123456789\n".repeat(20_000));
        }
        var random = new Random(11);

        for (int attempt = 0; attempt < 8; attempt++) {
            line.cutAfter(2_000 + random.nextInt(1_200_000));
            tryToFetch(mailbox(Afterwards.NOTHING, true));
        }
        line.cutAfter(Long.MAX_VALUE);
        fetch(mailbox(Afterwards.NOTHING, true));

        assertThat(line.cuts()).isGreaterThan(3);
        assertThat(subjects()).containsExactlyElementsOf(subjects);
        assertThat(published.stream().map(ReceivedMail::emailId).distinct()).hasSize(subjects.size());
        assertThat(published)
                .allSatisfy(mail -> assertThat(mail.stored().size()).isGreaterThan(20_000L * 34));
    }

    @Test
    void leavesTheMailboxAsItIs() throws Exception {
        dovecot.deliver(user, mail("one"));

        fetch(mailbox(Afterwards.NOTHING, true));

        assertThat(subjects()).containsExactly("one");
        assertThat(dovecot.mails(user)).singleElement().asString().doesNotContain("S");
        ReceivedMail mail = published.getFirst();
        assertThat(mail.envelope().mailboxId()).isEqualTo("mailbox-1");
        assertThat(mail.envelope().sender().address()).isEqualTo("bounces@example.org");
        assertThat(mail.recipients())
                .singleElement()
                .satisfies(recipient -> assertThat(recipient.address()).isEqualTo("help@acme.test"));
    }

    @Test
    void marksOrDeletesWhereThatIsAskedFor() throws Exception {
        dovecot.deliver(user, mail("one"));
        fetch(mailbox(Afterwards.MARK_READ, true));
        assertThat(dovecot.mails(user)).singleElement().asString().endsWith(":2,S");

        dovecot.deliver(user, mail("two"));
        fetch(mailbox(Afterwards.DELETE, true));
        assertThat(dovecot.mails(user)).hasSize(1);
        assertThat(subjects()).containsExactly("one", "two");
    }

    @Test
    void fetchesOnlyWhatComesUnlessOldMailIsWanted() throws Exception {
        dovecot.deliver(user, mail("old"));
        fetch(mailbox(Afterwards.NOTHING, false));
        dovecot.deliver(user, mail("new"));
        fetch(mailbox(Afterwards.NOTHING, false));

        assertThat(subjects()).containsExactly("new");
    }

    @Test
    void knowsAgainWhatItHadOfAMailboxThatIsMadeAnew() throws Exception {
        dovecot.deliver(user, mail("first"));
        dovecot.deliver(user, mail("second").replaceAll("(?m)^(Message-ID|Date):.*\n", ""));
        fetch(mailbox(Afterwards.NOTHING, true));
        long validity =
                mailboxes.place(mailbox(Afterwards.NOTHING, true)).orElseThrow().validity();

        awaitAnotherSecond();
        dovecot.renumber(user);
        dovecot.deliver(user, mail("third"));
        fetch(mailbox(Afterwards.NOTHING, true));

        assertThat(mailboxes
                        .place(mailbox(Afterwards.NOTHING, true))
                        .orElseThrow()
                        .validity())
                .isNotEqualTo(validity);
        assertThat(subjects()).contains("first", "second", "third");
        assertThat(idsOf("first")).hasSize(1);
        assertThat(idsOf("third")).hasSize(1);
    }

    @Test
    void leavesAMailThatIsTooLargeAndGoesOnBehindIt() throws Exception {
        dovecot.deliver(user, mail("large") + "0123456789 0123456789 0123456789\n".repeat(80_000));
        dovecot.deliver(user, mail("small"));

        fetch(mailbox(Afterwards.DELETE, true));

        assertThat(subjects()).containsExactly("small");
        assertThat(mailboxes.notTaken("acme", "mailbox-1"))
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).isEqualTo("The message is larger than this host takes"));
        assertThat(dovecot.mails(user)).hasSize(1);
    }

    @Test
    void hearsOfNewMailWhileItWaits() throws Exception {
        Mailbox mailbox = mailbox(Afterwards.NOTHING, true);
        try (OpenMailbox open = connector().open(mailbox, "secret")) {
            pull.round(mailbox, open, () -> true);
            var delivery = CompletableFuture.runAsync(() -> Awaitility.await()
                    .pollDelay(Duration.ofMillis(300))
                    .untilAsserted(() -> dovecot.deliver(user, mail("now"))));

            open.await(Duration.ofMinutes(1));
            pull.round(mailbox, open, () -> true);

            delivery.join();
        }
        assertThat(subjects()).containsExactly("now");
    }

    @Test
    void noticesALineThatIsDeadWithoutAWord() throws Exception {
        patience = Duration.ofSeconds(2);
        Mailbox mailbox = mailbox(Afterwards.NOTHING, true);
        try (OpenMailbox open = connector().open(mailbox, "secret")) {
            pull.round(mailbox, open, () -> true);
            line.goDead(true);

            assertThatThrownBy(() -> open.await(Duration.ofSeconds(1)))
                    .isInstanceOf(MailboxException.class)
                    .hasMessage("The connection to the mailbox was lost.");
        }
    }

    @Test
    void tellsARefusedSignInFromAServerThatIsAway() throws Exception {
        // On a busy machine Dovecot says at first that it cannot tell.
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(
                                () -> connector().open(mailbox(Afterwards.NOTHING, true), "wrong"))
                        .isInstanceOfSatisfying(
                                MailboxException.class,
                                refused -> assertThat(refused.isSignInRefused()).isTrue()));
        line.close();
        assertThatThrownBy(() -> connector().open(mailbox(Afterwards.NOTHING, true), "secret"))
                .isInstanceOfSatisfying(
                        MailboxException.class,
                        away -> assertThat(away.isSignInRefused()).isFalse());
    }

    private void fetch(Mailbox mailbox) throws MailboxException {
        try (OpenMailbox open = connector().open(mailbox, "secret")) {
            pull.round(mailbox, open, () -> true);
        }
    }

    private void tryToFetch(Mailbox mailbox) {
        try {
            fetch(mailbox);
        } catch (MailboxException cut) {
            assertThat(cut.isSignInRefused()).isFalse();
        }
    }

    private ImapConnector connector() {
        HostLookup lookup = _ -> new HostLookup.Result.Found(List.of(InetAddress.getLoopbackAddress()));
        return new ImapConnector(
                lookup,
                new NetworkGuard(true),
                (_, _) -> new TokenSource.Result.None("nobody has any", false),
                TrustedAuthorities.context(null, "none"),
                patience,
                Clock.systemUTC());
    }

    private Mailbox mailbox(Afterwards afterwards, boolean fetchOld) {
        return new Mailbox(
                "mailbox-1",
                "acme",
                "address-1",
                "imap.acme.test",
                line.port(),
                Encryption.NONE,
                Authentication.PASSWORD,
                user,
                null,
                "INBOX",
                afterwards,
                fetchOld,
                1);
    }

    private List<String> subjects() {
        return published.stream().map(mail -> mail.facts().subject()).distinct().toList();
    }

    private List<String> idsOf(String subject) {
        return published.stream()
                .filter(mail -> mail.facts().subject().equals(subject))
                .map(ReceivedMail::emailId)
                .distinct()
                .toList();
    }

    /** Dovecot numbers the making of a mailbox by the second. */
    private static void awaitAnotherSecond() {
        long now = Instant.now().getEpochSecond();
        Awaitility.await().until(() -> Instant.now().getEpochSecond() > now);
    }

    private static String mail(String subject) {
        return """
                Return-Path: <bounces@example.org>
                From: Ann <ann@example.org>
                To: help@acme.test
                Subject: %1$s
                Message-ID: <%1$s@example.org>
                Date: Fri, 27 Nov 2026 10:00:00 +0000

                Hello
                """.formatted(subject);
    }
}
