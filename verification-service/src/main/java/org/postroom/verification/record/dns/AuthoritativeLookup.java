package org.postroom.verification.record.dns;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.record.DomainLookup;
import org.postroom.verification.record.RecordLookup;

/** Asks all name servers of a domain's zone at once, by real DNS queries. */
public final class AuthoritativeLookup implements RecordLookup {

    private final ServerQuestions questions;
    private final NameServers nameServers;
    private final Optional<ValidatingResolver> validating;
    private final DnsSettings settings;
    private final LongSupplier nanoTime;

    /**
     * Asks as the settings say.
     *
     * @param validatingResolver a resolver that validates signatures, as host or host:port; null where there is none
     * @param allowPrivate whether name servers at private and loopback addresses are asked too
     * @param nanoTime a clock that only measures, in nanoseconds
     */
    public AuthoritativeLookup(
            DnsSettings settings, @Nullable String validatingResolver, boolean allowPrivate, LongSupplier nanoTime) {
        var client = new DnsClient(settings);
        var gates = new ServerGates(settings.concurrentQueriesPerServer(), settings.silence(), nanoTime);
        this.questions = new ServerQuestions(client, gates, settings.timeout(), allowPrivate, nanoTime);
        this.nameServers = new NameServers(client);
        this.validating = HostAndPort.address("postroom.verification.validating-resolver", validatingResolver)
                .map(address -> new ValidatingResolver(address, settings.timeout()));
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    @Override
    public DomainLookup begin(String domainName) {
        var deadline = new Deadline(nanoTime.getAsLong() + settings.budget().toNanos(), nanoTime);
        return new ZoneWalk(questions, nameServers, validating, domainName, deadline);
    }
}
