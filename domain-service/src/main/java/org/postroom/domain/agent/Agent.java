package org.postroom.domain.agent;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;
import org.postroom.domain.role.Role;
import org.postroom.domain.skill.RatedSkill;

/**
 * A person who answers mail.
 *
 * @param displayName the name shown to colleagues and put into signatures; two agents may have the same
 * @param emailCapacity how many emails the agent handles at once
 * @param skills what the agent is good at, each skill once
 * @param languages the languages the agent speaks, each once
 * @param roles the roles, each once, which give permissions besides those of the sign-in
 * @param active false where the agent gets no mail, of whatever queues a member
 */
public record Agent(
        Name displayName,
        EmailCapacity emailCapacity,
        List<RatedSkill> skills,
        List<LanguageTag> languages,
        List<Id<Role>> roles,
        boolean active)
        implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("agent");

    /** Takes each language and each role once. */
    public Agent {
        skills = RatedSkill.eachOnce(skills);
        languages = languages.stream().distinct().toList();
        roles = roles.stream().distinct().toList();
    }

    @Override
    public String label() {
        return displayName.value();
    }

    @Override
    public Optional<UniqueName> uniqueName() {
        return Optional.empty();
    }

    @Override
    public List<Reference> references() {
        return Stream.concat(
                        RatedSkill.references(skills).stream(),
                        IntStream.range(0, roles.size())
                                .mapToObj(index -> new Reference(
                                        "roleIds[" + index + "]",
                                        Role.KIND,
                                        roles.get(index).value())))
                .toList();
    }

    /**
     * How many emails an agent handles at once.
     *
     * @param emails 0 to 25; an agent with 0 gets none
     */
    public record EmailCapacity(int emails) {

        /** One at a time. */
        public static final EmailCapacity ONE = new EmailCapacity(1);

        private static final int HIGHEST = 25;

        /** Checks the range. */
        public EmailCapacity {
            if (emails < 0 || emails > HIGHEST) {
                throw new IllegalArgumentException(
                        "expected a capacity of 0 to " + HIGHEST + " emails, but got " + emails);
            }
        }
    }
}
