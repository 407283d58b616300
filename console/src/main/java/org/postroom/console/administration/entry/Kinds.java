package org.postroom.console.administration.entry;

import java.util.List;
import org.postroom.runtime.problem.NotFoundException;

/** Every kind of entry that an administrator sets up with a form. */
public final class Kinds {

    private static final List<EntryKind> ALL = List.of(
            AddressForm.KIND,
            MailRulesForm.KIND,
            QueueForm.KIND,
            PeopleForms.AGENT,
            PeopleForms.ROLE,
            PlainForms.SKILL,
            PlainForms.WRAP_UP_CODE,
            PlainForms.LIBRARY,
            TextForms.CANNED_RESPONSE,
            TextForms.SIGNATURE,
            FlowForm.KIND,
            ScheduleForm.KIND);

    private Kinds() {}

    /** Every kind. */
    public static List<EntryKind> all() {
        return ALL;
    }

    /**
     * The kind with these pages.
     *
     * @throws NotFoundException where there is none
     */
    public static EntryKind of(String plural) {
        return ALL.stream()
                .filter(kind -> kind.plural().equals(plural))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("page", plural));
    }
}
