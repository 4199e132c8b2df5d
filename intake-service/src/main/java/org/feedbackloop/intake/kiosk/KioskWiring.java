package org.feedbackloop.intake.kiosk;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.feedbackloop.intake.kiosk.KioskConfig.Kiosk;
import org.feedbackloop.intake.page.PageLanguage;

/** Makes the terminals that are configured. */
class KioskWiring {

    @Produces
    @Singleton
    Terminals terminals(KioskConfig config) {
        return new Terminals(config.kiosks().entrySet().stream()
                .map(kiosk -> terminal(kiosk.getKey(), kiosk.getValue()))
                .toList());
    }

    private static Terminal terminal(String name, Kiosk kiosk) {
        return new Terminal(
                name,
                kiosk.shop(),
                kiosk.terminal().orElse(name),
                kiosk.brand(),
                kiosk.scale(),
                kiosk.languages().orElse(List.of(PageLanguage.values())),
                kiosk.question(),
                kiosk.category().orElse(null),
                kiosk.idle());
    }
}
