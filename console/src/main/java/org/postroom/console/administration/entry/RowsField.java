package org.postroom.console.administration.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Any number of rows of the same columns.
 *
 * @param columns what stands in a row
 * @param row what a row is called, to add one
 */
record RowsField(String name, String label, String hint, List<Column> columns, String row) implements Field {

    /**
     * A column of the rows.
     *
     * @param name the property of a row
     * @param label its heading
     * @param type how it is written
     */
    record Column(String name, String label, Type type) {}

    /** How a column is written. */
    enum Type {
        /** As a line of text. */
        TEXT,
        /** As a choice of a weekday, saved as 1 for Monday to 7 for Sunday. */
        WEEKDAY,
        /** As a time of day. */
        TIME,
        /** As a date. */
        DATE,
        /** As periods of one day, for instance {@code 09:00-12:00, 13:00-17:00}. */
        PERIODS
    }

    @Override
    public String control() {
        return "rows";
    }

    /** The name of a column's inputs. */
    public String input(Column column) {
        return name + "." + column.name();
    }

    /** What a row of an entry has in a column, as its input shows it. */
    public static String cell(@Nullable Object row, Column column) {
        @Nullable Object value = row instanceof Map<?, ?> cells ? cells.get(column.name()) : null;
        if (value == null) {
            return "";
        }
        return column.type() == Type.PERIODS ? Periods.written(value) : String.valueOf(value);
    }

    @Override
    public void read(Form form, Map<String, Object> values) {
        List<List<String>> inputs =
                columns.stream().map(column -> form.all(input(column))).toList();
        int rows = inputs.stream().mapToInt(List::size).max().orElse(0);
        List<Object> read = new ArrayList<>();
        for (int number = 0; number < rows; number++) {
            Map<String, Object> cells = row(inputs, number);
            if (!cells.isEmpty()) {
                read.add(cells);
            }
        }
        values.put(name, read);
    }

    /** A row; empty where nothing was written in it. */
    private Map<String, Object> row(List<List<String>> inputs, int number) {
        Map<String, Object> cells = new LinkedHashMap<>();
        boolean written = false;
        for (int place = 0; place < columns.size(); place++) {
            List<String> input = inputs.get(place);
            String text = number < input.size() ? input.get(number).strip() : "";
            Column column = columns.get(place);
            written |= !text.isEmpty();
            Field.put(cells, column.name(), saved(column, text));
        }
        return written ? cells : Map.of();
    }

    private static @Nullable Object saved(Column column, String text) {
        if (column.type() == Type.PERIODS) {
            return Periods.read(text);
        }
        if (text.isEmpty()) {
            return null;
        }
        return column.type() == Type.WEEKDAY && text.matches("[1-7]") ? (Object) Integer.valueOf(text) : text;
    }

    @Override
    public String show(@Nullable Object value, Options options) {
        if (!(value instanceof List<?> rows) || rows.isEmpty()) {
            return Field.nothing();
        }
        return rows.stream().map(this::shown).collect(Collectors.joining("\n"));
    }

    private String shown(@Nullable Object row) {
        return columns.stream()
                .map(column -> column.type() == Type.WEEKDAY ? Weekdays.name(cell(row, column)) : cell(row, column))
                .filter(cell -> !Objects.requireNonNull(cell).isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
