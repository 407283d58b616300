package org.postroom.benchmarks.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.SkillId;

/**
 * A centre of one hundred kinds of work (ten queues, five skills, two languages, an address for each combination) and a
 * thousand agents with room for one email; an agent serves three queues and is able to take about eighteen of the kinds.
 */
final class BusyCentre {

    static final int AGENTS = 1_000;

    private static final int QUEUES = 10;
    private static final int SKILLS = 5;
    private static final int QUEUES_PER_AGENT = 3;
    private static final List<Language> LANGUAGES = List.of(new Language("de"), new Language("en"));

    private final Random random = new Random(42);

    List<AgentProfile> agents() {
        var agents = new ArrayList<AgentProfile>();
        for (int number = 0; number < AGENTS; number++) {
            agents.add(new AgentProfile(agent(number), 1, skills(), languages()));
        }
        return agents;
    }

    List<Queue> queues() {
        Map<Integer, Set<AgentId>> members = new HashMap<>();
        for (int number = 0; number < AGENTS; number++) {
            for (int next = 0; next < QUEUES_PER_AGENT; next++) {
                members.computeIfAbsent((number + next) % QUEUES, _ -> new HashSet<>())
                        .add(agent(number));
            }
        }
        return members.entrySet().stream()
                .map(queue -> new Queue(queue(queue.getKey()), queue.getValue(), Duration.ofMinutes(5)))
                .toList();
    }

    List<Address> addresses() {
        var addresses = new ArrayList<Address>();
        for (int queue = 0; queue < QUEUES; queue++) {
            for (int skill = 0; skill < SKILLS; skill++) {
                for (var language : LANGUAGES) {
                    addresses.add(address(addresses.size(), queue, skill, language));
                }
            }
        }
        return addresses;
    }

    static AgentId agent(int number) {
        return new AgentId("01936c5e-0000-7000-8000-" + String.format("%012d", number));
    }

    private Address address(int number, int queue, int skill, Language language) {
        var name = "address-" + number;
        return new Address(
                new AddressId(name),
                Set.of(new EmailAddress(name + "@support.acme.test")),
                queue(queue),
                null,
                List.of(new SkillLevel(skill(skill), random.nextInt(4))),
                language,
                random.nextInt(30),
                false);
    }

    private Map<SkillId, Integer> skills() {
        Map<SkillId, Integer> skills = new HashMap<>();
        for (int skill = 0; skill < SKILLS; skill++) {
            skills.put(skill(skill), random.nextInt(SkillLevel.HIGHEST + 1));
        }
        return skills;
    }

    private Set<Language> languages() {
        return random.nextBoolean() ? Set.copyOf(LANGUAGES) : Set.of(LANGUAGES.get(random.nextInt(LANGUAGES.size())));
    }

    private static QueueId queue(int number) {
        return new QueueId("queue-" + number);
    }

    private static SkillId skill(int number) {
        return new SkillId("skill-" + number);
    }
}
