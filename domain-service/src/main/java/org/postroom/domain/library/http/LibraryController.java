package org.postroom.domain.library.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.library.Library;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The libraries of the caller's organisation. */
@RestController
@RequestMapping(LibraryController.PATH)
class LibraryController extends DirectoryController<Library, LibraryJson> {

    static final String PATH = "/api/libraries";

    LibraryController(Directory<Library> libraries, LibraryForm form) {
        super(PATH, libraries, form);
    }
}
