package org.postroom.local.testrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;

/**
 * What the reports of one run say together.
 *
 * @param classes the full names of the classes that were run
 * @param tests how many tests these have
 * @param failed those that failed
 * @param skipped those that were skipped, and why
 * @param unreadable reports that are not whole, as of a test whose JVM died
 */
record Results(Set<String> classes, int tests, List<Outcome> failed, List<Outcome> skipped, List<Path> unreadable) {

    /** Reads the reports that are at least as new as the begin of the run. */
    static Results since(FileTime begin, List<Path> reports) throws IOException {
        var classes = new TreeSet<String>();
        var failed = new ArrayList<Outcome>();
        var skipped = new ArrayList<Outcome>();
        var unreadable = new ArrayList<Path>();
        int tests = 0;
        for (Path file : reports) {
            if (Files.getLastModifiedTime(file).compareTo(begin) < 0) {
                continue;
            }
            try {
                Report report = Report.read(file);
                classes.add(report.className());
                tests += report.tests();
                failed.addAll(report.failed());
                skipped.addAll(report.skipped());
            } catch (XMLStreamException broken) {
                unreadable.add(file);
            }
        }
        return new Results(classes, tests, failed, skipped, unreadable);
    }

    boolean isEmpty() {
        return tests == 0 && unreadable.isEmpty();
    }

    int passed() {
        return tests - failed.size() - skipped.size();
    }
}
