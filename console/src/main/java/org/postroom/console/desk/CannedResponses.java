package org.postroom.console.desk;

import java.util.List;

/** The answers that agents may put into their replies. */
public interface CannedResponses {

    /** Those of an organisation, by library and name. */
    List<CannedResponse> of(String organisationId);
}
