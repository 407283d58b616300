package org.postroom.verification.maildomain.kafka;

import org.postroom.events.common.DomainSettings;
import org.postroom.events.common.DomainType;
import org.postroom.events.common.ReceivingWay;
import org.postroom.events.common.SendingWay;
import org.postroom.verification.direction.DomainUse;

/** How a domain is used, read from events. What this version does not know yet counts as the usual. */
final class Uses {

    private Uses() {}

    static DomainUse of(DomainType type, DomainSettings settings) {
        return new DomainUse(
                type == DomainType.SYSTEM ? DomainUse.Type.SYSTEM : DomainUse.Type.CUSTOM,
                settings.getReceivingWay() == ReceivingWay.REDIRECT
                        ? DomainUse.ReceivingWay.REDIRECT
                        : DomainUse.ReceivingWay.MX,
                settings.getSendingWay() == SendingWay.CUSTOM_SMTP
                        ? DomainUse.SendingWay.CUSTOM_SMTP
                        : DomainUse.SendingWay.PLATFORM,
                settings.getMailFromLabel());
    }
}
