package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void isMadeWhereItIsNewAndAcceptedAgain() throws Exception {
        var data = folder.resolve("Daten – données/postroom");

        new DataFolder(data).prepare();
        new DataFolder(data).prepare();

        assertThat(data.resolve("format")).hasContent(Integer.toString(DataFolder.FORMAT));
        assertThat(data.resolve("temporary")).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesAFolderThatWasThereItsPermissionsAndTakesWhatIsItsOwnFromOthers() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectory(
                folder.resolve("temporary"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        new DataFolder(folder).prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwxr-xr-x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("temporary"))))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesDataOfANewerVersionAndLeavesItAlone() throws Exception {
        Files.writeString(folder.resolve("format"), "999\n");

        assertThatThrownBy(() -> new DataFolder(folder).prepare())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("was written by a newer Postroom (its format is 999, this one knows 1)")
                .hasMessageContaining("--data FOLDER");
        assertThat(folder.resolve("format")).hasContent("999");
    }

    @Test
    void refusesNamesThatKafkaOrJavaTakeForTwo() {
        assertThatThrownBy(() -> new DataFolder(folder.resolve("a,b")).prepare())
                .hasMessageContaining("has a comma or a colon in its name");
        assertThatThrownBy(() -> new DataFolder(folder.resolve("a:b")).prepare())
                .hasMessageContaining("has a comma or a colon in its name");
    }

    @Test
    void saysWhereAFileIsInTheWay() throws Exception {
        var file = Files.writeString(folder.resolve("data"), "");

        assertThatThrownBy(() -> new DataFolder(file.resolve("here")).prepare())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("--data FOLDER");
    }

    @Test
    void namesTheMissingPermission() throws Exception {
        var closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeFalse(Files.isWritable(closed), "the superuser may write everywhere");

        assertThatThrownBy(() -> new DataFolder(closed.resolve("data")).prepare())
                .hasMessageContaining("permission to write " + closed.resolve("data") + " is missing")
                .hasMessageContaining("Give it to the user who starts Postroom");
    }

    @Test
    void removesEverythingAndDoesNotFollowLinks() throws Exception {
        var elsewhere = Files.writeString(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("kept"), "");
        var data = folder.resolve("data");
        new DataFolder(data).prepare();
        Files.createSymbolicLink(data.resolve("link"), elsewhere.getParent());

        new DataFolder(data).purge();

        assertThat(data).doesNotExist();
        assertThat(elsewhere).exists();
    }
}
