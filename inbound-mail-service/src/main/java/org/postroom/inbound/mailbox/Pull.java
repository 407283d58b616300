package org.postroom.inbound.mailbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.directory.DirectoryAnswer;
import org.postroom.inbound.mailbox.Mailbox.Afterwards;
import org.postroom.inbound.reception.AcceptedRecipient;
import org.postroom.inbound.reception.Envelope;
import org.postroom.inbound.reception.Reception;
import org.postroom.inbound.reception.ReceptionOutcome;
import org.postroom.inbound.reception.Refusal;

/**
 * Fetches what is due in an open folder, mail by mail. The place is kept after a mail is on the log: whatever breaks off
 * in between, that mail comes once more, with the same identifier as the first time.
 */
public final class Pull {

    private static final String PROTOCOL = "IMAP";
    private static final int FIRST_FINAL_CODE = 500;

    private final Mailboxes mailboxes;
    private final Directory directory;
    private final Reception reception;
    private final Clock clock;

    /** Takes what fetching works with. */
    public Pull(Mailboxes mailboxes, Directory directory, Reception reception, Clock clock) {
        this.mailboxes = mailboxes;
        this.directory = directory;
        this.reception = reception;
        this.clock = clock;
    }

    /**
     * Fetches until nothing is due any more.
     *
     * @return false where the mailbox was changed or removed meanwhile
     * @throws MailboxException where that has to be tried again later
     */
    public boolean round(Mailbox mailbox, OpenMailbox open, BooleanSupplier goesOn) throws MailboxException {
        AcceptedRecipient recipient = recipient(mailbox);
        Optional<Place> reached = mailboxes.place(mailbox);
        Place place =
                Round.begin(reached.orElse(null), open.validity(), open.next(), mailbox.fetchOld(), clock.instant());
        if (!reached.equals(Optional.of(place)) && !mailboxes.reached(mailbox, place)) {
            return false;
        }
        List<Long> due = due(place, open);
        while (!due.isEmpty()) {
            for (long uid : due) {
                if (!goesOn.getAsBoolean()) {
                    return true;
                }
                Optional<Instant> arrived = deal(mailbox, open, recipient, place, uid);
                place = Round.after(place, uid, arrived.orElse(null));
                if (!mailboxes.reached(mailbox, place)) {
                    return false;
                }
                if (arrived.isPresent() && mailbox.afterwards() != Afterwards.NOTHING) {
                    open.finish(uid, mailbox.afterwards());
                }
            }
            due = due(place, open);
        }
        return true;
    }

    /** The last question is for all mails: what arrives after it is told by the wait that follows. */
    private static List<Long> due(Place place, OpenMailbox open) throws MailboxException {
        Optional<Instant> since = Round.since(place);
        List<Long> recent = since.isPresent() ? open.search(place.uid() + 1, since.get()) : List.of();
        return Round.due(place, open.search(place.uid() + 1, null), recent);
    }

    /** When the mail arrived in its mailbox; empty where it was not taken for good, or is gone. */
    private Optional<Instant> deal(
            Mailbox mailbox, OpenMailbox open, AcceptedRecipient recipient, Place place, long uid)
            throws MailboxException {
        // The same mail has the same transaction each time, so that even one without Message-ID and Date is recognised.
        String transactionId = "%s-%d-%d".formatted(mailbox.id(), place.validity(), uid);
        var client = new Envelope.Client(open.address().getHostAddress(), mailbox.host(), PROTOCOL);
        try (var taken = new TakenMail(reception, transactionId, client, recipient, mailbox.id())) {
            Optional<Instant> arrived = open.fetch(uid, taken);
            if (arrived.isEmpty()) {
                return arrived;
            }
            return switch (taken.accept()) {
                case ReceptionOutcome.Accepted _ -> arrived;
                case ReceptionOutcome.Refused(Refusal refusal) -> {
                    leave(mailbox, place, uid, refusal);
                    yield Optional.empty();
                }
            };
        } catch (MailboxException told) {
            throw told;
        } catch (IOException broken) {
            throw new MailboxException("The mail cannot be stored at present. It stays in the mailbox.", broken);
        }
    }

    /** What SMTP would send back to its author stays where it is, and is told. */
    private void leave(Mailbox mailbox, Place place, long uid, Refusal refusal) throws MailboxException {
        String reason = refusal.reply().text();
        if (refusal.reply().code() < FIRST_FINAL_CODE) {
            throw new MailboxException("A mail cannot be taken at present: " + reason + ".", null);
        }
        mailboxes.notTaken(mailbox, place, uid, reason, clock.instant());
    }

    /** The provider has let the mail in and is not overruled, as with mail that another system redirects. */
    private AcceptedRecipient recipient(Mailbox mailbox) throws MailboxException {
        return switch (directory.withId(mailbox.organisationId(), mailbox.addressId())) {
            case DirectoryAnswer.Receives receives -> {
                String name = directory
                        .nameOf(receives.organisationId(), receives.addressId())
                        .orElseThrow(() -> new MailboxException("The directory of addresses is not ready.", null));
                yield new AcceptedRecipient(receives.organisationId(), receives.addressId(), name, null, true);
            }
            case DirectoryAnswer.SuspendedOrganisation _ ->
                throw new MailboxException("The organisation receives no mail at present.", null);
            case DirectoryAnswer.NoSuchAddress _, DirectoryAnswer.SendsOnly _ ->
                throw new MailboxException(
                        "The address that this mailbox's mails are for is gone, or only sends. Choose another one.",
                        null);
            default -> throw new MailboxException("The directory of addresses is not ready.", null);
        };
    }
}
