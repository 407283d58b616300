package org.postroom.runtime.message;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** The mask of this process that takes permissions from new files; the system's own call, since Java has none. */
final class Umask implements AutoCloseable {

    private final int before;

    private Umask(int before) {
        this.before = before;
    }

    /** Takes nothing from new files until this is closed. */
    static Umask none() {
        return new Umask(set(0));
    }

    @Override
    public void close() {
        set(before);
    }

    @SuppressWarnings("restricted") // the system has no other way
    private static int set(int mask) {
        var linker = Linker.nativeLinker();
        var call = linker.downcallHandle(
                linker.defaultLookup().find("umask").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            return (int) call.invokeExact(mask);
        } catch (Throwable failed) {
            throw new AssertionError("expected to set the umask", failed);
        }
    }
}
