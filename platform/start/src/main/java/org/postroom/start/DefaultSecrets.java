package org.postroom.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;

/** The settings that hold secrets, with the values of them that everybody can read. */
record DefaultSecrets(TreeMap<String, Set<String>> published) {

    private static final String EACH = "[*].";
    private static final Bindable<List<Map<String, Object>>> ELEMENTS = Bindable.of(ResolvableType.forClassWithGenerics(
            List.class, ResolvableType.forClassWithGenerics(Map.class, String.class, Object.class)));

    static DefaultSecrets of(Properties declared) {
        var published = new TreeMap<String, Set<String>>();
        declared.stringPropertyNames()
                .forEach(name -> published.put(
                        name,
                        Arrays.stream(declared.getProperty(name).split(",", -1)).collect(Collectors.toSet())));
        return new DefaultSecrets(published);
    }

    /** The names of the settings whose present value is published. */
    List<String> inEffect(Binder settings) {
        var found = new ArrayList<String>();
        published.forEach((name, values) -> present(name, settings).forEach((one, value) -> {
            if (values.contains(value)) {
                found.add(one);
            }
        }));
        return found;
    }

    private static Map<String, String> present(String name, Binder settings) {
        var present = new LinkedHashMap<String, String>();
        int each = name.indexOf(EACH);
        if (each < 0) {
            settings.bind(name, String.class).ifBound(value -> present.put(name, value));
            return present;
        }
        // A list is taken as a whole from whoever sets it last, as the program takes it.
        String list = name.substring(0, each);
        String field = name.substring(each + EACH.length());
        List<Map<String, Object>> elements = settings.bind(list, ELEMENTS).orElse(List.of());
        for (int index = 0; index < elements.size(); index++) {
            Object value = elements.get(index).get(field);
            if (value != null) {
                present.put(list + "[" + index + "]." + field, value.toString());
            }
        }
        return present;
    }
}
