package org.postroom.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of every command that runs a JVM of the stack. Archives of classes are mapped at the address that they were
 * written for: their pages then stay the file's, shared by all JVMs, instead of becoming each one's own.
 */
final class JavaCommand {

    private JavaCommand() {}

    /**
     * Returns the program java with a part's options, to which the class path and the program's name are added.
     *
     * @param data the stack's folder, where temporary files go too, so that nothing is left elsewhere
     */
    static List<String> of(String part, Path data) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Budget.of(part).options());
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + DataFolder.temporary(data),
                "-XX:+PerfDisableSharedMem",
                "-XX:TrimNativeHeapInterval=5000",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        var more = System.getenv("POSTROOM_JAVA_OPTIONS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        return command;
    }
}
