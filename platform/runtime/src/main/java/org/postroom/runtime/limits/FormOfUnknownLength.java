package org.postroom.runtime.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.MultiValueMap;

/**
 * A form that came without its length. The server reads the fields of forms past every filter; so these are read here,
 * through the limit, and before anybody asks for one.
 */
final class FormOfUnknownLength extends HttpServletRequestWrapper {

    private final Map<String, String[]> fields = new LinkedHashMap<>();

    FormOfUnknownLength(HttpServletRequest request, LimitedRequest limited) throws IOException {
        super(request);
        // The wrapped request must not be asked for its fields before its body has been read.
        var body = new ServletServerHttpRequest(request) {
            @Override
            public java.io.InputStream getBody() throws IOException {
                return limited.getInputStream();
            }
        };
        MultiValueMap<String, String> read = new FormHttpMessageConverter().read(null, body);
        Map<String, List<String>> all = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> all.put(name, new ArrayList<>(List.of(values))));
        read.forEach((name, values) ->
                all.computeIfAbsent(name, absent -> new ArrayList<>()).addAll(values));
        all.forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
    }

    @Override
    public @Nullable String getParameter(String name) {
        String @Nullable [] values = fields.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String @Nullable [] values = fields.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }
}
