package org.postroom.console.administration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that an administrator sets up, in the form that domain-service's REST API gives and takes. */
public sealed interface Entry {

    /** The identifier; null in a form that was not saved yet. */
    @Nullable
    String id();

    /** The version that was read; null in a form that was not saved yet. */
    @Nullable
    Long version();

    /** What lists show. */
    String label();

    /**
     * A skill that is had or asked for.
     *
     * @param skillId the skill
     * @param proficiency 0 to 5
     */
    record RatedSkill(String skillId, int proficiency) {}

    /**
     * A skill.
     *
     * @param id the identifier
     * @param version the version
     * @param name the name
     */
    record Skill(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name) implements Entry {
        @Override
        public String label() {
            return name == null ? "" : name;
        }
    }

    /**
     * A queue.
     *
     * @param id the identifier
     * @param version the version
     * @param name the name
     * @param memberAgentIds the agents that get its work
     * @param alertingTimeoutSeconds how long an offer alerts an agent
     */
    record Queue(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name,
            @Nullable List<String> memberAgentIds,
            @Nullable Integer alertingTimeoutSeconds)
            implements Entry {
        @Override
        public String label() {
            return name == null ? "" : name;
        }

        /** True where the agent is a member. */
        public boolean hasMember(String agentId) {
            return memberAgentIds != null && memberAgentIds.contains(agentId);
        }
    }

    /**
     * An agent.
     *
     * @param id the subject of the agent's sign-in
     * @param version the version
     * @param displayName the name shown to colleagues
     * @param emailCapacity how many emails at once
     * @param skills the skills
     * @param languages the languages spoken, as BCP 47 tags
     */
    record Agent(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String displayName,
            @Nullable Integer emailCapacity,
            @Nullable List<RatedSkill> skills,
            @Nullable List<String> languages)
            implements Entry {
        @Override
        public String label() {
            return displayName == null ? "" : displayName;
        }

        /** The proficiency in a skill; null where the agent does not have it. */
        public @Nullable Integer proficiency(String skillId) {
            return proficiencyIn(skills, skillId);
        }
    }

    /**
     * A signature.
     *
     * @param id the identifier
     * @param version the version
     * @param name the name for administrators
     * @param html the form for HTML mail
     * @param text the form for plain-text mail
     */
    record Signature(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name,
            @Nullable String html,
            @Nullable String text)
            implements Entry {
        @Override
        public String label() {
            return name == null ? "" : name;
        }
    }

    /**
     * A mail address.
     *
     * @param id the identifier
     * @param version the version
     * @param domainId the domain; never changes
     * @param localPart the part before the @; never changes
     * @param address the whole address, as the service says it
     * @param fromName the name in From
     * @param fromAddress the address in From
     * @param replyTo the address in Reply-To
     * @param hiddenBcc recipients of every reply whom nobody sees
     * @param queueId the queue that its mail goes to
     * @param skills the skills an agent must have
     * @param language the language an agent must speak
     * @param priority minutes of waiting
     * @param signatureId the signature below replies
     * @param history ALWAYS, NEVER or AGENT_DECIDES
     * @param multipleActions whether an interaction stays with its agent after a reply
     */
    record Address(
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
            @Nullable List<RatedSkill> skills,
            @Nullable String language,
            @Nullable Integer priority,
            @Nullable String signatureId,
            @Nullable String history,
            @Nullable Boolean multipleActions)
            implements Entry {
        @Override
        public String label() {
            return address == null ? "" : address;
        }

        /** The proficiency asked for in a skill; null where the skill is not asked for. */
        public @Nullable Integer proficiency(String skillId) {
            return proficiencyIn(skills, skillId);
        }
    }

    private static @Nullable Integer proficiencyIn(@Nullable List<RatedSkill> skills, String skillId) {
        if (skills == null) {
            return null;
        }
        for (RatedSkill skill : skills) {
            if (skill.skillId().equals(skillId)) {
                return skill.proficiency();
            }
        }
        return null;
    }
}
