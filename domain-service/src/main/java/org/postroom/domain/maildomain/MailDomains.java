package org.postroom.domain.maildomain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.maildomain.DomainSettings.ReceivingWay;
import org.postroom.domain.maildomain.DomainSettings.SendingWay;
import org.postroom.domain.maildomain.DomainSettings.WhenUnverified;
import org.postroom.domain.maildomain.MailDomain.DomainType;
import org.postroom.domain.maildomain.SmtpServers.SmtpServerId;
import org.postroom.domain.organisation.OrganisationStore;
import org.postroom.mail.DomainName;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.problem.InvalidFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;

/** Adds mail domains, up to the limit, and changes how their mail comes and goes. */
public final class MailDomains {

    private final Directory<MailDomain> domains;
    private final OrganisationStore organisations;
    private final SmtpServers servers;
    private final Changes changes;
    private final NameSpace names;
    private final DomainLimit limit;
    private final Clock clock;

    /** Takes the directory of domains and what limits it. */
    public MailDomains(
            Directory<MailDomain> domains,
            OrganisationStore organisations,
            SmtpServers servers,
            Changes changes,
            NameSpace names,
            DomainLimit limit,
            Clock clock) {
        this.domains = domains;
        this.organisations = organisations;
        this.servers = servers;
        this.changes = changes;
        this.names = names;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Adds a domain of its own to the user's organisation: a claim to the name, which verification decides about. Whether
     * others claim it, or have it, makes no difference here, so that nobody learns of others by adding names.
     *
     * @throws InvalidFieldException where nobody may add the name
     * @throws ConflictException where the limit is reached, or the organisation has the domain already
     */
    public Entry<MailDomain> add(SignedInUser user, DomainName name) {
        DomainName custom = permitted(name);
        return changes.inOrganisation(user.organisationId(), () -> create(user, custom, DomainType.CUSTOM));
    }

    /**
     * Adds the system domain, whose name is made of the account name.
     *
     * @throws ConflictException where the limit is reached, or the organisation has its system domain already
     */
    public Entry<MailDomain> addSystemDomain(SignedInUser user) {
        return changes.inOrganisation(user.organisationId(), () -> {
            var id = new OrganisationId(user.organisationId());
            var organisation =
                    organisations.find(id).orElseThrow(() -> new NotFoundException("organisation", id.value()));
            DomainName name =
                    names.systemDomain(organisation.organisation().accountName().value());
            return create(user, name, DomainType.SYSTEM);
        });
    }

    /** The system domain of the user's organisation; empty where it was removed. */
    public Optional<Entry<MailDomain>> systemDomain(SignedInUser user) {
        return domains.all(user).stream()
                .filter(domain -> domain.value().type() == DomainType.SYSTEM)
                .findFirst();
    }

    /**
     * Changes how a domain's mail comes and goes, as {@link Directory#replace} does.
     *
     * @throws InvalidFieldsException where the domain cannot have such settings
     */
    public Entry<MailDomain> configure(SignedInUser user, String id, long version, DomainSettings settings) {
        return changes.inOrganisation(user.organisationId(), () -> {
            MailDomain present = domains.get(user, id).value();
            List<Refusal> refusals = refusals(user, present, settings);
            if (!refusals.isEmpty()) {
                throw new InvalidFieldsException(refusals);
            }
            return domains.replace(user, id, version, present.with(settings));
        });
    }

    private Entry<MailDomain> create(SignedInUser user, DomainName name, DomainType type) {
        int present = domains.all(user).size();
        if (present >= limit.perOrganisation()) {
            throw new ConflictException("expected fewer than %d domains in your organisation, but it has %d"
                    .formatted(limit.perOrganisation(), present));
        }
        return domains.create(user, new MailDomain(name, type, DomainSettings.DEFAULT, clock.instant()));
    }

    private DomainName permitted(DomainName name) {
        try {
            return names.custom(name);
        } catch (IllegalArgumentException refused) {
            throw new InvalidFieldException("name", String.valueOf(refused.getMessage()));
        }
    }

    private List<Refusal> refusals(SignedInUser user, MailDomain domain, DomainSettings settings) {
        List<Refusal> refusals = new ArrayList<>();
        if (domain.type() == DomainType.SYSTEM && settings.receivingWay() != ReceivingWay.MX) {
            refusals.add(new Refusal("receivingWay", "expected MX for a system domain, but got REDIRECT"));
        }
        if (domain.type() == DomainType.SYSTEM && settings.sendingWay() != SendingWay.PLATFORM) {
            refusals.add(new Refusal("sendingWay", "expected PLATFORM for a system domain, but got CUSTOM_SMTP"));
        }
        SmtpServerId server = settings.smtpServer();
        if (server != null && !servers.exists(user.organisationId(), server)) {
            refusals.add(new Refusal(
                    "smtpServerId",
                    "expected an SMTP server of your organisation, but there is none with the identifier "
                            + server.value()));
        }
        if (settings.whenUnverified() == WhenUnverified.SYSTEM_DOMAIN
                && systemDomain(user).isEmpty()) {
            refusals.add(new Refusal(
                    "whenUnverified",
                    "expected a system domain to send from in the meantime, but your organisation has none"));
        }
        return refusals;
    }

    /**
     * How many mail domains an organisation may have.
     *
     * @param perOrganisation at least 1
     */
    public record DomainLimit(int perOrganisation) {

        /** Checks the range. */
        public DomainLimit {
            if (perOrganisation < 1) {
                throw new IllegalArgumentException(
                        "expected a limit of at least 1 domain an organisation, but got " + perOrganisation);
            }
        }
    }
}
