package org.postroom.routing.journal.kafka;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.ChangedSubjectRule;
import org.postroom.events.configuration.EvaluationMethod;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.FlowMention;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.SeveralAddressesRule;
import org.postroom.events.routing.ConfigurationRemoved;
import org.postroom.events.routing.RoutingTermsChanged;
import org.postroom.flow.Mention;
import org.postroom.flow.NamedKind;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.decision.RoutingPolicy;
import org.postroom.routing.decision.Terms;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.AutomaticMail;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.SkillEvaluation;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.directory.SpamRoute;
import org.postroom.routing.directory.WrapUp;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.SkillId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.schemas.catalogue.EntityKey;

/** Reads what administrators, and the settings of the installation, determine. */
final class ConfigurationReader {

    private ConfigurationReader() {}

    static RoutingInput read(AddressConfigured address) {
        var own = Stream.of(address.getLocalPart() + "@" + address.getDomainName(), address.getFromAddress())
                .map(EmailAddress::new)
                .collect(Collectors.toSet());
        return new RoutingInput.AddressConfigured(new Address(
                new AddressId(address.getAddressId()),
                own,
                address.getQueueId() == null ? null : new QueueId(address.getQueueId()),
                address.getFlowId() == null ? null : new FlowId(address.getFlowId()),
                address.getSkills().stream().map(ConfigurationReader::level).toList(),
                language(address.getLanguage()),
                address.getPriority(),
                address.getMultipleActions(),
                address.getSpamRoute() == org.postroom.events.configuration.SpamRoute.FLOW
                        ? SpamRoute.FLOW
                        : SpamRoute.DISCONNECT,
                address.getSpamFlowId() == null ? null : new FlowId(address.getSpamFlowId())));
    }

    /** A rule that this release does not know is read as the default. */
    static RoutingInput read(MailRulesConfigured rules) {
        return new RoutingInput.MailRulesConfigured(new MailRules(
                switch (rules.getAutomaticMail()) {
                    case PROCESS -> AutomaticMail.PROCESS;
                    case INTO_CONVERSATION -> AutomaticMail.INTO_CONVERSATION;
                    case KEEP_ASIDE, UNKNOWN -> AutomaticMail.KEEP_ASIDE;
                },
                rules.getSameMessageIdOnce(),
                conversations(rules)));
    }

    private static ConversationRules conversations(MailRulesConfigured rules) {
        var days = rules.getConversationWindowDays();
        return new ConversationRules(
                days == null ? null : Duration.ofDays(days),
                rules.getChangedSubject() == ChangedSubjectRule.NEW_CONVERSATION,
                rules.getThreadBySubject(),
                rules.getSeveralAddresses() == SeveralAddressesRule.ONE_EACH,
                switch (rules.getLastAgent()) {
                    case QUEUE_MEMBERS -> ConversationRules.LastAgent.QUEUE_MEMBERS;
                    case ANYONE -> ConversationRules.LastAgent.ANYONE;
                    case OFF, UNKNOWN -> ConversationRules.LastAgent.OFF;
                },
                Duration.ofMinutes(rules.getLastAgentMinutes()));
    }

    static RoutingInput read(QueueConfigured queue) {
        return new RoutingInput.QueueConfigured(new Queue(
                new QueueId(queue.getQueueId()),
                queue.getMemberAgentIds().stream().map(AgentId::new).collect(Collectors.toSet()),
                Duration.ofSeconds(queue.getAlertingTimeoutSeconds()),
                evaluation(queue.getEvaluationMethod()),
                wrapUp(queue)));
    }

