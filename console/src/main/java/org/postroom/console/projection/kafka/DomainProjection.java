package org.postroom.console.projection.kafka;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.console.live.Signal;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.events.common.MailDirection;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainChecked;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainVerificationDegraded;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.OrganisationCreated;

/** What the events about organisations and domains mean for the pages. */
final class DomainProjection {

    private DomainProjection() {}

    static Projected of(SpecificRecord event) {
        return switch (event) {
            case OrganisationCreated created -> organisation(created);
            case DomainAdded added ->
                projected(
                        added.getOrganisationId(),
                        added.getDomainId(),
                        row -> row.with("name", added.getDomainName())
                                .with("added_at", added.getOccurredAt())
                                .with("receiving", "PENDING")
                                .with("sending", "PENDING"));
            case DomainRecordsIssued issued ->
                projected(
                        issued.getOrganisationId(),
                        issued.getDomainId(),
                        row -> row.with("issued", TimelineProjection.json(issuedRecords(issued))));
            case DomainChecked checked ->
                projected(
                        checked.getOrganisationId(),
                        checked.getDomainId(),
                        row -> row.with("checks", TimelineProjection.json(checks(checked)))
                                .with("checked_at", checked.getOccurredAt()));
            case DomainVerified verified ->
                state(verified.getOrganisationId(), verified.getDomainId(), verified.getDirection(), "VERIFIED", null);
            case DomainVerificationDegraded degraded ->
                state(
                        degraded.getOrganisationId(),
                        degraded.getDomainId(),
                        degraded.getDirection(),
                        "DEGRADED",
                        degraded.getReason());
            case DomainVerificationFailed failed ->
                state(
                        failed.getOrganisationId(),
                        failed.getDomainId(),
                        failed.getDirection(),
                        "FAILED",
                        failed.getReason());
            case DomainRemoved removed -> removed(removed);
            default -> Projected.nothing();
        };
    }

    private static Projected organisation(OrganisationCreated created) {
        return Projected.of(Row.of("organisation", created.getOrganisationId())
                .with("name", created.getName())
                .with("account_name", created.getAccountName())
                .with("time_zone", created.getTimeZone())
                .put());
    }

    private static Projected removed(DomainRemoved removed) {
        return Projected.of(
                Row.of("domain", removed.getOrganisationId())
                        .keyed("domain_id", removed.getDomainId())
                        .remove(),
                Signal.domain(removed.getOrganisationId(), removed.getDomainId()));
    }

    private static Projected state(
            String organisationId, String domainId, MailDirection direction, String state, @Nullable String reason) {
        if (direction == MailDirection.UNKNOWN) {
            return Projected.nothing();
        }
        String column = direction.name().toLowerCase(Locale.ROOT);
        return projected(
                organisationId, domainId, row -> row.with(column, state).with(column + "_reason", reason));
    }

    private static Projected projected(String organisationId, String domainId, UnaryOperator<Row> values) {
        Row row = Row.of("domain", organisationId).keyed("domain_id", domainId);
        return Projected.of(values.apply(row).put(), Signal.domain(organisationId, domainId));
    }

    private static List<?> issuedRecords(DomainRecordsIssued issued) {
        return issued.getRecords().stream().map(TimelineProjection::details).toList();
    }

    private static List<?> checks(DomainChecked checked) {
        return checked.getResults().stream().map(TimelineProjection::details).toList();
    }
}
