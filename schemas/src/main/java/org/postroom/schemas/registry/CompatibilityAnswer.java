package org.postroom.schemas.registry;

import java.util.List;

/**
 * What the registry says about putting a schema under a subject.
 *
 * @param compatible true where it would be accepted
 * @param reasons why not, in the registry's words; may be empty even for a refusal, since not every registry explains
 */
public record CompatibilityAnswer(boolean compatible, List<String> reasons) {

    /** Copies the reasons. */
    public CompatibilityAnswer {
        reasons = List.copyOf(reasons);
    }
}
