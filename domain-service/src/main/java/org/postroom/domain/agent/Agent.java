package org.postroom.domain.agent;

import java.util.List;
import java.util.Optional;
import org.postroom.domain.directory.Configured;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.Reference;
import org.postroom.domain.directory.UniqueName;
import org.postroom.domain.language.LanguageTag;
import org.postroom.domain.skill.RatedSkill;

/**
 * A person who answers mail.
 *
 * @param displayName the name shown to colleagues and put into signatures; two agents may have the same
 * @param emailCapacity how many emails the agent handles at once
 * @param skills what the agent is good at, each skill once
 * @param languages the languages the agent speaks, each once
 */
public record Agent(Name displayName, EmailCapacity emailCapacity, List<RatedSkill> skills, List<LanguageTag> languages)
        implements Configured {

    /** The kind of entry. */
    public static final Kind KIND = new Kind("agent");

    /** Takes each language once. */
    public Agent {
        skills = RatedSkill.eachOnce(skills);
        languages = languages.stream().distinct().toList();
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
        return RatedSkill.references(skills);
    }
}
