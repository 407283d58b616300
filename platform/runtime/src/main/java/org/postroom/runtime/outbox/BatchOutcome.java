package org.postroom.runtime.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What follows from the deliveries of a batch. An organisation's rows keep their order: behind one that is to be tried again
 * all later rows of that organisation stay, even acknowledged ones, which are then published again with the same ids; rows
 * of other organisations are not concerned.
 *
 * @param published the ids of the rows that are done
 * @param setAside the rows that go aside, with the reasons
 * @param waiting the organisations of which rows are to be tried again
 */
record BatchOutcome(List<Long> published, Map<OutboxRow, String> setAside, Set<String> waiting) {

    /** @param deliveries one for each row, in the same order */
    static BatchOutcome of(List<OutboxRow> rows, List<Delivery> deliveries) {
        List<Long> published = new ArrayList<>();
        Map<OutboxRow, String> setAside = new LinkedHashMap<>();
        Set<String> waiting = new HashSet<>();
        for (int index = 0; index < rows.size(); index++) {
            OutboxRow row = rows.get(index);
            if (waiting.contains(row.organisationId())) {
                continue;
            }
            switch (deliveries.get(index)) {
                case Delivery.Acknowledged done -> published.add(row.id());
                case Delivery.SetAside aside -> setAside.put(row, aside.reason());
                case Delivery.Later later -> waiting.add(row.organisationId());
            }
        }
        return new BatchOutcome(published, setAside, waiting);
    }
}
