package org.postroom.runtime.limits;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body is read through its limit. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private final long most;
    private @Nullable LimitedBody body;
    private @Nullable BufferedReader reader;

    LimitedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    boolean exceeded() {
        return body != null && body.exceeded();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            @Nullable String named = getCharacterEncoding();
            Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
            reader = new BufferedReader(new InputStreamReader(body(), charset));
        }
        return reader;
    }

    private LimitedBody body() throws IOException {
        if (body == null) {
            body = new LimitedBody(super.getInputStream(), most);
        }
        return body;
    }
}
