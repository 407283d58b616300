package org.postroom.domain.address;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.address.Answering.HistoryInclusion;
import org.postroom.domain.address.Answering.SignatureOn;
import org.postroom.domain.address.Answering.SignaturePlacement;
import org.postroom.domain.address.Route.Priority;
import org.postroom.domain.content.Signature;
import org.postroom.domain.directory.Choice;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.Given;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.maildomain.MailDomain;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.skill.RatedSkillJson;

/**
 * A mail address in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests
 * @param version the version; in a change, the one that was read
 * @param domainId the domain; never changes
 * @param localPart the part before the @; never changes
 * @param address the whole address; ignored in requests
 * @param fromName the name in From
 * @param fromAddress the address in From: the address itself, as where absent, or another configured one
 * @param replyTo the address in Reply-To: the address itself or another configured one
 * @param hiddenBcc up to five recipients of every reply whom nobody sees
 * @param queueId the queue that its mail goes to; absent for an address with a flow, or that only sends
 * @param flowId the flow that its mail goes through; absent for an address with a queue, or that only sends
 * @param skills the skills an agent must have
 * @param language the language an agent must speak, as a BCP 47 tag
 * @param priority minutes of waiting, -25 000 000 to 25 000 000; 0 where absent
 * @param spamRoute DISCONNECT, as where absent, or FLOW
 * @param spamFlowId the flow that decides on spam, for FLOW only
 * @param signatureId the signature below replies
 * @param signaturePlacement UNSEEN, as where absent, or EDITOR
 * @param signatureOn EVERY_MAIL, as where absent, or FIRST_OF_CONVERSATION
 * @param history ALWAYS, NEVER or AGENT_DECIDES; ALWAYS where absent
 * @param multipleActions whether an interaction stays with its agent after a reply; false where absent
 * @param catchAll whether it takes all mail to its domain that no other address takes; false where absent
 * @param plusAddressing whether it takes mail to its local part with a plus and anything behind; false where absent
 */
record AddressJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String domainId,
        @Nullable String localPart,
        @Nullable String address,
        @Nullable String fromName,
        @Nullable String fromAddress,
        @Nullable String replyTo,
        @Nullable List<String> hiddenBcc,
        @Nullable String queueId,
        @Nullable String flowId,
        @Nullable List<RatedSkillJson> skills,
        @Nullable String language,
        @Nullable Integer priority,
        @Nullable String spamRoute,
        @Nullable String spamFlowId,
        @Nullable String signatureId,
        @Nullable String signaturePlacement,
        @Nullable String signatureOn,
        @Nullable String history,
        @Nullable Boolean multipleActions,
        @Nullable Boolean catchAll,
        @Nullable Boolean plusAddressing)
        implements EntryJson {

    static AddressJson of(@Nullable String id, @Nullable Long version, Address address) {
        Route route = address.route();
        Answering answering = address.answering();
        return new AddressJson(
                id,
                version,
                address.domain().value(),
                address.address().localPart().value(),
                address.address().toString(),
                text(answering.fromName(), Name::value),
                address.from().toString(),
                text(answering.replyTo(), own -> own.address().toString()),
                answering.hiddenBcc().addresses().stream()
                        .map(EmailAddress::toString)
                        .toList(),
                text(route.queue(), Id::value),
                text(route.flow(), Id::value),
                RatedSkillJson.of(route.skills()),
                text(route.language(), LanguageTag::value),
                route.priority().minutes(),
                route.spam().action().name(),
                text(route.spam().flow(), Id::value),
                text(answering.signature(), Id::value),
                answering.signaturePlacement().name(),
                answering.signatureOn().name(),
                answering.history().name(),
                answering.multipleActions(),
                address.reception().catchAll(),
                address.reception().plusAddressing());
    }

    AddressDraft toDraft(Fields fields) {
        var domain = fields.required("domainId", domainId, Id<MailDomain>::new);
        var local = fields.required("localPart", localPart, LocalPart::new);
        var route = toRoute(fields);
        var name = fields.optional("fromName", fromName, Name::new);
        var from = fields.optional("fromAddress", fromAddress, EmailAddress::parse);
        var answersTo = fields.optional("replyTo", replyTo, EmailAddress::parse);
        var hidden = fields.each("hiddenBcc", hiddenBcc, EmailAddress::parse);
        var hiddenAltogether = fields.rule("hiddenBcc", () -> new HiddenBcc(hidden.get()));
        var signature = fields.optional("signatureId", signatureId, Id<Signature>::new);
        var placement = choice(
                fields,
                "signaturePlacement",
                signaturePlacement,
                SignaturePlacement.UNSEEN,
                SignaturePlacement.values());
        var on = choice(fields, "signatureOn", signatureOn, SignatureOn.EVERY_MAIL, SignatureOn.values());
        var inclusion = choice(fields, "history", history, HistoryInclusion.ALWAYS, HistoryInclusion.values());
        return fields.whole(() -> new AddressDraft(
                domain.get(),
                local.get(),
                new Reception(Boolean.TRUE.equals(catchAll), Boolean.TRUE.equals(plusAddressing)),
                route.get(),
                name.orNull(),
                from.orNull(),
                answersTo.orNull(),
                hiddenAltogether.get(),
                signature.orNull(),
                placement.get(),
                on.get(),
                inclusion.get(),
                Boolean.TRUE.equals(multipleActions)));
    }

    private Given<Route> toRoute(Fields fields) {
        var queue = fields.optional("queueId", queueId, Id<Queue>::new);
        var flow = fields.optional("flowId", flowId, Id<Flow>::new);
        var wanted = RatedSkillJson.read(fields, skills);
        var tag = fields.optional("language", language, LanguageTag::new);
        var start = fields.orDefault("priority", priority, Priority.NONE, Priority::new);
        var spam = toSpamRoute(fields);
        return fields.rule(
                "flowId",
                () -> new Route(queue.orNull(), flow.orNull(), wanted.get(), tag.orNull(), start.get(), spam.get()));
    }

    private Given<SpamRoute> toSpamRoute(Fields fields) {
        var action = choice(fields, "spamRoute", spamRoute, SpamRoute.Action.DISCONNECT, SpamRoute.Action.values());
        var flow = fields.optional("spamFlowId", spamFlowId, Id<Flow>::new);
        return fields.rule("spamFlowId", () -> new SpamRoute(action.get(), flow.orNull()));
    }

    private static <E extends Enum<E>> Given<E> choice(
            Fields fields, String field, @Nullable String given, E byDefault, E[] values) {
        return fields.orDefault(field, given, byDefault, name -> Choice.named(values, name));
    }

    private static <T> @Nullable String text(@Nullable T value, Function<T, String> form) {
        return Optional.ofNullable(value).map(form).orElse(null);
    }
}
