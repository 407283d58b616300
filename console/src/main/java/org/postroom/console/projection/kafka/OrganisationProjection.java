package org.postroom.console.projection.kafka;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.console.projection.RowChange;
import org.postroom.events.domain.OrganisationChanged;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;

/** What the events about organisations mean for the pages: their names, and whether they are suspended or gone. */
final class OrganisationProjection {

    private static final String STATE = "state";
    private static final String REASON = "suspended_reason";

    private OrganisationProjection() {}

    static Projected of(SpecificRecord event) {
        return switch (event) {
            case OrganisationCreated created ->
                Projected.of(row(created.getOrganisationId())
                        .with("name", created.getName())
                        .with("account_name", created.getAccountName())
                        .with("time_zone", created.getTimeZone())
                        .with(STATE, "ACTIVE")
                        .with(REASON, null)
                        .put());
            case OrganisationChanged changed ->
                Projected.of(row(changed.getOrganisationId())
                        .with("name", changed.getName())
                        .with("account_name", changed.getAccountName())
                        .with("time_zone", changed.getTimeZone())
                        .put());
            case OrganisationSuspended suspended ->
                Projected.of(row(suspended.getOrganisationId())
                        .with(STATE, "SUSPENDED")
                        .with(REASON, suspended.getReason())
                        .put());
            case OrganisationResumed resumed ->
                Projected.of(row(resumed.getOrganisationId())
                        .with(STATE, "ACTIVE")
                        .with(REASON, null)
                        .put());
            case OrganisationRemoved removed -> removed(removed.getOrganisationId());
            default -> Projected.nothing();
        };
    }

    private static Projected removed(String organisationId) {
        return new Projected(
                List.of(
                        new RowChange.Forget(organisationId),
                        row(organisationId)
                                .with("name", null)
                                .with("account_name", null)
                                .with("time_zone", null)
                                .with(STATE, "REMOVED")
                                .with(REASON, null)
                                .put()),
                List.of());
    }

    private static Row row(String organisationId) {
        return Row.of("organisation", organisationId);
    }
}
