package org.postroom.domain.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;

class GiveAndTakeTest {

    private static final Set<String> DIRECTORY_ALONE = Set.of("directory:manage");
    private static final Map<String, List<Permission>> ROLES = Map.of(
            "administrator", List.of(Permission.MANAGE_DIRECTORY, Permission.VIEW_AUDIT),
            "keeper", List.of(Permission.MANAGE_DIRECTORY),
            "watcher", List.of(Permission.SUPERVISE_ROUTING, Permission.VIEW_AUDIT));

    @Test
    void refusesToGiveWhatTheGiverLacksAtItsPlace() {
        assertThat(refusals(List.of(), List.of("keeper", "administrator")))
                .containsExactly(new Refusal(
                        "roleIds[1]",
                        "expected to give only permissions that you have yourself, but you lack audit:view"));
    }

    @Test
    void refusesToTakeWhatTheTakerLacksAndNamesEachPermissionOnce() {
        assertThat(refusals(List.of("administrator", "watcher", "keeper"), List.of()))
                .extracting(Refusal::field, refusal -> refusal.rule().replaceAll(".*lack ", ""))
                .containsExactly(tuple("roleIds", "audit:view"), tuple("roleIds", "routing:supervise"));
    }

    @Test
    void letsAnybodyLeaveEverythingAsItIs() {
        assertThat(refusals(List.of("administrator", "watcher"), List.of("watcher", "administrator")))
                .isEmpty();
    }

    @Test
    void letsAUserGiveAndTakeWhatTheyHave() {
        assertThat(refusals(List.of("watcher"), List.of("watcher", "keeper"))).isEmpty();
        assertThat(refusals(List.of("watcher", "keeper"), List.of("watcher"))).isEmpty();
    }

    @Test
    void refusesAnExchangeOfOneRoleForAnotherTwice() {
        assertThat(refusals(List.of("administrator"), List.of("watcher")))
                .extracting(Refusal::field)
                .containsExactly("roleIds[0]", "roleIds[0]", "roleIds");
    }

    private static List<Refusal> refusals(List<String> before, List<String> after) {
        return GiveAndTake.refusals(
                DIRECTORY_ALONE, "roleIds", before, after, role -> ROLES.getOrDefault(role, List.of()));
    }
}
