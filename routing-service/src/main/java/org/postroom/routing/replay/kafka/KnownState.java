package org.postroom.routing.replay.kafka;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.postroom.routing.decision.EntityKind;
import org.postroom.routing.decision.StateChange;
import org.postroom.routing.journal.kafka.JournalReplay;
import org.postroom.routing.journal.kafka.stored.StoredForm;

/**
 * What routing knows at some place of the journal, in a file, so that a replay can begin there.
 *
 * @param places by partition of the journal the first record that is not decided upon, and by partition of the other topics the
 *     first event that does not follow from what was
 * @param organisations what is known of each organisation
 */
record KnownState(Map<TopicPartition, Long> places, Map<String, OfOrganisation> organisations) {

    static final KnownState NOTHING = new KnownState(Map.of(), Map.of());

    private static final String BEGINNING = "Postroom: what routing knows, 1";

    /**
     * What is known of one organisation.
     *
     * @param partition where it stands in the journal
     */
    record OfOrganisation(int partition, List<StateChange> state) {}

    /** The partition of an organisation; 0 where it is not known. */
    int partitionOf(String organisationId) {
        var known = organisations.get(organisationId);
        return known == null ? 0 : known.partition();
    }

    /** Tells a replay of some of the partitions what is known of their organisations. */
    void give(JournalReplay replay, int number, int count) {
        organisations.forEach((organisationId, known) -> {
            if (known.partition() % count == number) {
                replay.begin(organisationId, known.state());
            }
        });
    }

    void write(Path file) throws IOException {
        var form = new StoredForm();
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(BEGINNING);
            out.writeInt(places.size());
            for (var place : places.entrySet()) {
                out.writeUTF(place.getKey().topic());
                out.writeInt(place.getKey().partition());
                out.writeLong(place.getValue());
            }
            out.writeInt(organisations.size());
            for (var organisation : organisations.entrySet()) {
                out.writeUTF(organisation.getKey());
                out.writeInt(organisation.getValue().partition());
                out.writeInt(organisation.getValue().state().size());
                for (var entity : organisation.getValue().state()) {
                    var bytes = form.write(entity.kind(), Objects.requireNonNull(entity.entity()));
                    out.writeUTF(entity.kind().name());
                    out.writeUTF(entity.id());
                    out.writeInt(bytes.length);
                    out.write(bytes);
                }
            }
        }
    }

    static KnownState read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("expected what a replay kept with --save, but " + file + " cannot be read");
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(BEGINNING)) {
                throw new IOException("expected what a replay kept with --save, but " + file + " begins otherwise");
            }
            Map<TopicPartition, Long> places = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                places.put(new TopicPartition(in.readUTF(), in.readInt()), in.readLong());
            }
            Map<String, OfOrganisation> organisations = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                organisations.put(in.readUTF(), new OfOrganisation(in.readInt(), entities(in)));
            }
            return new KnownState(places, organisations);
        }
    }

    private static List<StateChange> entities(DataInputStream in) throws IOException {
        var form = new StoredForm();
        List<StateChange> entities = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            var kind = EntityKind.valueOf(in.readUTF());
            var id = in.readUTF();
            entities.add(new StateChange(kind, id, form.read(kind, in.readNBytes(in.readInt()))));
        }
        return entities;
    }
}
