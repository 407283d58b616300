package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.id.OrganisationId;

/** The rules for mail that were configured last; a mail that comes is decided upon by them, and nothing before. */
final class StandingMailRules extends Slice<OrganisationId, MailRules> {

    /** An organisation has no name for itself in its own state. */
    private static final OrganisationId ITSELF = new OrganisationId("itself");

    StandingMailRules() {
        super(EntityKind.MAIL_RULES, MailRules.class, OrganisationId::new);
    }

    MailRules current() {
        var configured = get(ITSELF);
        return configured == null ? MailRules.DEFAULT : configured;
    }

    void put(MailRules rules) {
        put(ITSELF, rules);
    }

    @Override
    void follow(OrganisationId id, @Nullable MailRules before, @Nullable MailRules after) {}
}
