package org.postroom.local.testrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Surefire's report on one test class.
 *
 * @param className the class's full name; of a nested class that of the outermost one
 * @param tests how many tests it has
 * @param failed those that failed
 * @param skipped those that were skipped, and why
 */
record Report(String className, int tests, List<Outcome> failed, List<Outcome> skipped) {

    private static final String ASSUMPTION = "Assumption failed: ";
    private static final String NO_REASON =
            "none of its tests was run; its preparation gave up, and why is not reported";

    /**
     * Reads a report.
     *
     * @throws XMLStreamException where it is not whole
     */
    static Report read(Path file) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (var content = Files.newInputStream(file)) {
            return read(factory.createXMLStreamReader(content));
        }
    }

    private static Report read(XMLStreamReader xml) throws XMLStreamException {
        var failed = new ArrayList<Outcome>();
        var skipped = new ArrayList<Outcome>();
        String className = "";
        String test = "";
        int tests = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "testsuite" -> className = attribute(xml, "name").replaceAll("\\$.*", "");
                case "testcase" -> {
                    tests++;
                    test = name(xml);
                }
                case "failure", "error" -> failed.add(new Outcome(test, reason(xml)));
                case "skipped" -> skipped.add(new Outcome(test, reason(xml)));
                default -> {}
            }
        }
        if (tests == 0) {
            return new Report(className, 1, failed, List.of(new Outcome(simple(className), NO_REASON)));
        }
        return new Report(className, tests, failed, skipped);
    }

    private static String name(XMLStreamReader xml) {
        String type = simple(attribute(xml, "classname"));
        String method = attribute(xml, "name");
        return method.isEmpty() ? type : type + "." + method;
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** The message; where surefire has none, as of an assumption, the first words of the stack trace after the type. */
    private static String reason(XMLStreamReader xml) throws XMLStreamException {
        String type = attribute(xml, "type");
        String message = attribute(xml, "message");
        String trace = xml.getElementText().strip();
        String text = message.isEmpty() && trace.startsWith(type)
                ? trace.substring(type.length()).replaceFirst("^:\\s*", "")
                : message;
        String line = text.strip().lines().findFirst().orElse("");
        return line.startsWith(ASSUMPTION) ? line.substring(ASSUMPTION.length()) : line;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
    }
}
