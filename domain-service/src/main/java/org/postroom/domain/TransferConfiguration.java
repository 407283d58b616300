package org.postroom.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.AgentId;
import org.postroom.domain.agent.Agents;
import org.postroom.domain.cannedresponse.CannedResponse;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.library.Library;
import org.postroom.domain.mailrules.MailRules;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.role.Role;
import org.postroom.domain.role.Roles;
import org.postroom.domain.schedule.Schedule;
import org.postroom.domain.signature.Signature;
import org.postroom.domain.skill.Skill;
import org.postroom.domain.transfer.ConfigurationPart;
import org.postroom.domain.transfer.Item;
import org.postroom.domain.transfer.Layout;
import org.postroom.domain.transfer.Transfer;
import org.postroom.domain.transfer.http.DirectoryPart;
import org.postroom.domain.wrapupcode.WrapUpCode;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says how each kind of entry stands in configuration documents, and which needs which. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    private static final List<String> ORDER = List.of(
            "skills",
            "wrapUpCodes",
            "libraries",
            "signatures",
            "cannedResponses",
            "schedules",
            "roles",
            "agents",
            "queues",
            "flows",
            "domains",
            "addresses",
            "mailRules");

    @Bean
    Transfer transfer(List<ConfigurationPart> parts, Changes changes) {
        List<ConfigurationPart> ordered = ORDER.stream()
                .flatMap(section ->
                        parts.stream().filter(part -> part.layout().section().equals(section)))
                .toList();
        if (ordered.size() != parts.size()) {
            throw new IllegalStateException("expected an order of all sections, but it lacks one");
        }
        return new Transfer(ordered, changes);
    }

    @Bean
    ConfigurationPart skillPart(Directory<Skill> skills, ReadableForm<Skill, ?> form) {
        return part(Layout.named("skills", Skill.KIND, Map.of()), skills, form);
    }

    @Bean
    ConfigurationPart wrapUpCodePart(Directory<WrapUpCode> codes, ReadableForm<WrapUpCode, ?> form) {
        return part(Layout.named("wrapUpCodes", WrapUpCode.KIND, Map.of()), codes, form);
    }

    @Bean
    ConfigurationPart libraryPart(Directory<Library> libraries, ReadableForm<Library, ?> form) {
        return part(Layout.named("libraries", Library.KIND, Map.of()), libraries, form);
    }

    @Bean
    ConfigurationPart mailRulesPart(Directory<MailRules> rules, ReadableForm<MailRules, ?> form) {
        return part(Layout.named("mailRules", MailRules.KIND, Map.of()), rules, form);
    }

    @Bean
    ConfigurationPart signaturePart(Directory<Signature> signatures, ReadableForm<Signature, ?> form) {
        return part(Layout.named("signatures", Signature.KIND, Map.of("libraryId", Library.KIND)), signatures, form);
    }

    @Bean
    ConfigurationPart cannedResponsePart(Directory<CannedResponse> responses, ReadableForm<CannedResponse, ?> form) {
        return part(
                Layout.named("cannedResponses", CannedResponse.KIND, Map.of("libraryId", Library.KIND)),
                responses,
                form);
    }

    @Bean
    ConfigurationPart schedulePart(Directory<Schedule> schedules, ReadableForm<Schedule, ?> form) {
        return part(Layout.named("schedules", Schedule.KIND, Map.of()), schedules, form);
    }

    @Bean
    ConfigurationPart queuePart(Directory<Queue> queues, ReadableForm<Queue, ?> form) {
        return part(
                Layout.named(
                        "queues",
                        Queue.KIND,
                        Map.of(
                                "memberAgentIds",
                                Agent.KIND,
                                "wrapUpCodeIds",
                                WrapUpCode.KIND,
                                "defaultSignatureId",
                                Signature.KIND)),
                queues,
                form);
    }

    @Bean
    ConfigurationPart rolePart(Directory<Role> directory, ReadableForm<Role, ?> form, Roles roles) {
        return rolePart(Layout.named("roles", Role.KIND, Map.of()), directory, form, roles);
    }

    @Bean
    ConfigurationPart agentPart(Directory<Agent> directory, ReadableForm<Agent, ?> form, Agents agents) {
        var layout = new Layout(
                "agents", Agent.KIND, Map.of("skills.skillId", Skill.KIND, "roleIds", Role.KIND), Set.of(), List.of());
        return agentPart(layout, directory, form, agents);
    }

    private static <T extends Configured, J extends EntryJson> ConfigurationPart part(
            Layout layout, Directory<T> directory, ReadableForm<T, J> form) {
        return new DirectoryPart<>(layout, directory, form);
    }

    private static <J extends EntryJson> ConfigurationPart rolePart(
            Layout layout, Directory<Role> directory, ReadableForm<Role, J> form, Roles roles) {
        return new DirectoryPart<>(layout, directory, form) {
            @Override
            protected Entry<Role> add(SignedInUser user, String key, Role role) {
                return roles.create(user, role);
            }

            @Override
            protected Entry<Role> change(SignedInUser user, Item present, Role role) {
                return roles.replace(user, present.id(), present.version(), role);
            }

            @Override
            public void remove(SignedInUser user, Item present) {
                roles.remove(user, present.id());
            }
        };
    }

    /** Agents are called by the subject of their sign-in, since two may have the same name. */
    private static <J extends EntryJson> ConfigurationPart agentPart(
            Layout layout, Directory<Agent> directory, ReadableForm<Agent, J> form, Agents agents) {
        return new DirectoryPart<>(layout, directory, form) {
            @Override
            protected String key(Entry<Agent> agent) {
                return agent.id();
            }

            @Override
            protected Map<String, String> keyFields(SignedInUser user, String key) {
                return Map.of();
            }

            @Override
            protected Entry<Agent> add(SignedInUser user, String key, Agent agent) {
                var fields = new Fields();
                var id = fields.required("id", key, AgentId::new);
                return agents.put(user, fields.whole(id::get), null, agent);
            }

            @Override
            protected Entry<Agent> change(SignedInUser user, Item present, Agent agent) {
                return agents.put(user, new AgentId(present.id()), present.version(), agent);
            }

            @Override
            public void remove(SignedInUser user, Item present) {
                agents.remove(user, present.id());
            }
        };
    }
}
