package org.postroom.inbound.directory.kafka;

import java.util.HashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.events.standing.DomainStanding;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.inbound.directory.ConfiguredAddress;
import org.postroom.inbound.directory.DirectoryTable;
import org.postroom.inbound.directory.MailRules;
import org.postroom.runtime.view.View;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;

/**
 * What the configuration and the standings mean for who may receive. What cannot be read never makes mail be refused for
 * good: an organisation's mail waits at its senders while its own standing or that of one of its domains is unreadable.
 */
final class DirectoryView implements View<DirectoryView.Known> {

    private static final Set<String> WRITERS = Set.of(
            Topics.STANDINGS.writerOf(OrganisationStanding.class), Topics.STANDINGS.writerOf(DomainStanding.class));

    /**
     * The directory while it is read.
     *
     * @param table the directory itself
     * @param complete which writers of standings have said that theirs are all there; only the reading thread asks
     */
    record Known(DirectoryTable table, Set<String> complete) {}

    @Override
    public Known empty() {
        return new Known(new DirectoryTable(), new HashSet<>());
    }

    @Override
    public Set<Class<? extends SpecificRecord>> records() {
        return Set.of(
                AddressConfigured.class,
                MailRulesConfigured.class,
                OrganisationStanding.class,
                DomainStanding.class,
                StandingsComplete.class);
    }

    @Override
    public void put(Known known, EntityKey key, SpecificRecord state) {
        DirectoryTable table = known.table();
        switch (state) {
            case AddressConfigured address -> {
                table.putAddress(configured(address));
                table.readableAddress(key.organisationId(), key.entityId());
            }
            case MailRulesConfigured rules -> table.putRules(key.organisationId(), rules(rules));
            case OrganisationStanding standing -> {
                if (standing.getState() == OrganisationState.ACTIVE) {
                    table.letThrough(key.organisationId(), key.toString());
                } else {
                    table.holdBack(key.organisationId(), key.toString());
                }
            }
            case DomainStanding standing -> {
                put(table, standing);
                table.letThrough(key.organisationId(), key.toString());
            }
            case StandingsComplete complete -> known.complete().add(complete.getWriter());
            default -> throw new IllegalArgumentException("expected a record that was asked for, but got " + key);
        }
    }

    @Override
    public void remove(Known known, EntityKey key) {
        DirectoryTable table = known.table();
        switch (key.kind()) {
            case EntityKey.ADDRESS -> {
                table.removeAddress(key.entityId());
                table.readableAddress(key.organisationId(), key.entityId());
            }
            case EntityKey.MAIL_RULES -> table.removeRules(key.organisationId());
            case EntityKey.DOMAIN -> {
                table.removeDomain(key.entityId());
                table.letThrough(key.organisationId(), key.toString());
            }
            case EntityKey.ORGANISATION -> table.letThrough(key.organisationId(), key.toString());
            default -> {
                // queues and the like say nothing about who may receive
            }
        }
    }

    @Override
    public void unreadable(Known known, EntityKey key) {
        switch (key.kind()) {
            case EntityKey.ADDRESS -> known.table().unreadableAddress(key.organisationId(), key.entityId());
            case EntityKey.DOMAIN, EntityKey.ORGANISATION ->
                known.table().holdBack(key.organisationId(), key.toString());
            default -> {
                // without the word that the standings are complete, the directory is not ready
            }
        }
    }

    @Override
    public boolean isComplete(Known known) {
        return known.complete().containsAll(WRITERS);
    }

    private static void put(DirectoryTable table, DomainStanding standing) {
        var since = standing.getReceivesSince();
        var proven = standing.getNameProvenAt();
        String domainId = standing.getDomainId();
        String organisationId = standing.getOrganisationId();
        if (since == null) {
            table.closeDomain(domainId, organisationId, standing.getDomainName());
        } else if (standing.getReceivesUnderName()) {
            table.openDomain(domainId, organisationId, standing.getDomainName(), since);
        } else {
            table.openRedirect(domainId, organisationId, standing.getDomainName(), since);
        }
        if (proven != null) {
            table.proveName(domainId, organisationId, standing.getDomainName(), proven);
        }
        table.aliasDomain(domainId, standing.getBounceName(), standing.getRedirectAddress());
    }

    private static MailRules rules(MailRulesConfigured rules) {
        MailRules.ForgedMail forged = switch (rules.getForgedMail()) {
            case REJECT -> MailRules.ForgedMail.REJECT;
            case SPAM -> MailRules.ForgedMail.SPAM;
            case NOTE, UNKNOWN -> MailRules.ForgedMail.NOTE;
        };
        return new MailRules(forged, rules.getLargestMessage());
    }

    private static ConfiguredAddress configured(AddressConfigured address) {
        return new ConfiguredAddress(
                address.getAddressId(),
                address.getOrganisationId(),
                address.getDomainId(),
                address.getLocalPart(),
                address.getQueueId() != null || address.getFlowId() != null,
                address.getCatchAll(),
                address.getPlusAddressing());
    }
}
