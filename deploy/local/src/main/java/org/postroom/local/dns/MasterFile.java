package org.postroom.local.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** Reads a zone file (RFC 1035, section 5), as DNS hosts import it. */
final class MasterFile {

    private MasterFile() {}

    /**
     * Reads the records of a file.
     *
     * @param zone what relative names are below, unless the file says otherwise
     * @throws IllegalArgumentException where it is none, or names another file
     */
    static List<PublishedRecord> read(String zone, byte[] file) {
        var records = new ArrayList<PublishedRecord>();
        try (var master = new Master(
                new ByteArrayInputStream(file), Name.fromString(zone, Name.root), PublishedRecord.USUAL_TTL)) {
            master.disableIncludes(/* strict= */ true);
            for (var record = master.nextRecord(); record != null; record = master.nextRecord()) {
                records.add(PublishedRecord.of(record));
            }
        } catch (TextParseException unreadable) {
            throw new IllegalArgumentException("Expected a zone file, but " + unreadable.getMessage(), unreadable);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("Expected a zone file, but it cannot be read", unreadable);
        }
        return records;
    }
}
