package org.postroom.inbound.authenticity.evidence;

import java.time.Duration;

/** Where DNS is asked. */
public interface NameService {

    /** Names to be asked for from now on; every question beyond the budget of time is {@link DnsAnswer.Trouble}. */
    Names within(Duration budget);
}
