package org.postroom.routing.journal.kafka.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** What administrators configured. */
final class DirectoryForms {

    /** Before this version no scan was asked, so an address stands at what its event says where nothing is said. */
    private static final int WITH_SPAM_ROUTE = 2;

    /** Since then a queue says how it evaluates skills, and not only whether it disregards them. */
    private static final int WITH_EVALUATION = 3;

    /** Since then an address says which flow decides on spam, and a flow has its published definition. */
    private static final int WITH_FLOWS = 4;
    /** Before this version agents could not be deactivated. */
    private static final int WITH_ACTIVE = 4;

    /** Before this version nothing obeyed it: until the queue is configured again its agents wrap up as they wish. */
    private static final int WITH_WRAP_UP = 4;

    static final EntityForm<Address> ADDRESS = new EntityForm<>() {
        @Override
        public void write(Address address, StoredWriter out) {
            out.id(address.addressId());
            out.all(address.ownAddresses(), own -> out.text(own.folded()));
            out.idOrNone(address.queueId());
            out.idOrNone(address.flowId());
            skills(address.skills(), out);
            language(address.language(), out);
            out.number(address.priority());
            out.flag(address.multipleActions());
            out.name(address.spamRoute());
            out.idOrNone(address.spamFlowId());
        }

        @Override
        public Address read(StoredReader in) {
            return new Address(
                    in.id(AddressId::new),
                    Set.copyOf(in.all(() -> new EmailAddress(in.text()))),
                    in.idOrNone(QueueId::new),
                    in.idOrNone(FlowId::new),
                    skills(in),
                    language(in),
                    in.smallNumber(),
                    in.flag(),
                    in.version() < WITH_SPAM_ROUTE ? SpamRoute.DISCONNECT : in.name(SpamRoute.class),
                    in.version() < WITH_FLOWS ? null : in.idOrNone(FlowId::new));
        }
    };

    static final EntityForm<MailRules> MAIL_RULES = new EntityForm<>() {
        @Override
        public void write(MailRules rules, StoredWriter out) {
            out.name(rules.automaticMail());
            out.flag(rules.sameMessageIdOnce());
            conversationRules(rules.conversations(), out);
        }

        @Override
        public MailRules read(StoredReader in) {
            return new MailRules(
                    in.name(AutomaticMail.class),
                    in.flag(),
                    in.version() < OtherForms.WITH_CONVERSATION_RULES
                            ? ConversationRules.DEFAULT
                            : conversationRules(in));
        }
    };

    static final EntityForm<Queue> QUEUE = new EntityForm<>() {
        @Override
        public void write(Queue queue, StoredWriter out) {
            out.id(queue.queueId());
            out.all(queue.members(), out::id);
            out.duration(queue.alertingTimeout());
            out.name(queue.evaluation());
            wrapUp(queue.wrapUp(), out);
        }

        @Override
        public Queue read(StoredReader in) {
            return new Queue(
                    in.id(QueueId::new),
                    Set.copyOf(in.all(() -> in.id(AgentId::new))),
                    in.duration(),
                    in.version() < WITH_EVALUATION ? evaluation(in.flag()) : in.name(SkillEvaluation.class),
                    in.version() < WITH_WRAP_UP ? WrapUp.AS_AGENTS_WISH : wrapUp(in));
        }
    };

    static final EntityForm<Flow> FLOW = new EntityForm<>() {
        @Override
        public void write(Flow flow, StoredWriter out) {
            out.id(flow.flowId());
            out.id(flow.fallbackQueueId());
            FlowForm.write(flow.published(), out);
        }

        @Override
        public Flow read(StoredReader in) {
            return new Flow(
                    in.id(FlowId::new), in.id(QueueId::new), in.version() < WITH_FLOWS ? null : FlowForm.read(in));
        }
    };

    static final EntityForm<AgentProfile> AGENT = new EntityForm<>() {
        @Override
        public void write(AgentProfile agent, StoredWriter out) {
            out.id(agent.agentId());
            out.number(agent.emailCapacity());
            out.all(agent.skills().entrySet(), skill -> {
                out.id(skill.getKey());
                out.number(skill.getValue());
            });
            out.all(agent.languages(), language -> out.text(language.tag()));
            out.flag(agent.active());
        }

        @Override
        public AgentProfile read(StoredReader in) {
            var agentId = in.id(AgentId::new);
            int capacity = in.smallNumber();
            Map<SkillId, Integer> skills = new HashMap<>();
            in.each(() -> skills.put(in.id(SkillId::new), in.smallNumber()));
            return new AgentProfile(
                    agentId,
                    capacity,
                    skills,
                    Set.copyOf(in.all(() -> new Language(in.text()))),
                    in.version() < WITH_ACTIVE || in.flag());
        }
    };

    private DirectoryForms() {}

    /** What was known of the evaluation once. */
    static SkillEvaluation evaluation(boolean disregardsSkills) {
        return disregardsSkills ? SkillEvaluation.DISREGARD_SKILLS : SkillEvaluation.ALL_SKILLS;
    }

    private static void wrapUp(WrapUp wrapUp, StoredWriter out) {
        out.name(wrapUp.mode());
        out.duration(wrapUp.time());
        out.all(wrapUp.codes(), out::id);
    }

    private static WrapUp wrapUp(StoredReader in) {
        return new WrapUp(
                in.name(WrapUp.Mode.class), in.duration(), Set.copyOf(in.all(() -> in.id(WrapUpCodeId::new))));
    }

    private static void conversationRules(ConversationRules rules, StoredWriter out) {
        var window = rules.window();
        out.flag(window != null);
        if (window != null) {
            out.duration(window);
        }
        out.flag(rules.changedSubjectBeginsAnother());
        out.flag(rules.bySubject());
        out.flag(rules.oneForEachAddress());
        out.name(rules.lastAgent());
        out.duration(rules.keptFor());
    }

    private static ConversationRules conversationRules(StoredReader in) {
        return new ConversationRules(
                in.flag() ? in.duration() : null,
                in.flag(),
                in.flag(),
                in.flag(),
                in.name(ConversationRules.LastAgent.class),
                in.duration());
    }

    static void skills(List<SkillLevel> skills, StoredWriter out) {
        out.all(skills, skill -> {
            out.id(skill.skillId());
            out.number(skill.proficiency());
        });
    }

    static List<SkillLevel> skills(StoredReader in) {
        return in.all(() -> new SkillLevel(in.id(SkillId::new), in.smallNumber()));
    }

    static void language(@Nullable Language language, StoredWriter out) {
        out.textOrNone(language == null ? null : language.tag());
    }

    static @Nullable Language language(StoredReader in) {
        var tag = in.textOrNone();
        return tag == null ? null : new Language(tag);
    }
}