    private static WrapUp wrapUp(QueueConfigured queue) {
        var mode = switch (queue.getAfterCallWork()) {
            case NONE -> WrapUp.Mode.NONE;
            case MANDATORY -> WrapUp.Mode.MANDATORY;
            case MANDATORY_TIMED -> WrapUp.Mode.MANDATORY_TIMED;
            case OPTIONAL, UNKNOWN -> WrapUp.Mode.OPTIONAL;
        };
        int seconds = mode == WrapUp.Mode.MANDATORY_TIMED ? queue.getAfterCallWorkSeconds() : 0;
        return new WrapUp(
                mode,
                Duration.ofSeconds(seconds),
                queue.getWrapUpCodeIds().stream().map(WrapUpCodeId::new).collect(Collectors.toSet()));
    }

    private static SkillEvaluation evaluation(EvaluationMethod method) {
        return switch (method) {
            case DISREGARD_SKILLS -> SkillEvaluation.DISREGARD_SKILLS;
            case BEST_AVAILABLE_SKILLS -> SkillEvaluation.BEST_AVAILABLE_SKILLS;
            case ALL_SKILLS, UNKNOWN -> SkillEvaluation.ALL_SKILLS;
        };
    }

    static RoutingInput read(FlowConfigured flow) {
        return new RoutingInput.FlowConfigured(
                new Flow(new FlowId(flow.getFlowId()), new QueueId(flow.getFallbackQueueId()), published(flow)));
    }

    /** A definition without its names was published before definitions were checked, and is not run. */
    private static Flow.@Nullable Published published(FlowConfigured flow) {
        var version = flow.getPublishedDefinitionVersion();
        var text = flow.getPublishedDefinition();
        var mentions = flow.getPublishedMentions();
        if (version == null || text == null || mentions == null) {
            return null;
        }
        return new Flow.Published(
                version,
                text,
                mentions.stream().flatMap(ConfigurationReader::mention).toList());
    }

    /** A kind that this release does not know is left out, so that a definition which needs it cannot be run. */
    private static Stream<Mention> mention(FlowMention mention) {
        return Stream.of(NamedKind.values())
                .filter(kind -> kind.word().equals(mention.getKind()))
                .map(kind -> new Mention(kind, mention.getName(), mention.getId()));
    }

    static RoutingInput read(AgentConfigured agent) {
        Map<SkillId, Integer> skills = agent.getSkills().stream()
                .collect(Collectors.toMap(
                        skill -> new SkillId(skill.getSkillId()), SkillRequirement::getProficiency, Math::max));
        return new RoutingInput.AgentConfigured(new AgentProfile(
                new AgentId(agent.getAgentId()),
                agent.getEmailCapacity(),
                skills,
                agent.getLanguages().stream().map(Language::new).collect(Collectors.toSet()),
                agent.getActive()));
    }

    static RoutingInput read(ConfigurationRemoved removed) {
        return switch (removed.getEntityKind()) {
            case "address" -> new RoutingInput.AddressRemoved(new AddressId(removed.getEntityId()));
            case "queue" -> new RoutingInput.QueueRemoved(new QueueId(removed.getEntityId()));
            case "flow" -> new RoutingInput.FlowRemoved(new FlowId(removed.getEntityId()));
            case EntityKey.MAIL_RULES -> new RoutingInput.MailRulesRemoved();
            case "agent" -> new RoutingInput.AgentRemoved(new AgentId(removed.getEntityId()));
            default ->
                throw new IllegalArgumentException(
                        "expected an address, queue, flow, agent or the rules for mail to be removed, but got "
                                + removed.getEntityKind());
        };
    }

    static RoutingInput read(RoutingTermsChanged changed) {
        return new RoutingInput.TermsChanged(new Terms(
                changed.getDecisionVersion(),
                new RoutingPolicy(
                        Duration.of(changed.getThreadingWindowMicros(), ChronoUnit.MICROS),
                        Duration.of(changed.getRepeatWindowMicros(), ChronoUnit.MICROS))));
    }

    private static SkillLevel level(SkillRequirement skill) {
        return new SkillLevel(new SkillId(skill.getSkillId()), skill.getProficiency());
    }

    private static @Nullable Language language(@Nullable String tag) {
        return tag == null ? null : new Language(tag);
    }
}
