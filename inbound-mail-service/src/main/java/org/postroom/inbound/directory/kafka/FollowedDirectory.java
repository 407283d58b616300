package org.postroom.inbound.directory.kafka;

import java.util.Optional;
import org.postroom.inbound.directory.Directory;
import org.postroom.inbound.directory.DirectoryAnswer;
import org.postroom.inbound.directory.MailRules;
import org.postroom.runtime.view.LogView;

/**
 * Asks the table that serves. While it does not follow the log, what it would refuse for good may have come to be in the
 * meantime, so nothing is said about that.
 */
final class FollowedDirectory implements Directory {

    private final LogView<DirectoryView.Known> view;

    FollowedDirectory(LogView<DirectoryView.Known> view) {
        this.view = view;
    }

    @Override
    public DirectoryAnswer find(String localPart, String domainName) {
        return view.table()
                .map(known -> known.table().find(localPart, domainName))
                .filter(answer -> view.isCaughtUp() || !answer.isFinal())
                .orElseGet(DirectoryAnswer.NotReady::new);
    }

    @Override
    public DirectoryAnswer withId(String organisationId, String addressId) {
        return view.table()
                .map(known -> known.table().withId(organisationId, addressId))
                .filter(answer -> view.isCaughtUp() || !answer.isFinal())
                .orElseGet(DirectoryAnswer.NotReady::new);
    }

    @Override
    public Optional<String> nameOf(String organisationId, String addressId) {
        return view.table().flatMap(known -> known.table().nameOf(organisationId, addressId));
    }

    @Override
    public MailRules rulesOf(String organisationId) {
        return view.table().map(known -> known.table().rulesOf(organisationId)).orElse(MailRules.USUAL);
    }

    @Override
    public boolean owns(String organisationId, String domainName) {
        return view.table()
                .filter(known -> known.table().owns(organisationId, domainName))
                .isPresent();
    }
}
