package org.postroom.console.administration.entry;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form: how it is asked, how its value is read and in which words it is shown. What is allowed is
 * decided by the service; only what cannot even be sent to it is refused here.
 */
public sealed interface Field
        permits BranchField,
                ChoiceField,
                ChoicesField,
                ListField,
                LongTextField,
                NumberField,
                RatedSkillsField,
                ReferenceField,
                RowsField,
                TextField,
                TickField {

    /** Its name in the service's JSON, and on the page. */
    String name();

    /** What it is called on the page. */
    String label();

    /** What it means, in one line. */
    String hint();

    /** Which control of the template asks for it. */
    String control();

    /** Reads its value from what a browser sent; leaves it out where nothing was chosen. */
    void read(Form form, Map<String, Object> values);

    /** A value in words. */
    String show(@Nullable Object value, Options options);

    /** Adds why the entry cannot be sent to the service, by field. */
    default void complain(Entry entry, Map<String, String> complaints) {
        // Most fields can always be sent.
    }

    /** This field and those inside it. */
    default Stream<Field> flat() {
        return Stream.of(this);
    }

    /** Puts a value where there is one. */
    static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** What is shown for a field that is not set. */
    static String nothing() {
        return "–";
    }
}
