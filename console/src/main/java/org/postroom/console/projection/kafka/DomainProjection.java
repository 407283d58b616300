package org.postroom.console.projection.kafka;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.console.live.Signal;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.events.domain.DkimKeyActivated;
import org.postroom.events.domain.DkimKeyIssued;
import org.postroom.events.domain.DkimKeyRetired;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainChecked;
import org.postroom.events.domain.DomainRecordStatusChanged;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainSettingsChanged;
import org.postroom.events.domain.DomainVerificationDegraded;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.RedirectedMailArrived;

/** What the events about domains mean for the pages: the domains' names; all else only that pages ask anew. */
final class DomainProjection {

    private DomainProjection() {}

    static Projected of(SpecificRecord event) {
        return switch (event) {
            case DomainAdded added ->
                Projected.of(
                        Row.of("domain", added.getOrganisationId())
                                .keyed("domain_id", added.getDomainId())
                                .with("name", added.getDomainName())
                                .put(),
                        signals(added.getOrganisationId(), added.getDomainId()));
            case DomainRemoved removed ->
                Projected.of(
                        Row.of("domain", removed.getOrganisationId())
                                .keyed("domain_id", removed.getDomainId())
                                .remove(),
                        signals(removed.getOrganisationId(), removed.getDomainId()));
            case DomainSettingsChanged settings -> changed(settings.getOrganisationId(), settings.getDomainId());
            case DomainRecordsIssued issued -> changed(issued.getOrganisationId(), issued.getDomainId());
            case DomainChecked checked -> changed(checked.getOrganisationId(), checked.getDomainId());
            case DomainRecordStatusChanged status -> changed(status.getOrganisationId(), status.getDomainId());
            case DomainVerified verified -> changed(verified.getOrganisationId(), verified.getDomainId());
            case DomainVerificationDegraded degraded -> changed(degraded.getOrganisationId(), degraded.getDomainId());
            case DomainVerificationFailed failed -> changed(failed.getOrganisationId(), failed.getDomainId());
            case RedirectedMailArrived arrived -> changed(arrived.getOrganisationId(), arrived.getDomainId());
            case DkimKeyIssued issued -> changed(issued.getOrganisationId(), issued.getDomainId());
            case DkimKeyActivated activated -> changed(activated.getOrganisationId(), activated.getDomainId());
            case DkimKeyRetired retired -> changed(retired.getOrganisationId(), retired.getDomainId());
            default -> OrganisationProjection.of(event);
        };
    }

    /** Wakes the pages of a domain, which ask the services for what they show. */
    private static Projected changed(String organisationId, String domainId) {
        return new Projected(List.of(), List.of(signals(organisationId, domainId)));
    }

    private static Signal[] signals(String organisationId, String domainId) {
        return new Signal[] {Signal.domain(organisationId, domainId), Signal.domains(organisationId)};
    }
}
