package org.postroom.routing.acd;

import org.postroom.routing.directory.Requirement;

/** How languages were compared once: whoever speaks {@code de} was not offered what asks for {@code de-AT}. */
record FirstLanguageRule() implements HardRule.OfConfiguration {

    @Override
    public String name() {
        return ConfigurationRule.SPEAKS_LANGUAGE.name();
    }

    @Override
    public boolean allows(Seat seat, Requirement requirement) {
        var wanted = requirement.language();
        return wanted == null
                || seat.profile().languages().stream().anyMatch(spoken -> spoken.isSameOrNarrowerThan(wanted));
    }

    @Override
    public String reason(Seat seat, WaitingItem item) {
        return ConfigurationRule.SPEAKS_LANGUAGE.reason(seat, item);
    }
}
