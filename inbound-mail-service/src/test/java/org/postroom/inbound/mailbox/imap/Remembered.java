package org.postroom.inbound.mailbox.imap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.Mailboxes;
import org.postroom.inbound.mailbox.Place;
import org.postroom.inbound.mailbox.Standing;

/** The place in one mailbox, in memory. */
final class Remembered implements Mailboxes {

    private final List<NotTaken> notTaken = new ArrayList<>();
    private @Nullable Place place;

    @Override
    public Optional<Place> place(Mailbox mailbox) {
        return Optional.ofNullable(place);
    }

    @Override
    public boolean reached(Mailbox mailbox, Place reached) {
        place = reached;
        return true;
    }

    @Override
    public void notTaken(Mailbox mailbox, Place reached, long uid, String reason, Instant at) {
        notTaken.add(new NotTaken(uid, reason, at));
    }

    @Override
    public List<NotTaken> notTaken(String organisationId, String mailboxId) {
        return notTaken;
    }

    @Override
    public List<Known> of(String organisationId) {
        return List.of();
    }

    @Override
    public Optional<Known> withId(String organisationId, String mailboxId) {
        return Optional.empty();
    }

    @Override
    public Optional<Known> lock(String organisationId, @Nullable String mailboxId) {
        return Optional.empty();
    }

    @Override
    public Optional<String> secret(String organisationId, String mailboxId) {
        return Optional.empty();
    }

    @Override
    public void put(Mailbox mailbox, String secret, boolean keepsPlace, Instant at) {
        throw new UnsupportedOperationException("expected nobody to change the one mailbox");
    }

    @Override
    public void remove(String organisationId, String mailboxId) {
        throw new UnsupportedOperationException("expected nobody to remove the one mailbox");
    }

    @Override
    public void removeOrganisation(String organisationId) {
        throw new UnsupportedOperationException("expected nobody to remove the one organisation");
    }

    @Override
    public void keep(Mailbox mailbox, Standing standing) {
        throw new UnsupportedOperationException("expected nobody to ask how fetching goes");
    }
}
