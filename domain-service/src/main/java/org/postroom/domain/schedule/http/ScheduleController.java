package org.postroom.domain.schedule.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.schedule.Schedule;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The schedules of the caller's organisation. */
@RestController
@RequestMapping(ScheduleController.PATH)
class ScheduleController extends DirectoryController<Schedule, ScheduleJson> {

    static final String PATH = "/api/schedules";

    ScheduleController(Directory<Schedule> schedules, ScheduleForm form) {
        super(PATH, schedules, form);
    }
}
