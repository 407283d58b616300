package org.postroom.outbound.smtpserver;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.signing.SendingChanges;
import org.postroom.outbound.signing.SendingDomains;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.NotFoundException;

/** Adds, changes, tries and removes an organisation's servers. The caller provides the transaction. */
public final class ServerDesk {

    /** The most servers of one organisation. */
    public static final int MOST_SERVERS = 20;

    private final SmtpServers servers;
    private final SendingDomains domains;
    private final HostLookup lookup;
    private final NetworkGuard guard;
    private final ConnectionTest test;
    private final ServerPublisher publisher;
    private final List<SendingChanges> listeners;
    private final IdSource ids;
    private final Clock clock;

    /**
     * Takes what the desk works with.
     *
     * @param listeners who is to be told that held mail may go on
     */
    public ServerDesk(
            SmtpServers servers,
            SendingDomains domains,
            HostLookup lookup,
            NetworkGuard guard,
            ConnectionTest test,
            ServerPublisher publisher,
            List<SendingChanges> listeners,
            IdSource ids,
            Clock clock) {
        this.servers = servers;
        this.domains = domains;
        this.lookup = lookup;
        this.guard = guard;
        this.test = test;
        this.publisher = publisher;
        this.listeners = List.copyOf(listeners);
        this.ids = ids;
        this.clock = clock;
    }

    /** An organisation's servers, by name. */
    public List<SmtpServer> list(OrganisationId organisationId) {
        return servers.of(organisationId);
    }

    /**
     * One of them.
     *
     * @throws NotFoundException where the organisation has no such server
     */
    public SmtpServer get(OrganisationId organisationId, String serverId) {
        return servers.withId(organisationId, serverId)
                .orElseThrow(() -> new NotFoundException("smtp-server", serverId));
    }

    /**
     * Adds a server.
     *
     * @throws InvalidFieldException where a field breaks a rule
     * @throws ConflictException where the organisation has enough of them, or another one of that name
     */
    public SmtpServer add(OrganisationId organisationId, String userId, ServerForm form) {
        SmtpServer server = ServerRules.checked(form, ids.next(), 1, guard.allowPrivate());
        refuseInnerHost(server);
        servers.lock(organisationId, null);
        List<SmtpServer> present = servers.of(organisationId);
        if (present.size() >= MOST_SERVERS) {
            throw new ConflictException(
                    "expected at most %d SMTP servers, but there are as many already".formatted(MOST_SERVERS));
        }
        return save(organisationId, userId, server, ServerRules.secret(form, server, null), present);
    }

    /**
     * Changes a server; without a secret in the form the stored one stays, as long as the host does.
     *
     * @throws ConflictException where somebody else changed it meanwhile
     */
    public SmtpServer change(OrganisationId organisationId, String userId, String serverId, ServerForm form) {
        SmtpServer present = servers.lock(organisationId, serverId)
                .orElseThrow(() -> new NotFoundException("smtp-server", serverId));
        if (!Objects.equals(form.version(), present.version())) {
            throw new ConflictException("expected version %d, but the server has version %d: somebody else changed it"
                    .formatted(form.version() == null ? 0 : form.version(), present.version()));
        }
        SmtpServer changed = ServerRules.checked(form, serverId, present.version() + 1, guard.allowPrivate());
        refuseInnerHost(changed);
        String secret = ServerRules.secret(form, changed, stored(organisationId, present, changed));
        return save(organisationId, userId, changed, secret, servers.of(organisationId));
    }

    /**
     * Removes a server and its secret.
     *
     * @throws ConflictException where a domain's mail leaves through it
     */
    public void remove(OrganisationId organisationId, String userId, String serverId) {
        if (servers.lock(organisationId, serverId).isEmpty()) {
            throw new NotFoundException("smtp-server", serverId);
        }
        List<String> users = domains.sendingThrough(organisationId, serverId);
        if (!users.isEmpty()) {
            throw new ConflictException("expected a server that no domain uses, but the mail of "
                    + String.join(", ", users) + " leaves through it");
        }
        servers.remove(organisationId, serverId);
        publisher.removed(organisationId, serverId, userId, clock.instant());
    }

    /**
     * Tries a server without storing it.
     *
     * @param serverId the stored server whose secret counts where the form has none; null for none
     * @param from the address that it is asked to take mail from; null to leave that out
     */
    public List<StepResult> test(
            OrganisationId organisationId, ServerForm form, @Nullable String serverId, @Nullable String from) {
        SmtpServer server = ServerRules.checked(form, "test", 1, guard.allowPrivate());
        @Nullable
        String stored = serverId == null ? null : stored(organisationId, get(organisationId, serverId), server);
        return test.run(server, ServerRules.secret(form, server, stored), from);
    }

    /** A stored secret goes only where its owner sent it: to the same server, in the same way. */
    private @Nullable String stored(OrganisationId organisationId, SmtpServer present, SmtpServer wanted) {
        boolean same = present.host().equals(wanted.host())
                && present.port() == wanted.port()
                && present.encryption() == wanted.encryption()
                && present.authentication() == wanted.authentication()
                && Objects.equals(endpoint(present), endpoint(wanted));
        return same ? servers.secret(organisationId, present.id()).orElse(null) : null;
    }

    private static @Nullable String endpoint(SmtpServer server) {
        return server.oauth2() == null ? null : server.oauth2().tokenEndpoint();
    }

    private SmtpServer save(
            OrganisationId organisationId,
            String userId,
            SmtpServer server,
            @Nullable String secret,
            List<SmtpServer> present) {
        Optional<SmtpServer> namesake = present.stream()
                .filter(other -> !other.id().equals(server.id()) && other.name().equalsIgnoreCase(server.name()))
                .findFirst();
        if (namesake.isPresent()) {
            throw new InvalidFieldException(
                    "name", "expected a name that no other server has, but there is another " + server.name());
        }
        var now = clock.instant();
        servers.put(organisationId, server, secret, now);
        publisher.configured(organisationId, server, userId, now);
        listeners.forEach(listener -> listener.changed(organisationId));
        return server;
    }

    /** A host that cannot be found now may be found later; one inside our network is refused at once. */
    private void refuseInnerHost(SmtpServer server) {
        if (lookup.of(server.host()) instanceof HostLookup.Result.Found(List<InetAddress> addresses)
                && addresses.stream().noneMatch(guard::allows)) {
            throw new InvalidFieldException(
                    "host", "expected a server on the public network, but " + server.host() + " is not there");
        }
    }
}
