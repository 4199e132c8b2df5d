package org.feedbackloop.crm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this service behaves, beyond what the framework's own settings say. */
@ConfigMapping(prefix = "crm")
public interface CrmConfig {

    /** The region whose phone numbers may be written without a country code when somebody looks a customer up, as ISO 3166. */
    @WithDefault("GB")
    String defaultRegion();
}
