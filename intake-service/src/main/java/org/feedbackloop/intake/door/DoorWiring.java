package org.feedbackloop.intake.door;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import org.feedbackloop.intake.access.Doorkeeper;
import org.feedbackloop.intake.publish.Intake;

/** Hangs the door. */
class DoorWiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    Door door(Doorkeeper doorkeeper, Intake intake, Clock clock, DoorConfig config) {
        return new Door(doorkeeper, intake, clock, config.publicUrl());
    }
}
