package org.postroom.domain.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.address.Answering.OwnAddress;
import org.postroom.domain.content.Signature;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.skill.RatedSkill;

/**
 * A mail address of a domain.
 *
 * @param domain the domain it belongs to
 * @param address the address, alone in its organisation; it never changes
 * @param reception which other mail it takes
 * @param route where its mail goes
 * @param answering how answers from it look
 */
public record Address(
        Id<MailDomain> domain, EmailAddress address, Reception reception, Route route, Answering answering)
        implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("address");

    /** The address that answers appear to come from. */
    public EmailAddress from() {
        OwnAddress from = answering.from();
        return from == null ? address : from.address();
    }

    /** The same as one that only sends. */
    public Address sendingOnly() {
        var nowhere = new Route(null, null, route.skills(), route.language(), route.priority(), SpamRoute.DISCONNECTED);
        return new Address(domain, address, Reception.OWN_NAME_ONLY, nowhere, answering);
    }

    @Override
    public String label() {
        return address.toString();
    }

    @Override
    public Optional<UniqueName> uniqueName() {
        return Optional.of(UniqueName.inOrganisation(address.toString()));
    }

    @Override
    public List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        references.add(new Reference("domainId", MailDomain.KIND, domain.value()));
        Id<Queue> queue = route.queue();
        if (queue != null) {
            references.add(new Reference("queueId", Queue.KIND, queue.value()));
        }
        flow("flowId", route.flow()).ifPresent(references::add);
        references.addAll(RatedSkill.references(route.skills()));
        flow("spamFlowId", route.spam().flow()).ifPresent(references::add);
        Id<Signature> signature = answering.signature();
        if (signature != null) {
            references.add(new Reference("signatureId", Signature.KIND, signature.value()));
        }
        reference("fromAddress", answering.from()).ifPresent(references::add);
        reference("replyTo", answering.replyTo()).ifPresent(references::add);
        return references;
    }

    private static Optional<Reference> flow(String field, @Nullable Id<Flow> flow) {
        return flow == null ? Optional.empty() : Optional.of(new Reference(field, Flow.KIND, flow.value()));
    }

    private static Optional<Reference> reference(String field, @Nullable OwnAddress own) {
        Id<Address> other = own == null ? null : own.configuredAs();
        return other == null ? Optional.empty() : Optional.of(new Reference(field, KIND, other.value()));
    }
}
